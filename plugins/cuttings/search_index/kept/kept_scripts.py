"""Kept scripts: the files of the index in place, by their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import numpy as np

from cuttings.build_cache import BuildCache
from cuttings.kept_file import FileState, keep_file, keep_same

NAME = "index/scripts"
"""Its name in the cache of a build."""


@dataclass(frozen=True, slots=True)
class WrittenScripts:
    """The scripts of an index.

    Attributes:
        files: The digest of the content of each file and its state, by its name within the folder
            of the index.
        by_key: The digest of scripts by a digest of what each was made from.
    """

    files: Mapping[str, tuple[bytes, FileState]]
    by_key: Mapping[bytes, bytes]

    def store(self, cache: BuildCache) -> None:
        """Keep for the next build which files there are."""
        if not cache.is_kept:
            return
        names = list(self.files)
        states = [(state.size, state.modified, state.inode) for _, state in self.files.values()]
        digests = [digest for digest, _ in self.files.values()]
        numbers = np.array(states, np.int64).reshape(-1, 3)
        cache.store(NAME, (names, digests, numbers, dict(self.by_key)))


@dataclass(frozen=True, slots=True)
class KeptScripts:
    """The scripts that an earlier build wrote.

    Attributes:
        folder: The folder of the index in the site in place, or None without a site.
        files: The name of a file within it and its state, by the digest of its content.
        by_key: The digest of a script by that of what it was made from.
    """

    folder: Path | None = None
    files: Mapping[bytes, tuple[str, FileState]] = field(default_factory=dict)
    by_key: Mapping[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def of_site(cls, cache: BuildCache, folder: Path) -> Self:
        """Return the folder in the site in place, without what is known of its files.

        The arguments are those of ``load``.
        """
        return cls(cache.site / folder.name if cache.site else None)

    @classmethod
    def load(cls, cache: BuildCache, folder: Path) -> Self:
        """Return what the last build kept.

        Args:
            cache: The build's cache.
            folder: The folder of the index that is being built.
        """
        value = cache.load(NAME)
        if value is None:
            return cls.of_site(cache, folder)
        names, digests, states, by_key = value
        files = zip(names, map(FileState, *states.T.tolist()), strict=True)
        return replace(
            cls.of_site(cache, folder), files=dict(zip(digests, files, strict=True)), by_key=by_key
        )

    def keep(self, digest: bytes, place: str) -> FileState | None:
        """Give the file of a content a second name; return its state if that was possible."""
        if self.folder is None or digest not in self.files:
            return None
        name, state = self.files[digest]
        return state if keep_file(f"{self.folder}/{name}", place, state) else None

    def settled(self, name: str, place: str) -> FileState | None:
        """Return the state of a file that was written, None if it is gone.

        If the site in place has the same file, that one is kept, with its time.

        Args:
            name: Its name within the folder of the index.
            place: Where it was written.
        """
        if self.folder is not None:
            keep_same(self.folder / name, Path(place))
        return FileState.of(place)
