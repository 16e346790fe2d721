"""The lock on an archive: one run at a time writes in it.

Everything that writes takes it by itself: taking in, fetching, tagging, merging, and the builds
that do so. A command that does several of these takes it once for all of them. Who only reads
needs no lock: each file is whole at any moment.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cuttings.article.atomic_file import remove_leftovers
from cuttings.article.file_lock import try_lock
from cuttings.errors import BusyArchiveError, UnwritableArchiveError

LOCK_NAME = ".cuttings.lock"

_TRIES = 10
"""How often the file is opened anew because the run before removed it just then."""

_held: set[tuple[int, Path]] = set()
"""Which thread of this process holds the lock of which archive."""


@contextmanager
def archive_lock(root: Path) -> Iterator[None]:
    """Hold the lock of the archive below ``root``; whoever holds it already goes on.

    The system releases it when the process ends, however that is. The file names the process; it
    is removed at the end. If it is still there, a run was killed: what that left is removed.

    Raises:
        BusyArchiveError: If another run holds it.
        UnwritableArchiveError: If the folder cannot be written.
    """
    key = threading.get_ident(), root.resolve()
    if key in _held:
        yield
        return
    with ExitStack() as stack:
        try:
            root.mkdir(parents=True, exist_ok=True)
            _take(root / LOCK_NAME, stack)
        except OSError as error:
            raise UnwritableArchiveError(root, error.strerror or str(error)) from error
        _held.add(key)
        stack.callback(_held.discard, key)
        yield


def _take(path: Path, stack: ExitStack) -> None:
    """Take the lock until ``stack`` is closed, and clean up after a run that was killed.

    Raises:
        BusyArchiveError: If another run holds it.
    """
    for _ in range(_TRIES):
        with ExitStack() as attempt:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            attempt.callback(os.close, descriptor)
            if not try_lock(descriptor):
                raise BusyArchiveError(path, _holder(descriptor))
            if _is_current(descriptor, path):
                if os.fstat(descriptor).st_size > 0:
                    # First of all: on a full disk this makes the room for what follows.
                    remove_leftovers(path.parent)
                attempt.callback(path.unlink, missing_ok=True)
                os.ftruncate(descriptor, os.write(descriptor, f"{os.getpid()}\n".encode()))
                stack.push(attempt.pop_all())
                return
    raise BusyArchiveError(path)


def _is_current(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one that stands at ``path``."""
    try:
        return os.fstat(descriptor).st_ino == path.stat().st_ino
    except FileNotFoundError:
        return False


def _holder(descriptor: int) -> str:
    return os.pread(descriptor, 20, 0).decode("ascii", errors="replace").strip()
