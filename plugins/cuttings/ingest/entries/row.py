"""Rows: the records of tables and lists, whatever syntax they are written in."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from cuttings.article.characters import one_line
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.source_fields import strings_of
from cuttings.ingest.raw.record import NoStory, Record, broken_record, made_record
from cuttings.ingest.raw.source_file import SourceFile

_LONGEST_LIST = 100_000
"""Characters of a list that is read by the rules of its syntax; the tree of one takes a hundred
times its memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table or list.

    Attributes:
        place: Where it stands, as in "row 12".
        fields: Its values by the names of its columns; empty if it cannot be used.
        problem: Why it cannot be used, as the middle of a sentence, or "".
        remedy: What to do about that.
        no_story: What it is if it is whole and has no story ("an empty row"), or "".
    """

    place: str
    fields: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""
    remedy: str = ""
    no_story: str = ""

    @property
    def has_story(self) -> bool:
        """Whether its values are those of a story."""
        return not (self.problem or self.no_story)

    def text(self, name: str) -> str:
        """Return a value as one line, or ""."""
        return one_line(", ".join(strings_of(self.fields.get(name))))

    def values(self, name: str) -> tuple[str, ...]:
        """Return a value that is a list as lines without doubles."""
        return _distinct(strings_of(self.fields.get(name)))

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the items that a value lists, in the syntax of JSON or Python or with commas.

        ``["a", "b, c"]``, ``['a', 'b, c']`` and ``a, b`` are all met in exports.
        """
        cell = self.text(name)
        values: object = cell.split(",")
        if cell.startswith("["):
            values = cell.strip("[]").split(",")
            if len(cell) <= _LONGEST_LIST:
                with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
                    values = ast.literal_eval(cell)
        return _distinct(strings_of(values))

    def whole(self, name: str) -> str:
        """Return a value with its line breaks, or ""."""
        return "\n\n".join(strings_of(self.fields.get(name)))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(one_line, values))))


def row_records(
    source: SourceFile, rows: Iterable[Row], entry_of: Callable[[Row], Entry]
) -> Iterator[Record]:
    """Yield the records of a file's rows.

    Args:
        source: The file.
        rows: Its rows.
        entry_of: Says what a row states of a story.
    """
    for row in rows:
        if row.has_story:
            make = partial(_row_record, source, row, entry_of)
            yield made_record(source, row.place, make)
        else:
            yield record_without_story(source, row)


def _row_record(source: SourceFile, row: Row, entry_of: Callable[[Row], Entry]) -> Record:
    return entry_record(source, entry_of(row), row.place)


def record_without_story(source: SourceFile, row: Row) -> Record:
    """Return the record of a row that cannot be used or has nothing to use.

    Args:
        source: The file.
        row: The row.
    """
    part = source.part(row.place.encode(), row.place)
    if row.problem:
        return broken_record(part, row.problem, row.remedy)
    return Record(part, lambda _part: NoStory(row.no_story))
