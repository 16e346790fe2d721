"""Kept scripts: the files of the index in place, by their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np

from cuttings.build_cache import BuildCache
from cuttings.kept_file import FileState, keep_file

NAME = "index/scripts"
"""Its name in the cache of a build."""


@dataclass(frozen=True, slots=True)
class WrittenScripts:
    """The scripts of an index.

    Attributes:
        files: The digest of the content of each file, by its name within the folder of the index,
            and its state if it is a file of the site in place.
        by_key: The digest of scripts by a digest of what each was made from.
    """

    files: Mapping[str, tuple[bytes, FileState | None]]
    by_key: Mapping[bytes, bytes]

    def store(self, cache: BuildCache, folder: Path) -> None:
        """Keep for the next build which files there are.

        Args:
            cache: The build's cache.
            folder: The folder of the index.
        """
        if not cache.is_kept:
            return
        found = (
            (name, digest, state or FileState.of(f"{folder}/{name}"))
            for name, (digest, state) in self.files.items()
        )
        files = [(name, digest, state) for name, digest, state in found if state]
        names = [name for name, *_ in files]
        states = [(state.size, state.modified, state.inode) for *_, state in files]
        digests = [digest for _, digest, _ in files]
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
    def load(cls, cache: BuildCache, folder: Path) -> Self:
        """Return what the last build kept.

        Args:
            cache: The build's cache.
            folder: The folder of the index that is being built.
        """
        value = cache.load(NAME)
        if value is None or cache.site is None:
            return cls()
        names, digests, states, by_key = value
        files = zip(names, map(FileState, *states.T.tolist()), strict=True)
        return cls(cache.site / folder.name, dict(zip(digests, files, strict=True)), by_key)

    def keep(self, digest: bytes, place: str) -> FileState | None:
        """Give the file of a content a second name; return its state if that was possible."""
        if self.folder is None or digest not in self.files:
            return None
        name, state = self.files[digest]
        return state if keep_file(f"{self.folder}/{name}", place, state) else None
