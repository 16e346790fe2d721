"""Tags that an export writes as a list in one cell."""

from __future__ import annotations

import ast
from contextlib import suppress

from cuttings.article.characters import one_line
from cuttings.ingest.entries.source_fields import strings_of

_LONGEST_LIST = 100_000
"""Characters of a list that is read by the rules of its syntax; the tree of one takes a hundred
times its memory."""


def listed_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell: a list in the syntax of JSON or Python, else split at commas.

    ``["a", "b, c"]``, ``['a', 'b, c']`` and ``a, b`` are all met.
    """
    values: object = cell.split(",")
    if cell.startswith("["):
        values = cell.strip("[]").split(",")
        if len(cell) <= _LONGEST_LIST:
            with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
                values = ast.literal_eval(cell)
    return tuple(dict.fromkeys(tag for value in strings_of(values) if (tag := one_line(value))))
