"""The pages of the site in place, and which of them a new build need not write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from cuttings.background_task import BackgroundTask
from cuttings.build_cache import BuildCache
from cuttings.kept_file import FileState, keep_file, keep_same
from cuttings.worker_pool import BATCH, may_fork

_NAME = "pages"

PageEntry = tuple[str, "PageDigests", FileState]
"""A page's path, its digests, and its file as it was written."""


class PageDigests(NamedTuple):
    """What decides whether a page would be written again as it is.

    Attributes:
        whole: Digest of all that it is made from, or "".
        exact: Digest of what it shows; "" if it is the same question, or not known.
    """

    whole: str
    exact: str = ""


class PageTable:
    """Keeps pages of the site in place that would be written again as they are.

    Args:
        cache: What earlier builds have left.
        output: The folder of the site that is being built.
    """

    def __init__(self, cache: BuildCache, output: Path) -> None:
        self._cache = cache
        self._output = output
        self._folders: set[str] = set()
        self._linking: BackgroundTask[list[str]] | None = None
        self._linked: set[str] = set()
        self._known: dict[str, tuple[str, str, tuple[int, int, int]]] = cache.load(_NAME) or {}

    @property
    def is_kept(self) -> bool:
        """Whether another build will ask for the pages of this one."""
        return self._cache.is_kept

    @property
    def knows_any(self) -> bool:
        """Whether the site in place has any page that is known."""
        return bool(self._known)

    def begin(self, processes: int) -> None:
        """Begin to link the pages in a process of its own, before it is known which will be kept.

        Nothing is begun where that is not worth a process, or where the new site's folder has
        anything in it. Nobody may write a page before ``end``.

        Args:
            processes: How many processes may share the work of the build.
        """
        is_new = not self._output.exists() or not any(self._output.iterdir())
        if processes > 1 and may_fork() and is_new and len(self._known) > BATCH:
            self._linking = BackgroundTask(self.link)

    def link(self) -> list[str]:
        """Link every page that is known and untouched; return the paths.

        Pages in the site's root are left out, as a page that a person wrote may have their place.
        """
        return [
            path
            for path, (*_, state) in self._known.items()
            if "/" in path and self._link(path, FileState(*state))
        ]

    def wait(self) -> None:
        """Wait until all that ``begin`` has begun is done.

        Raises:
            WorkerError: If its process died.
        """
        if self._linking is not None:
            self._linked.update(self._linking.result())
            self._linking = None

    def end(self, kept: Iterable[str]) -> None:
        """Take pages that were linked and are not kept out of the new site.

        Args:
            kept: The paths of the pages that are kept.
        """
        removed = [self._output / path for path in self._linked.difference(kept)]
        for place in removed:
            place.unlink()
        for folder in {place.parent for place in removed}:
            if not any(folder.iterdir()):
                folder.rmdir()
        self._linked.clear()

    def keep(self, path: str, whole: str, exact: Callable[[], str]) -> PageEntry | None:
        """Put a page of the site in place into the new one, if it shows the same.

        Args:
            path: The page's path from the site's root.
            whole: Digest of all that it is made from, or "".
            exact: Gives that of what it shows, or ""; asked for only where ``whole`` is another.

        Returns:
            Its entry for the next build; None if it has to be written.
        """
        known_whole, known_exact, known_state = self._known.get(path, ("", "", ()))
        if not whole or not known_whole:
            return None
        if known_whole != whole and not (known_exact and known_exact == exact()):
            return None
        state = FileState(*known_state)
        return (path, PageDigests(whole, known_exact), state) if self._link(path, state) else None

    def written(self, path: str, digests: PageDigests) -> PageEntry | None:
        """Return the entry of a page that was written, None if it is not known what it shows.

        If the site in place has the same page, that one is kept, with its time.
        """
        new = self._output / path
        if self._cache.site is not None:
            keep_same(self._cache.site / path, new)
        state = FileState.of(new)
        return (path, digests, state) if state else None

    def store(self, entries: Iterable[PageEntry]) -> None:
        """Leave the pages of this build to the next one."""
        self._cache.store(
            _NAME, {path: (*digests, tuple(state)) for path, digests, state in entries}
        )

    def _link(self, path: str, state: FileState) -> bool:
        site = self._cache.site
        if path in self._linked:
            return True
        if site is None:
            return False
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._output / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return keep_file(f"{site}/{path}", f"{self._output}/{path}", state)
