"""The lock on an archive: one run at a time files articles in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cuttings.errors import BusyArchiveError, SettingsError

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # pragma: no cover - Windows refuses to remove a file that is open instead
    flock = None  # type: ignore[assignment]

LOCK_NAME = ".cuttings.lock"


@contextmanager
def archive_lock(root: Path) -> Iterator[None]:
    """Hold the lock of the archive below ``root``.

    The system releases it when the process ends, however that is. The file names the process; it
    is removed at the end.

    Raises:
        BusyArchiveError: If another run holds it.
        SettingsError: If the folder cannot be written.
    """
    path = root / LOCK_NAME
    with ExitStack() as stack:
        try:
            root.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            stack.callback(os.close, descriptor)
            _lock(descriptor, path)
            stack.callback(path.unlink, missing_ok=True)
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode())
        except OSError as error:
            raise SettingsError(
                f"{root}: nothing can be filed there ({error.strerror}); "
                "check the free space and the rights of the folder"
            ) from error
        yield


def _lock(descriptor: int, path: Path) -> None:
    """Take the lock, if the file is still the one that stands there.

    Raises:
        BusyArchiveError: If another run holds it, or just ended.
    """
    if flock is None:
        return
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
        is_current = os.fstat(descriptor).st_ino == path.stat().st_ino
    except OSError:
        is_current = False
    if not is_current:
        holder = os.pread(descriptor, 20, 0).decode("ascii", errors="replace").strip()
        raise BusyArchiveError(path, holder)
