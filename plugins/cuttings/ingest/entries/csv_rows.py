"""Rows of CSV and TSV files of any size, numbered as a spreadsheet numbers them."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Self

from cuttings.article.characters import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.row import Row
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.raw.text_stream import decoded_lines

_DELIMITERS = ",;\t|"
_STATED = "sep="
"""How Excel states the delimiter, in a line above the header."""

_MOST_READ_AGAIN = 4
"""Times that what was read of a table may be read again, because quotation marks have no end."""

_SMALL = 1_000_000
"""Characters added to what was read before that limit counts: a few rows of a small table do not
reach it, and are reported one by one."""

_REMEDY = "put the cell in quotation marks and double those within it"


def csv_header(source: SourceFile) -> frozenset[str]:
    """Return the names of a table's columns in lower case; none if its start is not a table."""
    try:
        header = CsvRows(source.part(source.head, source.place)).header
    except UnreadableSourceError:
        return frozenset()
    return frozenset(name.lower() for name in header)


class CsvRows:
    """The rows of a table, read one after the other.

    A row that is not well formed, or has more or fewer cells than the header, is one with a
    problem; after it the next line is taken for a row again, so that a quotation mark that
    is never closed costs one row and not the rest of the file; but where hardly any is closed, the
    table ends. A row whose cells are all empty
    has no story; a line with nothing on it is not a row.

    Args:
        source: The file.

    Attributes:
        header: Names of the columns.

    Raises:
        UnreadableSourceError: If the file is not text or has no header, and where the table ends.
    """

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._lines = _Lines(decoded_lines(source))
        self._delimiter = self._find_delimiter()
        self._number = 0
        self._parsed = self._parse()
        header = next((cells for cells in self._parsed if cells), None)
        if not isinstance(header, list) or not any(map(str.strip, header)):
            raise source.unreadable("it has no header", "name the columns in its first row")
        self.header: Sequence[str] = [one_line(name) for name in header]
        self._lines.start_row()

    def __iter__(self) -> Iterator[Row]:
        for cells in self._parsed:
            place = f"row {self._number}"
            if isinstance(cells, csv.Error):
                yield Row(place, problem="a quotation mark in it is not closed", remedy=_REMEDY)
            elif any(map(str.strip, cells)):
                yield self._row(place, cells)
            elif cells:
                yield Row(place, no_story="an empty row")
            self._lines.start_row()
            if self._lines.read_again > _MOST_READ_AGAIN * (self._lines.read + _SMALL):
                raise self._source.unreadable(
                    f"the quotation marks of too many rows are not closed, the last is {place}",
                    "put each cell in quotation marks and double those within it",
                )

    def _row(self, place: str, cells: list[str]) -> Row:
        width = len(self.header)
        if len(cells) < width or any(map(str.strip, cells[width:])):
            self._lines.give_back()
            problem = f"it has {len(cells)} cells and the header {width}"
            return Row(place, problem=problem, remedy=_REMEDY)
        # Of two columns with one name the first counts.
        return Row(place, dict(zip(reversed(self.header), reversed(cells[:width]), strict=True)))

    def _parse(self) -> Iterator[list[str] | csv.Error]:
        """Yield the cells of each row, or the reason it cannot be read."""
        while True:
            reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
            try:
                while (cells := _next_cells(reader)) is not None:
                    self._number += 1
                    yield cells
            except csv.Error as error:
                self._number += 1
                self._lines.give_back()
                yield error
            else:
                return

    def _find_delimiter(self) -> str:
        first = next(self._lines, "")
        stated = first.strip("\n")
        if stated.lower().startswith(_STATED) and len(stated) == len(_STATED) + 1:
            self._lines.start_row()
            return stated[-1]
        self._lines.give_back(whole=True)
        return max(_DELIMITERS, key=first.count)


def _next_cells(reader: Iterator[list[str]]) -> list[str] | None:
    """Return the cells of the next row, or None at the end.

    Python's limit of 128 KB a cell is shorter than many articles. It holds for all tables of the
    process, so it is lifted only here.
    """
    usual = csv.field_size_limit(MAX_SOURCE_BYTES)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(usual)


class _Lines:
    """Lines for a parser, which can be given back as far as the start of a row.

    They seem to end where a row becomes larger than a source that is held in memory.

    Args:
        lines: The lines of a file.

    Attributes:
        read: Characters of the lines that came first.
        read_again: Characters of those that were given back.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.read = self.read_again = 0
        self._size = 0
        self._coming = lines
        self._again: deque[str] = deque()
        self._row: list[str] = []

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        if self._size > MAX_SOURCE_BYTES:
            raise StopIteration
        if self._again:
            line = self._again.popleft()
        else:
            line = next(self._coming)
            self.read += len(line)
        self._row.append(line)
        self._size += len(line)
        return line

    def start_row(self) -> None:
        """Forget the lines of the row that is done."""
        self._row.clear()
        self._size = 0

    def give_back(self, *, whole: bool = False) -> None:
        """Let the lines of the row come again, without its first one unless ``whole``."""
        given = self._row if whole else self._row[1:]
        self._again.extendleft(reversed(given))
        self.read_again += sum(map(len, given))
        self.start_row()
