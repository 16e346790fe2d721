"""The digests of a site's files, for the next build."""

from __future__ import annotations

from collections.abc import Mapping

from cuttings.kept_file import FileState

Kept = Mapping[str, tuple[str, int, int, int]]
"""Digests by paths, each with the state of its file (see ``FileState``)."""


class FileDigests:
    """Knows the digests of files that nobody has touched since an earlier build.

    Args:
        states: What the system says of each file of the site, by path from the site's root.
        kept: Digests of an earlier build (see ``kept``).
    """

    def __init__(self, states: Mapping[str, FileState], kept: Kept | None = None) -> None:
        self._states = states
        self._known = {
            path: digest
            for path, (digest, *state) in (kept or {}).items()
            if states.get(path) == tuple(state)
        }

    def get(self, path: str) -> tuple[int, str] | None:
        """Return size and digest of a file, None if it has to be read."""
        digest = self._known.get(path)
        return (self._states[path].size, digest) if digest else None

    def add(self, path: str, digest: str) -> None:
        """Keep the digest of a file that was read."""
        self._known[path] = digest

    @property
    def kept(self) -> Kept:
        """The digests that are known."""
        known = ((path, self._states.get(path)) for path in self._known)
        return {path: (self._known[path], *state) for path, state in known if state}
