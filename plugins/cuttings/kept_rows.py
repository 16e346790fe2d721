"""What the articles of an archive say, a row each, kept beside it: reading all takes a while."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from cuttings.article.article_files import article_state, is_settled
from cuttings.article.atomic_file import write_atomically
from cuttings.build_version import code_digest
from cuttings.garbage_collection import without_garbage_collection

_MOST_UNKEPT = 256
"""Rows that are made again in each run before the file is written anew: a few take less time than
writing thousands."""

_STATE = 4
"""Values at the start of a row: what the system says of the article's file."""


class KeptRows:
    """A row for each article, as an earlier run left it where nobody has touched the file since.

    That is told by what the system says of the file (see ``article_files``). The rows may be
    deleted; they count only for the code that made them.

    Args:
        file: Where they are kept.
        root: The content folder.
        read: Makes the row of the article at a path, of values that JSON has; what it raises, so
            does ``row``.
    """

    def __init__(self, file: Path, root: Path, read: Callable[[Path], list[Any]]) -> None:
        self._file = file
        self._root = f"{root}{os.sep}"
        self._read = read
        self._kept = _read_rows(file)
        self._rows: dict[str, list[Any]] = {}
        self._unkept = 0
        self._began = time.time_ns()

    def row(self, path: Path) -> list[Any]:
        """Return the row of the article at ``path``."""
        # Looked at first, so that a change while it is read shows the next time.
        state = article_state(path)
        key = str(path).removeprefix(self._root)
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
            record = {"code": code_digest(), "articles": self._rows}
            # A run needs nothing of it.
            with suppress(OSError, orjson.JSONEncodeError):
                write_atomically(self._file, orjson.dumps(record).decode())


@without_garbage_collection()
def _read_rows(file: Path) -> Mapping[str, list[Any]]:
    """Return the rows by path; none if the file is missing, damaged, or of other code."""
    try:
        record = orjson.loads(file.read_bytes())
        if record["code"] != code_digest():
            return {}
        return {key: row for key, row in record["articles"].items() if isinstance(row, list)}
    except (OSError, KeyError, TypeError, ValueError, AttributeError):
        return {}
