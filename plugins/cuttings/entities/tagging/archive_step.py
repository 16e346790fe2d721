"""The step after tagging: what all stories together decide about names goes into their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from cuttings.article.archive_lock import archive_lock
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.archive.decisions import archive_names
from cuttings.entities.archive.story_names import StoryNames
from cuttings.entities.authorities.archive_table import write_archive_names
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.tagging.article_tagging import TaggedFile
from cuttings.entities.tagging.kept_names import KeptNames, ReadNames
from cuttings.entities.tagging.refreshed_lines import refresh_file
from cuttings.errors import InputError, WorkerError
from cuttings.garbage_collection import without_garbage_collection
from cuttings.worker_pool import each_in_order

_BATCH = 64
"""Articles that a process brings up to date at a time."""

_ARTICLES_A_PROCESS = 400
"""Fewer articles are brought up to date before a further process has begun."""


@without_garbage_collection()
def follow_archive(
    folder: ContentFolder,
    paths: Iterable[Path],
    known: Mapping[Path, ReadNames],
    kept: KeptNames,
    authorities: Authorities,
    processes: int,
) -> tuple[TaggedFile, ...]:
    """Decide what the names of an archive stand for, and let the lines that it concerns follow.

    The decisions go into the table beside the authority records. No model is loaded. Where a
    table of records cannot be read, nothing changes: lines may follow what it says.

    Args:
        folder: The content folder.
        paths: All its articles.
        known: The names in those of them that were tagged just now.
        kept: The names in the others; it keeps what is known now for the next run.
        authorities: The records, with the decisions that the lines follow so far.
        processes: How many processes may share the work.

    Returns:
        What became of the articles that the decisions concern.

    Raises:
        BusyArchiveError: If there is something to write, and another run is at it.
    """
    read = {path: names for path in paths if (names := known.get(path) or _read(path, kept))}
    stories = [story.names for story in read.values()]
    outcomes = _follow(folder, stories, authorities, processes)
    rewritten = {path: _read(path, kept) for path in (o.path for o in outcomes if o.changed)}
    kept.keep(names for path in read if (names := rewritten.get(path, read[path])))
    return outcomes


def _follow(
    folder: ContentFolder,
    stories: Sequence[StoryNames],
    authorities: Authorities,
    processes: int,
) -> tuple[TaggedFile, ...]:
    """Decide by the stories, and return what became of the articles that it concerns."""
    decided = archive_names(stories)
    if decided.names == authorities.archive.names:
        return ()
    changed = decided.changes(authorities.archive)
    concerned = [
        story.path
        for story in stories
        if any((use.kind, use.form) in changed for use in story.uses)
    ]
    with archive_lock(folder.root):
        # Another run may have changed the records before this one got the lock.
        records = Authorities.read(folder.authorities, lambda _known: None)
        if not records.is_whole:
            return ()
        write_archive_names(folder.authorities, decided)
        return tuple(refresh_files(concerned, records.with_archive(decided), processes))


def refresh_files(
    paths: Sequence[Path], authorities: Authorities, processes: int
) -> Iterator[TaggedFile]:
    """Bring articles up to date without the model, and yield what became of each, in order.

    Args:
        paths: The articles' files.
        authorities: What they follow.
        processes: How many processes may share the work.
    """
    work = partial(_refresh_batch, authorities=authorities)
    batches = tuple(paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH))
    used = max(1, min(processes, len(paths) // _ARTICLES_A_PROCESS))
    outcomes = each_in_order(work, batches, used)
    for batch, outcome in zip(batches, outcomes, strict=True):
        yield from work(batch) if isinstance(outcome, WorkerError) else outcome


def _refresh_batch(paths: Sequence[Path], authorities: Authorities) -> tuple[TaggedFile, ...]:
    return tuple(_refresh(path, authorities) for path in paths)


def _refresh(path: Path, authorities: Authorities) -> TaggedFile:
    try:
        return TaggedFile(path, refresh_file(path, authorities))
    except Exception as error:
        return TaggedFile(path, problem=InputError.unforeseen(path, error, step="tagged"))


def _read(path: Path, kept: KeptNames) -> ReadNames | None:
    """Return the names in an article; None if it cannot be read, which is reported elsewhere."""
    try:
        return kept.names(path)
    except Exception:
        return None
