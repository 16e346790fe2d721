"""What the articles of an archive say, a row each, kept beside it: reading all takes a while."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cuttings.article.article_files import article_state, is_settled
from cuttings.row_file import Row, RowFile

_MOST_UNKEPT = 256
"""Rows that are made again in each run before the file is written anew: a few take less time than
writing thousands."""

_STATE = 4
"""Values at the start of a row: what the system says of the article's file."""


class KeptRows:
    """A row for each article, as an earlier run left it where nobody has touched the file since.

    What the system says of the file shows that (see ``article_files``).

    Args:
        file: Where they are kept.
        root: The content folder.
        read: Makes the row of the article at a path, of values that JSON has; what it raises, so
            does ``row``.
    """

    def __init__(self, file: Path, root: Path, read: Callable[[Path], Row]) -> None:
        self._file = RowFile(file, root)
        self._read = read
        self._kept = self._file.load()
        self._rows: dict[str, Row] = {}
        self._unkept = 0
        self._began = time.time_ns()

    def row(self, path: Path) -> Row:
        """Return the row of the article at ``path``."""
        # Looked at first, so that a change while it is read shows the next time.
        state = article_state(path)
        key = self._file.key(path)
        kept = self._kept.get(key)
        if kept is not None and state is not None and kept[:_STATE] == [*state]:
            self._rows[key] = kept
            return kept[_STATE:]
        row = self._read(path)
        if state is not None and is_settled(state, self._began):
            with suppress(UnicodeEncodeError):
                key.encode()
                self._rows[key] = [*state, *row]
                self._unkept += 1
        return row

    def keep(self) -> None:
        """Keep the rows that were asked for, if that is worth the writing."""
        if self._unkept > _MOST_UNKEPT or len(self._kept) > len(self._rows) + _MOST_UNKEPT:
            self._file.store(self._rows)
