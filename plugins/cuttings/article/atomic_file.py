"""Files that are there in whole or not at all: written beside their place, flushed, renamed.

What is unfinished has a name that no other writer has, and is locked as long as its writer lives.
So two writers of one file never share it, an error takes it away again, and what a kill left is
distinguished from what somebody still writes (``remove_leftovers``).
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self

from cuttings.article.file_lock import try_lock

_BLOCK = 1024 * 1024
"""Bytes copied at a time."""

Checkpoint = Callable[[str], None]
"""Called with the name of each step just done; tests stop a writer between two of them."""

WRITTEN_BESIDE = "written beside"
"""The step after which the new content is on the disk, and the old one still in its place."""

_LEFTOVER = re.compile(r"\.cuttings-\d+-[0-9a-f]{12}\.partial")


def no_checkpoint(_step: str) -> None:
    """Do nothing after a step: the checkpoint of every run but those of tests."""


def path_beside(place: Path) -> Path:
    """Return where a file is written before it is whole: a short name that no other process takes.

    It begins with a dot and ends in ``.partial``, so that neither the inbox nor a build takes it.
    """
    return place.with_name(f".cuttings-{os.getpid()}-{secrets.token_hex(6)}.partial")


class UnfinishedFile:
    """A file that gets its name when it is whole, and is gone if it never is.

    Args:
        place: Where it belongs; its folder must be there.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._beside = path_beside(place)
        self._file = self._beside.open("xb")
        with suppress(OSError):
            try_lock(self._file.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.discard()

    @property
    def descriptor(self) -> int:
        """The open file's number."""
        return self._file.fileno()

    @property
    def stream(self) -> BinaryIO:
        """The open file, to be written."""
        return self._file

    def copy(self, content: BinaryIO) -> str:
        """Add the rest of ``content``, which is not held in memory; return its payload digest."""
        digest = hashlib.sha256()
        while block := content.read(_BLOCK):
            digest.update(block)
            self.stream.write(block)
        return digest.hexdigest()

    def hand_over(self) -> None:
        """Give to the system what was written."""
        self._file.flush()

    def flush(self) -> None:
        """Make what was written last through a power cut."""
        self.hand_over()
        os.fsync(self.descriptor)

    def put_in_place(self) -> None:
        """Give the file its name, and the rights that the one before it had there.

        The name outlasts a power cut only when its folder is flushed, too (``sync_folder``).
        """
        with suppress(OSError):
            self._beside.chmod(stat.S_IMODE(self._place.lstat().st_mode))
        if os.name != "posix":  # pragma: no cover - Windows renames no file that is open
            self._file.close()
        self._beside.replace(self._place)
        self._file.close()

    def discard(self) -> None:
        """Take the file away, if it has not got its name."""
        if self._file.closed and not self._beside.exists():
            return
        with suppress(OSError):
            self._file.close()
        self._beside.unlink(missing_ok=True)


def write_atomically(path: Path, text: str, checkpoint: Checkpoint = no_checkpoint) -> None:
    """Write UTF-8 ``text`` to ``path`` as ``copy_atomically`` does."""
    copy_atomically(path, io.BytesIO(text.encode("utf-8")), checkpoint)


def copy_atomically(path: Path, content: BinaryIO, checkpoint: Checkpoint = no_checkpoint) -> str:
    """Write ``content`` to ``path`` so that a kill leaves the old or the new file.

    It is written beside its place, flushed to the disk and renamed; then the new name outlasts
    a power cut, too. If that fails, nothing is left beside.

    Args:
        path: Where the file belongs; its folder is made if it is missing.
        content: The whole content, which is not held in memory.
        checkpoint: Called after each step.

    Returns:
        The payload digest of what was written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with UnfinishedFile(path) as file:
        digest = file.copy(content)
        file.flush()
        checkpoint(WRITTEN_BESIDE)
        file.put_in_place()
    sync_folder(path.parent)
    checkpoint("renamed")
    return digest


@contextmanager
def unfinished_folder(place: Path) -> Iterator[Path]:
    """Give a new folder beside ``place``, which gets its name at the end.

    If what is done with it fails, it is taken away. What is written to it must be flushed there.
    """
    beside = path_beside(place)
    beside.mkdir()
    descriptor = os.open(beside, os.O_RDONLY) if os.name == "posix" else None
    try:
        if descriptor is not None:
            with suppress(OSError):
                try_lock(descriptor)
        yield beside
        beside.replace(place)
        sync_folder(place.parent)
    finally:
        if descriptor is not None:
            os.close(descriptor)
        if beside.exists():
            shutil.rmtree(beside, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_leftovers(root: Path, *, below: bool = True) -> None:
    """Remove what writers that were killed left unfinished in ``root``.

    What a living writer holds stays, and so does everything by another name.

    Args:
        root: A folder.
        below: Whether to look in the folders below it, too; links are not followed.
    """
    for folder, subfolders, names in os.walk(root):
        for name in filter(_LEFTOVER.fullmatch, names):
            _remove_if_left(Path(folder, name))
        for name in list(filter(_LEFTOVER.fullmatch, subfolders)):
            subfolders.remove(name)
            _remove_if_left(Path(folder, name))
        if not below:
            return


def _remove_if_left(path: Path) -> None:
    """Remove a file or folder unless its writer lives, or the system does not let it be removed."""
    with suppress(OSError):
        if path.is_symlink():
            return
        if os.name != "posix":  # pragma: no cover - Windows removes no file that is open
            path.unlink()
            return
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if not try_lock(descriptor):
                return
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        finally:
            os.close(descriptor)
