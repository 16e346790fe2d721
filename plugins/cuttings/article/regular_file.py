"""Opening what lies in an archive or an inbox: regular files, and nothing else.

A link may lead to any file of the system, and opening a pipe may wait for ever.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from cuttings.errors import InputError

MOST_MEGABYTES = 100 * 1024
"""Largest file that is read at all: a hundred gigabytes, which take minutes."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_regular(
    path: Path, refusal: type[InputError], most_megabytes: int = MOST_MEGABYTES
) -> BinaryIO:
    """Open a regular file to be read; the caller closes it.

    Args:
        path: The file.
        refusal: What is raised if it cannot be opened.
        most_megabytes: How large it may be; a file of holes can be said to be of any size.

    Raises:
        InputError: If it is a link, a folder, a pipe or the like, or too large, or the system
            refuses to open it; of the kind ``refusal``.
    """
    try:
        # Looked at first, because some devices do not even like to be opened.
        _check(path, path.lstat().st_mode, refusal)
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise refusal(
            path,
            f"it cannot be opened ({error.strerror or error})",
            "check that it exists and its permissions",
        ) from error
    file = os.fdopen(descriptor, "rb")
    try:
        opened = os.fstat(descriptor)
        _check(path, opened.st_mode, refusal)
        if opened.st_size > most_megabytes * 1024 * 1024:
            raise refusal(
                path, f"it is larger than {most_megabytes:,} MB", "take it out or split it"
            )
    except InputError:
        file.close()
        raise
    return file


def _check(path: Path, mode: int, refusal: type[InputError]) -> None:
    if stat.S_ISLNK(mode):
        raise refusal(path, "it is a link, and links are not followed", "put the file itself there")
    if stat.S_ISDIR(mode):
        kind = "a folder" if _can_be_listed(path) else "a folder that cannot be opened"
        raise refusal(path, f"it is {kind}", "check its name and its permissions, or remove it")
    if not stat.S_ISREG(mode):
        raise refusal(path, "it is not a file", "take it away")


def _can_be_listed(folder: Path) -> bool:
    try:
        os.scandir(folder).close()
    except OSError:
        return False
    return True
