"""The closed list of what a build publishes.

Whoever writes a file of the site claims its address here first. What is not on the list when the
build ends was not made by it on purpose and is not published (``unclaimed_files``).
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cuttings.errors import AddressTakenError
from cuttings.kept_file import FileState, keep_same

_KEY = "CUTTINGS_PUBLISHED_FILES"


class PublishedFiles:
    """The addresses that a build has given away, each once.

    Two that differ in case, or in the normal form of their characters, are one: some disks and
    browsers do not distinguish them.
    """

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._states: dict[str, FileState] = {}

    @classmethod
    def of(cls, settings: dict[str, Any]) -> PublishedFiles:
        """Return the list of the build that has these settings; all its plugins share one."""
        published: PublishedFiles = settings.setdefault(_KEY, cls())
        return published

    def begin(self) -> None:
        """Forget what an earlier build of the same process published."""
        self._paths.clear()
        self._states.clear()

    def claim(self, path: str) -> None:
        """Put a file on the list.

        Args:
            path: From the site's root, with ``/`` between folders.

        Raises:
            AddressTakenError: If it is on the list already.
        """
        key = _key(path)
        if key in self._paths:
            raise AddressTakenError(self._paths[key])
        self._paths[key] = path

    def claim_folder(self, site: Path, folder: str) -> None:
        """Put all files on the list that lie in a folder which one writer has for itself.

        Args:
            site: The site's root.
            folder: The folder's path from there.

        Raises:
            AddressTakenError: If one of them is on the list already.
        """
        for path in relative_files(site / folder):
            self.claim(f"{folder}/{path}")

    def note_state(self, path: str, state: FileState) -> None:
        """Note the state of a file that is as it will be when the build ends."""
        self._states[path] = state

    def settle(self, site: Path, place: Path | None) -> Mapping[str, FileState]:
        """Have all files of the list be as they will be when the build ends.

        Those that the site in place has with the same bytes are kept. A file whose state is noted
        is not looked at again.

        Args:
            site: The root of the site that is being built.
            place: That of the site in place; None if nothing is to be kept of it.

        Returns:
            The state of each file that is there, by path.
        """
        for path in self._paths.values():
            if path not in self._states:
                if place is not None:
                    keep_same(place / path, site / path)
                if state := FileState.of(site / path):
                    self._states[path] = state
        return self._states

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and _key(path) in self._paths

    def __iter__(self) -> Iterator[str]:
        """Yield the paths in their order."""
        yield from sorted(self._paths.values())


def relative_files(folder: Path) -> set[str]:
    """Return the paths of all that lies below ``folder`` and is not a folder, with ``/`` in them.

    Links are listed and not followed. A folder that is missing has none.
    """
    return {name for name, _ in file_entries(folder)}


def file_entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield what ``relative_files`` returns, each path with its entry in the file system.

    A folder that cannot be opened is left out. ``pathlib`` takes ten times as long for this.
    """
    waiting = [(str(folder), "")]
    while waiting:
        place, name = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{name}{entry.name}/"))
            else:
                yield f"{name}{entry.name}", entry


def unclaimed_files(site: Path, published: PublishedFiles, earlier: Iterable[str]) -> list[str]:
    """Return the files of a site that are not on the list of the build that has just ended.

    Args:
        site: The site's root.
        published: What the build claimed.
        earlier: Files that lay there before it began: of an earlier build, or a person's own.
    """
    unclaimed = relative_files(site).difference(earlier)
    return sorted(path for path in unclaimed if path not in published)


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
