"""A file of the site in place that a new build keeps, because it would write the same."""

from __future__ import annotations

import filecmp
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """What the system says of a file that nobody has touched since it was written.

    Attributes:
        size: In bytes.
        modified: Time of its last change of content, in nanoseconds.
        inode: Its number on the disk.
    """

    size: int
    modified: int
    inode: int

    @classmethod
    def of(cls, path: Path | str) -> FileState | None:
        """Return the state of the file at ``path``, None if there is no such file.

        A link counts as itself.
        """
        try:
            state = os.lstat(path)
        except OSError:
            return None
        return cls(state.st_size, state.st_mtime_ns, state.st_ino)


def keep_file(place: Path | str, new_place: Path | str, written: FileState) -> bool:
    """Give a file of the site in place a second name in a site that is being built.

    The two are one file until the old site is gone, so nobody may write into it: a file that
    changes is written anew. It keeps its time, by which servers and copying programs see what a
    build has changed.

    Args:
        place: The file in the site in place.
        new_place: Where it belongs; its folder must be there.
        written: Its state when a build wrote it.

    Returns:
        Whether that was possible; it is not if the file was changed since, or if the disk has no
        second names.
    """
    if FileState.of(place) != written:
        return False
    try:
        os.link(place, new_place, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def keep_same(place: Path, new: Path) -> None:
    """Keep a file of the site in place instead of a new one that has the same bytes.

    Args:
        place: The file in the site in place; it may be missing.
        new: The file in the site that is being built.
    """
    beside = new.with_name(f"{new.name}.kept")
    with suppress(OSError, NotImplementedError):
        old_state, new_state = place.lstat(), new.lstat()
        if old_state.st_size != new_state.st_size or old_state.st_ino == new_state.st_ino:
            return
        if stat.S_ISREG(old_state.st_mode) and filecmp.cmp(place, new, shallow=False):
            os.link(place, beside, follow_symlinks=False)
            beside.replace(new)
