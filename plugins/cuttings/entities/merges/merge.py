"""Taking ticked merges into the authority records, and into the lines the tagger wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cuttings.article.archive_lock import archive_lock
from cuttings.article.article import Article
from cuttings.article.article_file import (
    ENTITY_FIELDS,
    article_of,
    read_article_text,
    rewrite_article,
)
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter, join_values, split_values
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import kind_of_line, written_headings
from cuttings.entities.merges.authority_file import AuthorityFile
from cuttings.entities.merges.merge_file import Merge, read_merges
from cuttings.entities.tagging.refreshed_lines import refreshed
from cuttings.errors import AuthorityError, InputError

_Targets = Mapping[tuple[EntityKind, str], str]
_NONE: _Targets = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What taking merges in did.

    Attributes:
        changes: One line of text for each record and each entity line that changed.
        problems: Rows and articles that could not be used, one error each.
    """

    changes: tuple[str, ...]
    problems: tuple[InputError, ...]


def apply_merges(folder: ContentFolder, path: Path) -> MergeReport:
    """Take the ticked rows of the table at ``path`` into an archive.

    Each merged heading becomes a see-from form of the one to keep. Then the
    entity lines that the tagger wrote are rewritten, and the digests in their
    ``Tagged`` lines with them; lines that a person set stay. No model is
    loaded. A second time nothing changes.

    Raises:
        AuthorityError: If the table or an authority file cannot be used at all.
        BusyArchiveError: If another run is writing in the archive.
    """
    with archive_lock(folder.root):
        return _apply(folder, path)


def _apply(folder: ContentFolder, path: Path) -> MergeReport:
    problems: list[InputError] = []
    authorities = Authorities.read(folder.authorities, problems.append)
    merges, bad_rows = read_merges(path)
    targets, conflicts = _targets(path, merges, authorities)
    problems += [*bad_rows, *conflicts]
    changes = _extend_records(folder, targets, authorities, problems)
    extended = Authorities.read(folder.authorities, lambda _known: None)
    for article_path in folder.article_paths() if targets else ():
        try:
            changes += _rewrite(article_path, targets, extended)
        except Exception as error:
            problems.append(InputError.unforeseen(article_path, error, step="changed"))
    return MergeReport(tuple(changes), tuple(problems))


def _targets(
    path: Path, merges: Sequence[Merge], authorities: Authorities
) -> tuple[_Targets, tuple[AuthorityError, ...]]:
    """Return the heading that each merged one leads to in the end, and the rows that cannot."""
    targets: dict[tuple[EntityKind, str], str] = {}
    problems: list[AuthorityError] = []
    for merge in merges:
        reason = _conflict_in_table(merge, authorities, targets)
        if reason:
            remedy = "untick the row, or change the record first"
            problems.append(AuthorityError(path, reason, remedy, f"line {merge.line}"))
        else:
            targets[merge.kind, merge.merge] = merge.keep
    ends = {(kind, form): _end(kind, form, targets, authorities) for kind, form in targets}
    return ends, tuple(problems)


def merge_conflict(merge: Merge, authorities: Authorities, targets: _Targets = _NONE) -> str:
    """Return why a merge cannot be taken in, or "".

    Args:
        merge: The merge.
        authorities: The archive's records.
        targets: The merges taken in before it.
    """
    kind, form = merge.kind, merge.merge
    keep = _end(kind, merge.keep, targets, authorities)
    known = targets.get((kind, form)) or authorities.preferred(kind, form)
    if keep == form:
        return f"'{merge.keep}' already leads to '{form}'"
    if known != form and _end(kind, known, targets, authorities) != keep:
        return f"'{form}' already leads to '{known}'"
    if authorities.are_different(kind, form, keep):
        return f"{kind.plural}.csv says that '{form}' is different from '{keep}'"
    if divided := next((h for h in (form, keep) if authorities.is_divided(kind, h)), ""):
        return f"{kind.plural}.csv distinguishes '{divided}' from namesakes in column when"
    return ""


def _conflict_in_table(merge: Merge, authorities: Authorities, targets: _Targets) -> str:
    """Return why a ticked row cannot be taken in after those before it, or ""."""
    reason = merge_conflict(merge, authorities, targets)
    if not reason and authorities.record(merge.kind, merge.merge) is not None:
        return f"'{merge.merge}' has a record of its own in {merge.kind.plural}.csv"
    return reason


def _end(kind: EntityKind, form: str, targets: _Targets, authorities: Authorities) -> str:
    while (kind, form) in targets:
        form = targets[kind, form]
    return authorities.preferred(kind, form)


def _extend_records(
    folder: ContentFolder,
    targets: _Targets,
    authorities: Authorities,
    problems: list[InputError],
) -> list[str]:
    """Add the forms to the authority files; return what was added, and note what could not be."""
    changes: list[str] = []
    for kind in EntityKind:
        path = folder.authorities / f"{kind.plural}.csv"
        added: dict[str, list[str]] = defaultdict(list)
        for (its_kind, form), heading in targets.items():
            if its_kind is kind and authorities.preferred(kind, form) != heading:
                added[heading].append(form)
        try:
            if added:
                file = AuthorityFile(path)
                for heading, forms in added.items():
                    file.add_forms(heading, forms)
                file.write()
        except Exception as error:
            problems.append(AuthorityError.unforeseen(path, error, step="changed"))
        else:
            changes += (
                f"{path}: {' | '.join(forms)} -> {heading}" for heading, forms in added.items()
            )
    return changes


def _rewrite(path: Path, targets: _Targets, authorities: Authorities) -> list[str]:
    """Rewrite the lines of one article that the tagger wrote; return what changed.

    A heading's new form counts wherever a story has it, which can change the
    order of every line.
    """
    text = read_article_text(path)
    front_matter = FrontMatter.parse(text)
    article = article_of(front_matter, path)
    if not _is_concerned(article, targets, authorities):
        return []
    changed = refreshed(front_matter, article, authorities)
    before, after = _lines(front_matter), _lines(changed)
    if after == before:
        return []
    rewrite_article(path, text, changed.render())
    return [
        f"{path}: {field}: {change}"
        for field in before
        for change in _changes(kind_of_line(field), before[field], after[field], targets)
    ]


def _lines(front_matter: FrontMatter) -> dict[str, tuple[str, ...]]:
    return {
        field: split_values(value)
        for field in ENTITY_FIELDS
        if (value := front_matter.get(field)) is not None
    }


def _is_concerned(article: Article, targets: _Targets, authorities: Authorities) -> bool:
    """Whether an article has a merged heading, or one that gained a form."""
    kept = {(kind, heading) for (kind, _), heading in targets.items()}
    preferred = ArticleHeadings.of(article, authorities).by_kind
    return any(
        (kind, heading) in targets or (kind, heading) in kept
        for kind in EntityKind
        for heading in (*written_headings(article, kind), *preferred[kind])
    )


def _changes(
    kind: EntityKind, before: Sequence[str], after: Sequence[str], targets: _Targets
) -> list[str]:
    """Say how a line changed: which headings became others, else how it reads now."""
    merged = [heading for heading in before if (kind, heading) in targets]
    if merged or before == after:
        return [f"{heading} -> {targets[kind, heading]}" for heading in merged]
    return [f"now {join_values(after)}"]
