"""Which files of articles nobody has touched since a build read them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from cuttings.article.article_file import entity_lines
from cuttings.article.filed_article import FiledArticle

FILES_NAME = "article-files"
"""Its name in the cache of a build."""

ArticleState = tuple[int, int, int, int]
"""Size of a file in bytes, times of the last change of its content and of anything about it in
nanoseconds, and its number on the disk."""

Kept = Mapping[str, tuple[ArticleState, str, bool]]
"""By the path of a file its state, the digest of what it holds, and whether it has all its entity
lines."""

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

    def digest(self, path: Path) -> str:
        """Look at a file before it is read; return its digest, "" if it has to be read."""
        name = str(path)
        state = article_state(name)
        if state is None:
            return ""
        self._seen[name] = state
        known = self._known.get(name)
        return known[1] if known and known[0] == state else ""

    def not_known_tagged(self, paths: Iterable[Path]) -> list[Path]:
        """Return those of these files that are not known to have all their entity lines."""
        return [path for path in paths if not self._is_known_tagged(path)]

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

    def _is_known_tagged(self, path: Path) -> bool:
        known = self._known.get(str(path))
        return known is not None and known[2] and known[0] == article_state(path)


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
