"""Changing an authority file without touching the rows that do not change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from cuttings.article.atomic_file import WRITTEN_BESIDE, write_atomically
from cuttings.article.characters import one_line
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.table_separator import SAVE_AS_CSV, separator_of
from cuttings.entities.authorities.authority_rows import COLUMNS
from cuttings.errors import AuthorityError

_MARK = "\ufeff"


class AuthorityFile:
    """An authority file as text, whose rows are added and changed one by one.

    Separator, line ends, byte order mark, further columns and all other rows
    stay byte for byte.

    Args:
        path: The file; one that is missing or empty begins with the usual columns.

    Raises:
        AuthorityError: If the file is not UTF-8 text or lacks a column.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = text = _read(path)
        self.before = text if path.exists() else None
        self._mark = _MARK if text.startswith(_MARK) else ""
        rows = text.removeprefix(_MARK)
        self._lines = rows.splitlines(keepends=True)
        if not rows.strip():
            self._lines = [",".join(COLUMNS) + "\n"]
        header = self._lines[0]
        self._separator = separator_of(header)
        self._line_end = "\r\n" if header.endswith("\r\n") else "\n"
        self._spans: dict[str, tuple[int, int]] | None = None
        self._columns = [cell.strip().casefold() for cell in self._cells(0, 1)]
        for column in ("heading", "see-from"):
            if column not in self._columns:
                raise AuthorityError(
                    path, f"it has no column '{column}'", "add it to the first line", "line 1"
                )

    @property
    def text(self) -> str:
        """The file's text with what was changed."""
        return self._mark + "".join(self._lines)

    def has(self, heading: str) -> bool:
        """Whether a row has a heading."""
        return self._span(heading) is not None

    def cell(self, heading: str, column: str) -> str:
        """Return what the row of a heading has in a column; "" without the row or the column."""
        span = self._span(heading)
        if span is None or column not in self._columns:
            return ""
        cells, place = self._cells(*span), self._columns.index(column)
        return one_line(unguarded(cells[place])) if place < len(cells) else ""

    def forms(self, heading: str, column: str = "see-from") -> tuple[str, ...]:
        """Return the names between the ``|`` of a cell."""
        forms = map(one_line, self.cell(heading, column).split("|"))
        return tuple(form for form in forms if form)

    def add_forms(self, heading: str, forms: Iterable[str], column: str = "see-from") -> None:
        """Let forms lead to a heading: in its row, or in a new last row.

        Args:
            heading: The heading.
            forms: The forms.
            column: Another column in which names stand between ``|``.
        """
        self.set_cell(
            heading, column, " | ".join(dict.fromkeys((*self.forms(heading, column), *forms)))
        )

    def set_cell(self, heading: str, column: str, value: str) -> None:
        """Write a value into the row of a heading; a new last row or column is added for it."""
        if column not in self._columns:
            self._add_column(column)
        span = self._span(heading)
        if span is None:
            self._add_row(heading)
            span = len(self._lines) - 1, len(self._lines)
        place, cells = self._columns.index(column), self._cells(*span)
        cells += [""] * (place + 1 - len(cells))
        cells[place] = guarded(value)
        self._lines[slice(*span)] = [self._row(cells)]
        if column == "heading" or span[1] - span[0] > 1:
            self._spans = None  # the rows behind it have moved, or it has another name

    def remove(self, heading: str) -> None:
        """Take the row of a heading away, if there is one."""
        if span := self._span(heading):
            del self._lines[slice(*span)]
            self._spans = None

    def _add_row(self, heading: str) -> None:
        if not self._lines[-1].endswith(("\n", "\r")):
            self._lines[-1] += self._line_end
        cells = [""] * len(self._columns)
        cells[self._columns.index("heading")] = guarded(heading)
        self._lines.append(self._row(cells))
        if self._spans is not None:
            self._spans[heading] = len(self._lines) - 1, len(self._lines)

    def _add_column(self, column: str) -> None:
        """Name a further column in the first row; the others are shorter than it then."""
        self._lines[0] = self._row([*self._cells(0, 1), column])
        self._columns.append(column)

    def _span(self, heading: str) -> tuple[int, int] | None:
        """Return the lines of the first row with a heading, or None."""
        if self._spans is None:
            self._spans = {}
            place = self._columns.index("heading")
            reader = csv.reader(self._lines, delimiter=self._separator)
            start = 0
            for cells in reader:
                if start and len(cells) > place:
                    found = one_line(unguarded(cells[place]))
                    self._spans.setdefault(found, (start, reader.line_num))
                start = reader.line_num
        return self._spans.get(heading)

    def write(self) -> None:
        """Write the file so that a kill leaves the old or the new one.

        A person may have put a link in its place; what that leads to is written.

        Raises:
            AuthorityError: If somebody changed it since it was read; it is left as it is.
            OSError: If it cannot be written.
        """

        def check(step: str) -> None:
            if step == WRITTEN_BESIDE and _read(self._path) != self._text:
                raise AuthorityError.changed(self._path)

        write_atomically(self._path.resolve(), self.text, check)

    def _cells(self, start: int, end: int) -> list[str]:
        return next(csv.reader(self._lines[start:end], delimiter=self._separator), [])

    def _row(self, cells: Sequence[str]) -> str:
        row = io.StringIO()
        csv.writer(row, delimiter=self._separator, lineterminator=self._line_end).writerow(cells)
        return row.getvalue()


def _read(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise AuthorityError.not_utf8(path, SAVE_AS_CSV) from error
