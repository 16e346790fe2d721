"""The lock that the system keeps on an open file until its process ends, however that is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # pragma: no cover - Windows refuses to remove a file that is open instead
    flock = None  # type: ignore[assignment]


def try_lock(descriptor: int) -> bool:
    """Take the lock of an open file or folder, and say whether it was free.

    Where a system has no such locks it is always free.

    Args:
        descriptor: The open file; the lock is held until it is closed.

    Raises:
        OSError: If the file lies where nothing can be locked.
    """
    if flock is None:
        return True
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, for which another process is waited for; it leaves no file.

    Where a system has no such locks, no other process is waited for.
    """
    if flock is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flock(descriptor, LOCK_EX)
        yield
    finally:
        os.close(descriptor)
