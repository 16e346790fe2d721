"""The folder of pages that a person writes, and in it the one of the files they may use.

Everything in ``files`` is published, for that is what the folder is for; nothing else is but the
pages themselves. Links in the file system are not followed: what they lead to was never put there.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from cuttings.errors import InputError, Report

PAGES = "pages"
"""The folder's path from the content folder."""

FILES = f"{PAGES}/files"
"""The path of the folder of files from the content folder; in the site it is the same."""

_PAGE_SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")


class PageFolder:
    """What a person wrote for the site below one content folder.

    Args:
        root: The content folder.
        report: Called with what lies there and can be no page and no file.
    """

    def __init__(self, root: Path, report: Report) -> None:
        self._root = root
        self._report = report

    def pages(self) -> Iterator[Path]:
        """Yield the pages in a fixed order."""
        for path in self._regular_files(self._root / PAGES, leave_out=self._root / FILES):
            if path.suffix.lower() in _PAGE_SUFFIXES:
                yield path
            else:
                self._report(
                    InputError(path, "it is not a page", f"put files that pages use into {FILES}/")
                )

    def files(self) -> Iterator[tuple[Path, str]]:
        """Yield each file that pages may use with its path from the content folder."""
        for path in self._regular_files(self._root / FILES):
            yield path, path.relative_to(self._root).as_posix()

    def _regular_files(self, folder: Path, leave_out: Path | None = None) -> Iterator[Path]:
        """Yield the files below ``folder`` in a fixed order, without links and hidden files."""
        if folder.is_symlink() or folder.parent.is_symlink():
            self._refuse_link(folder)
            return
        for parent, folders, names in os.walk(folder):
            here = Path(parent)
            for name in folders:
                if (here / name).is_symlink():
                    self._refuse_link(here / name)
            folders[:] = sorted(name for name in folders if self._is_entered(here / name))
            folders[:] = [name for name in folders if here / name != leave_out]
            for name in sorted(names):
                if not name.startswith(".") and self._is_regular(here / name):
                    yield here / name

    def _is_entered(self, folder: Path) -> bool:
        return not (folder.name.startswith(".") or folder.is_symlink())

    def _is_regular(self, path: Path) -> bool:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            self._refuse_link(path)
        elif not stat.S_ISREG(mode):
            self._report(InputError(path, "it is not a file", "take it away"))
        return stat.S_ISREG(mode)

    def _refuse_link(self, path: Path) -> None:
        self._report(InputError(path, "it is a link", "put the file itself there"))
