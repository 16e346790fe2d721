"""Tagging all articles of an archive that need it, over several processes if they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from functools import partial
from pathlib import Path

from cuttings.article.archive_lock import archive_lock
from cuttings.article.article_file import article_of, read_article_text, read_front_matter
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.lines.tagged_line import fields_to_write, is_outdated
from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.recognizer import BATCH, Recognizer
from cuttings.entities.tagging.archive_step import follow_archive, refresh_files
from cuttings.entities.tagging.article_tagging import TaggedFile, tag_files
from cuttings.entities.tagging.kept_names import KeptNames
from cuttings.entities.tagging.refreshed_lines import refreshed
from cuttings.entities.tagging.tagger import Tagger
from cuttings.errors import InputError, WorkerError
from cuttings.progress import tracked
from cuttings.worker_pool import default_processes, each_in_order

_BYTES_A_PROCESS = 250_000
"""Fewer bytes of articles are tagged before a further process has loaded its model."""


class Scope(StrEnum):
    """Which of the lines that are the tagger's to write are brought up to date."""

    MISSING = "missing"
    """Those that an article has not yet."""

    OUTDATED = "outdated"
    """Also those written by another version or model, or from another text; the rest
    follows the authority records, for which no model is needed."""

    ALL = "all"
    """All, with the model."""


@dataclass(frozen=True, slots=True)
class TaggingReport:
    """What tagging an archive did.

    Attributes:
        tagged: Files whose entity lines were written.
        unchanged: How many articles needed nothing.
        problems: Articles that could not be tagged, one error each.
        in_other_languages: How many of the articles read are not in English.
    """

    tagged: tuple[Path, ...]
    unchanged: int
    problems: tuple[InputError, ...]
    in_other_languages: int


def tag_archive(
    folder: ContentFolder,
    authorities: Authorities,
    *,
    model: Model = Model.MEDIUM,
    scope: Scope = Scope.MISSING,
    processes: int | None = None,
) -> TaggingReport:
    """Tag every article of an archive that needs it; loads no model if none does.

    Then what all stories together show about names goes into the lines (see ``archive_step``).
    Each article's file is wholly as before or wholly tagged at any moment. The files
    are the same however many processes there are.

    Args:
        folder: The content folder.
        authorities: Its authority records.
        model: Which model recognizes names.
        scope: What is brought up to date; what a person edited stays in any case.
        processes: How many processes may share the work (None: one for each
            processor, at most four). A few articles are tagged in this process.

    Raises:
        BusyArchiveError: If there is something to write, and another run is at it.
        SettingsError: If the model is not installed.
    """
    outcomes: list[TaggedFile] = []
    shared = default_processes() if processes is None else processes
    needing: dict[_Need, list[Path]] = {need: [] for need in _Need}
    paths = list(folder.article_paths())
    kept = KeptNames(folder)
    for path in tracked(paths, len(paths), "Reading"):
        try:
            needing[_need(path, authorities, scope, model, kept)].append(path)
        except Exception as error:
            outcomes.append(TaggedFile(path, problem=InputError.unforeseen(path, error)))
    outcomes += map(TaggedFile, needing[_Need.NOTHING])
    if needing[_Need.RECORDS] or needing[_Need.MODEL]:
        with archive_lock(folder.root):
            outcomes += refresh_files(needing[_Need.RECORDS], authorities, shared)
            to_tag = needing[_Need.MODEL]
            tagging = _tag(to_tag, authorities, model, scope is not Scope.MISSING, shared)
            outcomes += tracked(tagging, len(to_tag), "Tagging")
    if needing[_Need.MODEL] or scope is not Scope.MISSING:
        known = {outcome.path: outcome.names for outcome in outcomes if outcome.names}
        following = follow_archive(folder, paths, known, kept, authorities, shared)
        outcomes = _with(outcomes, following)
    else:
        kept.keep_states()
    outcomes.sort(key=lambda outcome: outcome.path)
    return TaggingReport(
        tagged=tuple(outcome.path for outcome in outcomes if outcome.changed),
        unchanged=sum(not outcome.changed and outcome.problem is None for outcome in outcomes),
        problems=tuple(outcome.problem for outcome in outcomes if outcome.problem is not None),
        in_other_languages=sum(bool(outcome.other_language) for outcome in outcomes),
    )


class _Need(Enum):
    """What an article needs to be up to date."""

    NOTHING = auto()
    RECORDS = auto()
    """Its lines follow the authority records."""

    MODEL = auto()
    """Its text is read anew."""


def _need(
    path: Path, authorities: Authorities, scope: Scope, model: Model, kept: KeptNames
) -> _Need:
    """Say what an article needs; of one that has all its lines no more than these are read.

    Raises:
        FrontMatterError: If it cannot be understood.
    """
    if scope is Scope.MISSING:
        if kept.is_tagged(path):
            return _Need.NOTHING
        return _Need.MODEL if fields_to_write(read_front_matter(path)) else _Need.NOTHING
    front_matter = FrontMatter.parse(read_article_text(path))
    if _needs_model(front_matter, scope, model):
        return _Need.MODEL
    changed = refreshed(front_matter, article_of(front_matter, path), authorities)
    return _Need.NOTHING if changed == front_matter else _Need.RECORDS


def _with(outcomes: Sequence[TaggedFile], later: Sequence[TaggedFile]) -> list[TaggedFile]:
    """Return one outcome an article, of the two where the archive changed it once more."""
    by_path = {outcome.path: outcome for outcome in outcomes}
    for outcome in later:
        before = by_path.get(outcome.path, outcome)
        changed = before.changed or outcome.changed
        problem = before.problem or outcome.problem
        by_path[outcome.path] = replace(before, changed=changed, problem=problem)
    return list(by_path.values())


def _needs_model(front_matter: FrontMatter, scope: Scope, model: Model) -> bool:
    """Whether an article has lines to write for which its text must be read anew."""
    if fields_to_write(front_matter):
        return True
    if not fields_to_write(front_matter, again=True):
        return False
    return scope is Scope.ALL or is_outdated(front_matter, model.pinned.provenance)


def _tag(
    paths: Sequence[Path],
    authorities: Authorities,
    model: Model,
    again: bool,
    processes: int,
) -> Iterator[TaggedFile]:
    """Tag articles in batches, which are the same however many processes there are."""
    if not paths:
        return iter(())
    tagger = Tagger(Recognizer(model))
    tagger.provenance()
    batches = (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))
    work = partial(tag_files, tagger=tagger, authorities=authorities, again=again)
    size = sum(map(_size, paths))
    used = max(1, min(processes, size // _BYTES_A_PROCESS))
    return _tag_each(work, tuple(batches), used)


def _tag_each(
    work: Callable[[Sequence[Path]], tuple[TaggedFile, ...]],
    batches: Sequence[Sequence[Path]],
    processes: int,
) -> Iterator[TaggedFile]:
    """Tag batches; the articles of one that fails as a whole one by one."""
    outcomes = each_in_order(work, batches, processes)
    for batch, outcome in zip(batches, outcomes, strict=True):
        if not isinstance(outcome, WorkerError):
            yield from outcome
        elif len(batch) > 1:
            yield from _tag_each(work, [(path,) for path in batch], processes)
        else:
            reason = f"it cannot be tagged (the process at it failed: {outcome.reason})"
            remedy = "take it out and report it"
            yield TaggedFile(batch[0], problem=InputError(batch[0], reason, remedy))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
