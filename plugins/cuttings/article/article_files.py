"""Which files of articles nobody has touched since a build read them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cuttings.article.article_file import entity_lines
from cuttings.article.filed_article import FiledArticle
from cuttings.build_cache import BuildCache

_NAME = "article-files"
"""Its name in the cache of a build."""

_KEY = "CUTTINGS_ARTICLE_FILES"

ArticleState = tuple[int, int, int, int]
"""Size of a file in bytes, times of the last change of its content and of anything about it in
nanoseconds, and its number on the disk."""

_KeptFile = tuple[ArticleState, str, bool]
"""The state of a file, the digest of what it holds, and whether it has all its entity lines."""

Kept = Mapping[str, _KeptFile]
"""What is known of files, by their paths."""

_SETTLED = 2_000_000_000
"""Nanoseconds that a file must have been left alone before it was looked at: on some disks two
changes within two seconds have one time."""


class ArticleFiles:
    """Knows what untouched files hold by what the system says of them, as Git does.

    Args:
        kept: What an earlier build has left (see ``kept``).
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self._known = kept or {}
        self._seen: dict[str, ArticleState] = {}
        self._looked = time.time_ns()

    @classmethod
    def look(cls, settings: dict[str, Any]) -> ArticleFiles:
        """Begin to look at the files for the build that has these settings."""
        settings[_KEY] = cls(BuildCache.of(settings).load(_NAME))
        return cls.of(settings)

    @classmethod
    def of(cls, settings: dict[str, Any]) -> ArticleFiles:
        """Return what the build that has these settings has seen of the files."""
        files: ArticleFiles | None = settings.get(_KEY)
        return files or cls.look(settings)

    def store(self, settings: dict[str, Any], articles: Iterable[FiledArticle]) -> None:
        """Leave what is known of the files of these articles to the next build."""
        BuildCache.of(settings).store(_NAME, self.kept(articles))

    def digest(self, path: Path) -> str:
        """Look at a file before it is read; return its digest, "" if it has to be read."""
        known = self._known_of(path)
        return known[1] if known else ""

    def not_known_tagged(self, paths: Iterable[Path]) -> list[Path]:
        """Return those of these files that are not known to have all their entity lines."""
        known = ((path, self._known_of(path)) for path in paths)
        return [path for path, of_path in known if not (of_path and of_path[2])]

    def kept(self, articles: Iterable[FiledArticle]) -> Kept:
        """Return what is known of the files of these articles, which were looked at, for later.

        Args:
            articles: The articles that the files hold.
        """
        rows = {}
        for filed in articles:
            name = str(filed.path)
            state = self._seen.get(name)
            if state and is_settled(state, self._looked):
                known = self._known.get(name)
                if known and known[:2] == (state, filed.digest):
                    rows[name] = known
                else:
                    lines = entity_lines(filed.article).values()
                    rows[name] = (state, filed.digest, None not in lines)
        return rows

    def _known_of(self, path: Path) -> _KeptFile | None:
        """Look at a file, once; return what is known of it if nobody has touched it."""
        name = str(path)
        if name not in self._seen:
            state = article_state(name)
            if state is None:
                return None
            self._seen[name] = state
        known = self._known.get(name)
        return known if known and known[0] == self._seen[name] else None


def article_state(path: Path | str) -> ArticleState | None:
    """Return the state of a file, None if it does not exist; a link counts as itself."""
    try:
        state = os.lstat(path)
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def is_settled(state: ArticleState, looked: int) -> bool:
    """Return whether a change of a file would show in its state.

    Args:
        state: What it was.
        looked: When that was looked at, or before, in nanoseconds since 1970.
    """
    return looked - max(state[1], state[2]) > _SETTLED
