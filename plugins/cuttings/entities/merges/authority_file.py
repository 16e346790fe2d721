"""Changing an authority file without touching the rows that do not change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from cuttings.article.atomic_file import WRITTEN_BESIDE, write_atomically
from cuttings.article.characters import one_line
from cuttings.article.formula_guard import guarded, unguarded
from cuttings.article.table_separator import SAVE_AS_CSV, separator_of
from cuttings.entities.authorities.authority_rows import COLUMNS
from cuttings.errors import AuthorityError

_MARK = "\ufeff"


class AuthorityFile:
    """An authority file as text, to which see-from forms are added.

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
        self._mark = _MARK if text.startswith(_MARK) else ""
        rows = text.removeprefix(_MARK)
        self._lines = rows.splitlines(keepends=True)
        if not rows.strip():
            self._lines = [",".join(COLUMNS) + "\n"]
        header = self._lines[0]
        self._separator = separator_of(header)
        self._line_end = "\r\n" if header.endswith("\r\n") else "\n"
        self._columns = [cell.strip().casefold() for cell in self._cells(0, 1)]
        for column in ("heading", "see-from"):
            if column not in self._columns:
                raise AuthorityError(
                    path, f"it has no column '{column}'", "add it to the first line", "line 1"
                )

    def add_forms(self, heading: str, forms: Iterable[str]) -> None:
        """Let forms lead to a heading: in its row, or in a new last row."""
        place, column = self._columns.index("heading"), self._columns.index("see-from")
        for start, end in self._row_spans():
            cells = self._cells(start, end)
            if len(cells) > place and one_line(unguarded(cells[place])) == heading:
                cells += [""] * (column + 1 - len(cells))
                written = unguarded(cells[column]).split("|")
                known = [one_line(form) for form in written if form.strip()]
                cells[column] = guarded(" | ".join(dict.fromkeys((*known, *forms))))
                self._lines[start:end] = [self._row(cells)]
                return
        if not self._lines[-1].endswith(("\n", "\r")):
            self._lines[-1] += self._line_end
        cells = [""] * len(self._columns)
        cells[place], cells[column] = guarded(heading), guarded(" | ".join(dict.fromkeys(forms)))
        self._lines.append(self._row(cells))

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

        write_atomically(self._path.resolve(), self._mark + "".join(self._lines), check)

    def _row_spans(self) -> list[tuple[int, int]]:
        """Return the first line of each row and the line after its last, the header left out."""
        reader = csv.reader(self._lines, delimiter=self._separator)
        ends = [reader.line_num for _ in reader]
        return list(pairwise(ends))

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
