"""Taking ticked merges into the authority records, and into the lines the tagger wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cuttings.article.article_file import parse_article, read_article_text, write_atomically
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter, join_values, one_line, split_values
from cuttings.article.markup import plain_text
from cuttings.entities.authority import Authorities
from cuttings.entities.authority_file import AuthorityFile
from cuttings.entities.catalogue import Catalogue, preferred_headings
from cuttings.entities.entity import EntityKind
from cuttings.entities.entity_lines import kind_of_line
from cuttings.entities.evidence import gather_evidence
from cuttings.entities.merge_file import Merge, read_merges
from cuttings.entities.salience import by_salience
from cuttings.entities.tagged_line import (
    TAGGED,
    TaggedLine,
    fields_to_write,
    line_digest,
)
from cuttings.errors import AuthorityError, InputError

_Targets = Mapping[tuple[EntityKind, str], str]


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
    """
    authorities = Authorities.read(folder.authorities)
    merges, bad_rows = read_merges(path)
    targets, conflicts = _targets(path, merges, authorities)
    changes = _extend_records(folder, targets, authorities)
    extended = Authorities.read(folder.authorities)
    problems: list[InputError] = [*bad_rows, *conflicts]
    for article_path in folder.article_paths() if targets else ():
        try:
            changes += _rewrite(article_path, targets, extended)
        except InputError as error:
            problems.append(error)
    return MergeReport(tuple(changes), tuple(problems))


def _targets(
    path: Path, merges: Sequence[Merge], authorities: Authorities
) -> tuple[_Targets, tuple[AuthorityError, ...]]:
    """Return the heading that each merged one leads to in the end, and the rows that cannot."""
    targets: dict[tuple[EntityKind, str], str] = {}
    problems: list[AuthorityError] = []
    for merge in merges:
        reason = _conflict(merge, targets, authorities)
        if reason:
            remedy = "untick the row, or change the record first"
            problems.append(AuthorityError(path, reason, remedy, f"line {merge.line}"))
        else:
            targets[merge.kind, merge.merge] = merge.keep
    ends = {(kind, form): _end(kind, form, targets, authorities) for kind, form in targets}
    return ends, tuple(problems)


def _conflict(merge: Merge, targets: _Targets, authorities: Authorities) -> str:
    """Return why a ticked row cannot be taken in after those before it, or ""."""
    kind, form = merge.kind, merge.merge
    keep = _end(kind, merge.keep, targets, authorities)
    known = targets.get((kind, form)) or authorities.preferred(kind, form)
    if keep == form:
        return f"'{merge.keep}' already leads to '{form}'"
    if known != form and _end(kind, known, targets, authorities) != keep:
        return f"'{form}' already leads to '{known}'"
    if authorities.record(kind, form) is not None:
        return f"'{form}' has a record of its own in {kind.plural}.csv"
    return ""


def _end(kind: EntityKind, form: str, targets: _Targets, authorities: Authorities) -> str:
    while (kind, form) in targets:
        form = targets[kind, form]
    return authorities.preferred(kind, form)


def _extend_records(
    folder: ContentFolder, targets: _Targets, authorities: Authorities
) -> list[str]:
    """Add the forms to the authority files; return what was added."""
    files: list[AuthorityFile] = []
    changes: list[str] = []
    for kind in EntityKind:
        path = folder.authorities / f"{kind.plural}.csv"
        added: dict[str, list[str]] = defaultdict(list)
        for (its_kind, form), heading in targets.items():
            if its_kind is kind and authorities.preferred(kind, form) != heading:
                added[heading].append(form)
        if added:
            file = AuthorityFile(path)
            for heading, forms in added.items():
                file.add_forms(heading, forms)
                changes.append(f"{path}: {' | '.join(forms)} -> {heading}")
            files.append(file)
    for file in files:
        file.write()
    return changes


def _rewrite(path: Path, targets: _Targets, authorities: Authorities) -> list[str]:
    """Rewrite the lines of one article that the tagger wrote; return what changed."""
    text = read_article_text(path)
    front_matter = FrontMatter.parse(text)
    changes: dict[str, str] = {}
    replaced: list[str] = []
    kept: set[tuple[EntityKind, str]] = set()
    for field in fields_to_write(front_matter, again=True):
        kind = kind_of_line(field)
        before = split_values(front_matter.get(field) or "")
        reached = dict.fromkeys(targets.get((kind, heading), heading) for heading in before)
        after = tuple(heading for heading in reached if (kind, heading) not in kept)
        kept.update((kind, heading) for heading in after)
        if after != before:
            changes[field] = join_values(map(one_line, after))
            replaced += [
                f"{path}: {field}: {heading} -> {targets[kind, heading]}"
                for heading in before
                if (kind, heading) in targets
            ]
    if not changes:
        return []
    ordered = _ordered(front_matter.with_fields(changes.items()), changes, path, authorities)
    tagged = TaggedLine.parse(front_matter.get(TAGGED) or "")
    digests = {field.lower(): line_digest(value) for field, value in ordered.items()}
    signed = replace(tagged, digests={**tagged.digests, **digests}).render()
    changed = front_matter.with_fields([*ordered.items(), (TAGGED, signed)])
    write_atomically(path, changed.render())
    return replaced


def _ordered(
    front_matter: FrontMatter, fields: Iterable[str], path: Path, authorities: Authorities
) -> dict[str, str]:
    """Return lines in the order in which the tagger would write them, most salient first."""
    article = parse_article(front_matter.render(), path)
    catalogue = Catalogue.of([article], authorities)
    entities = [
        catalogue.entity(kind, heading)
        for kind in EntityKind
        for heading in preferred_headings(kind, article, authorities)
    ]
    found = gather_evidence(entities, article.title, plain_text(article.body))
    lines: dict[str, str] = {}
    for field in fields:
        kind = kind_of_line(field)
        written = split_values(front_matter.get(field) or "")
        proved = {h: found[kind, h].prominence for h in written if (kind, h) in found}
        others = [heading for heading in written if heading not in proved]
        lines[field] = join_values(map(one_line, (*by_salience(proved), *others)))
    return lines
