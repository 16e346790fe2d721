"""Files of one story that other processes read before it is their turn to be filed.

Reading a saved page takes fifty times as long as filing it, and one page needs nothing of another.
Filing stays here, in order, so what becomes of each file does not depend on the processes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from cuttings.errors import SettingsError, UnreadableSourceError, WorkerError
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory, Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of, source_at
from cuttings.worker_pool import each_in_order

FEWEST_FILES = 100
"""Files below which starting a process takes longer than it saves."""

_READ_TOGETHER = 4
"""Files a process is given at once: each exchange with it takes a part of a page's time."""

Reading = Draft | Address | NoStory | UnreadableSourceError
"""What reading the one story of a file gives, or why it cannot be read."""


def read_ahead(
    paths: Sequence[Path], is_held: Callable[[str], bool], processes: int
) -> Iterator[tuple[Path, Reading | None]]:
    """Yield each path in order, with its story if a process has read it.

    Few are read ahead of what was asked for.

    Args:
        paths: Raw files.
        is_held: Tells by payload digest that the archive has a file already, so that it need
            not be read.
        processes: How many may read; with one, or for a few files, all is left to the caller.
    """
    done = 0
    shared: list[bool] = []

    def handed_out() -> Iterator[Path]:
        for path in paths:
            shared.append(_is_shared(path, is_held))
            if shared[-1]:
                yield path

    if processes > 1 and len(paths) >= FEWEST_FILES:
        for reading in _readings(handed_out(), processes):
            while not shared[done]:
                yield paths[done], None
                done += 1
            yield paths[done], reading
            done += 1
    for path in paths[done:]:
        yield path, None


def _readings(paths: Iterator[Path], processes: int) -> Iterator[Reading]:
    """Yield what reading each file gives; of those that end their process, that they do."""
    at_work: deque[tuple[Path, ...]] = deque()

    def groups() -> Iterator[tuple[Path, ...]]:
        while group := tuple(islice(paths, _READ_TOGETHER)):
            at_work.append(group)
            yield group

    for readings in each_in_order(_read_each, groups(), processes):
        group = at_work.popleft()
        if not isinstance(readings, WorkerError):
            yield from readings
            continue
        alone = each_in_order(_read, group, min(processes, len(group)))
        for path, reading in zip(group, alone, strict=True):
            yield _fatal(path, reading) if isinstance(reading, WorkerError) else reading


def _fatal(path: Path, error: WorkerError) -> UnreadableSourceError:
    return UnreadableSourceError(
        path,
        f"it cannot be read (the process at it failed: {error.reason})",
        "save the story as text",
    )


def record_of(source: SourceFile, reading: Reading) -> Record:
    """Return the record of a file that was read ahead."""

    def give(_source: SourceFile) -> Draft | Address | NoStory:
        if isinstance(reading, UnreadableSourceError):
            raise reading
        return reading

    return Record(source, give)


def _is_shared(path: Path, is_held: Callable[[str], bool]) -> bool:
    try:
        source, known = source_at(path)
        return known.reads_ahead and not is_held(source.digest)
    except SettingsError:
        raise
    except Exception:
        # The caller meets the reason when it is the file's turn.
        return False


def _read_each(paths: Sequence[Path]) -> list[Reading]:
    return [_read(path) for path in paths]


def _read(path: Path) -> Reading:
    """Read the one story of a file, in whatever process."""
    try:
        (record,) = records_of(source_at(path)[0])
        return record.read()
    except SettingsError:
        raise
    except Exception as error:
        return UnreadableSourceError.unforeseen(path, error)
