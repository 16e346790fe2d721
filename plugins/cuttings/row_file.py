"""A file with a row for each article, kept beside an archive so that not all need be read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from cuttings.article.atomic_file import write_atomically
from cuttings.build_version import code_digest
from cuttings.garbage_collection import without_garbage_collection

Row = list[Any]
"""Values that JSON has."""


class RowFile:
    """Keeps rows from one run to the next. They count only for the code that made them.

    The archive is as it should be without the file, too, so it may be deleted.

    Args:
        file: Where the rows are kept.
        root: The content folder.
    """

    def __init__(self, file: Path, root: Path) -> None:
        self._file = file
        self._root = f"{root}{os.sep}"

    def key(self, path: Path) -> str:
        """Return what the row of the article at ``path`` is found by."""
        return str(path).removeprefix(self._root)

    @without_garbage_collection()
    def load(self) -> Mapping[str, Row]:
        """Return the rows by their keys; none if the file is missing, damaged, or of other code."""
        try:
            record = orjson.loads(self._file.read_bytes())
            if record["code"] != code_digest():
                return {}
            return {key: row for key, row in record["articles"].items() if isinstance(row, list)}
        except (OSError, KeyError, TypeError, ValueError, AttributeError):
            return {}

    def store(self, rows: Mapping[str, Row]) -> None:
        """Keep rows by their keys; nothing is kept if they or the file cannot be written."""
        record = {"code": code_digest(), "articles": rows}
        with suppress(OSError, orjson.JSONEncodeError):
            write_atomically(self._file, orjson.dumps(record).decode())
