"""Reading ahead: files of one story that other processes read before it is their turn to be filed.

Reading a saved page takes fifty times as long as filing it, and one page needs nothing of another.
Filing stays here, in order, so the processes do not change what becomes of a file. A file is loaded
and hashed here, once; the process that reads it gets its content.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Self

from cuttings.errors import SettingsError, UnreadableSourceError, WorkerError
from cuttings.ingest.filing.loaded_file import LoadedFile, Reading
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of
from cuttings.worker_pool import each_in_order

FEWEST_FILES = 100
"""Files below which starting a process takes longer than it saves."""

_READ_TOGETHER = 4
"""Files a process is given at once: each exchange with it takes a part of a page's time."""

_LOADED_TOGETHER = 64
"""Files of a group, those included that no process reads ahead; two groups a process are loaded."""

_MEGABYTES_TOGETHER = 4
"""Content of a group's files, above which no further file is added to it."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A file that waits for its turn.

    Attributes:
        path: The file.
        loaded: The loaded file, or why it could not be loaded.
        shared: Its source, if another process reads it.
    """

    path: Path
    loaded: LoadedFile | Exception
    shared: SourceFile | None = None

    @classmethod
    def load(
        cls, path: Path, columns: Mapping[str, str] | None, is_held: Callable[[str], bool]
    ) -> Self:
        """Load a file; see ``read_ahead``."""
        try:
            loaded = LoadedFile.load(path, columns)
            shared = loaded.format.reads_ahead and not is_held(loaded.source.digest)
        except SettingsError:
            raise
        except Exception as error:
            return cls(path, error)
        return cls(path, loaded, loaded.source if shared else None)

    def with_reading(self, reading: Reading) -> Self:
        """Return the file with what another process read in it."""
        if isinstance(self.loaded, Exception):
            return self
        return replace(self, loaded=replace(self.loaded, reading=reading))

    @property
    def size(self) -> int:
        """Bytes of the content that is held in memory."""
        if isinstance(self.loaded, Exception) or self.loaded.source.is_large:
            return 0
        return len(self.loaded.source.payload)


def read_ahead(
    paths: Sequence[Path],
    columns: Mapping[str, str] | None,
    is_held: Callable[[str], bool],
    processes: int,
) -> Iterator[tuple[Path, LoadedFile | Exception]]:
    """Yield each path in order, with its file, or with the reason why it cannot be loaded.

    Few files are loaded and read ahead of what was asked for.

    Args:
        paths: Raw files.
        columns: The names of tables' columns by the fields they hold, as a person gives them.
        is_held: Says by payload digest whether the archive has a file already, so that it need
            not be read.
        processes: How many may read; with one, or for a few files, reading is left to the caller.
    """
    turns: Iterator[_Turn] = (_Turn.load(path, columns, is_held) for path in paths)
    if processes > 1 and len(paths) >= FEWEST_FILES:
        turns = _with_readings(turns, processes)
    for turn in turns:
        yield turn.path, turn.loaded


def _with_readings(turns: Iterable[_Turn], processes: int) -> Iterator[_Turn]:
    """Yield the same files, those that are shared with what another process read in them."""
    groups = _groups(turns)
    at_work: deque[list[_Turn]] = deque()
    # No process is started as long as there is nothing to read, as when all files are held.
    for group in groups:
        if _shared(group):
            groups = chain([group], groups)
            break
        yield from group

    def sources() -> Iterator[list[SourceFile]]:
        for group in groups:
            at_work.append(group)
            yield _shared(group)

    for done in each_in_order(_read_each, sources(), processes):
        group = at_work.popleft()
        readings = _read_alone(group, processes) if isinstance(done, WorkerError) else iter(done)
        for turn in group:
            yield turn if turn.shared is None else turn.with_reading(next(readings))


def _groups(turns: Iterable[_Turn]) -> Iterator[list[_Turn]]:
    """Yield the files in groups that are small enough to be held, and to be read in one go."""
    group: list[_Turn] = []
    for turn in turns:
        group.append(turn)
        if (
            len(_shared(group)) == _READ_TOGETHER
            or len(group) == _LOADED_TOGETHER
            or sum(one.size for one in group) > _MEGABYTES_TOGETHER * 1024 * 1024
        ):
            yield group
            group = []
    if group:
        yield group


def _shared(group: Iterable[_Turn]) -> list[SourceFile]:
    return [turn.shared for turn in group if turn.shared is not None]


def _read_each(sources: Sequence[SourceFile]) -> list[Reading]:
    return [_read(source) for source in sources]


def _read(source: SourceFile) -> Reading:
    """Read the one story of a file, in whatever process."""
    try:
        (record,) = records_of(source)
        return record.read()
    except SettingsError:
        raise
    except Exception as error:
        return UnreadableSourceError.unforeseen(source.path, error)


def _read_alone(group: Sequence[_Turn], processes: int) -> Iterator[Reading]:
    """Yield the readings of a group that ended its process, with the error of the file at fault."""
    sources = _shared(group)
    readings = each_in_order(_read, sources, min(processes, max(1, len(sources))))
    for source, reading in zip(sources, readings, strict=True):
        yield _fatal(source, reading) if isinstance(reading, WorkerError) else reading


def _fatal(source: SourceFile, error: WorkerError) -> UnreadableSourceError:
    return source.unreadable(
        f"it cannot be read (the process at it failed: {error.reason})", "save the story as text"
    )
