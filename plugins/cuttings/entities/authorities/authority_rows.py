"""The rows of an authority file: what a person wrote, checked, and used as far as it goes.

An authority file is a CSV table that any spreadsheet opens and saves. Its columns
are ``heading``, ``see-from`` (forms separated by ``|``), ``when`` (words separated
by ``|``), ``same-as`` (a Wikidata id), ``note``, ``filed-as`` (what a list files the
entity under) and ``hide`` (``yes`` keeps the entity from the site), and where there are any
``different-from`` (headings that are others, however alike they look). Comma, semicolon
and tab are accepted between columns, because spreadsheets save with the separator of
the country they run in.

A row with ``when`` holds for the stories that have one of its words, so that rows
may share a see-from form and distinguish namesakes: "John Smith (banker)" when
"Barclays", "John Smith (cricketer)" when "Lord's". A row without is for all others.

A row that is wrong is reported and the rest of the table counts. Where it is not clear whether
a row hides its entity, it does: showing what a person meant to hide cannot be taken back.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from cuttings.article.characters import one_line
from cuttings.article.formula_guard import unguarded
from cuttings.article.regular_file import open_regular
from cuttings.article.table_separator import SAVE_AS_CSV, separator_of
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.errors import AuthorityError, AuthorityTableError, Report

COLUMNS = ("heading", "see-from", "when", "same-as", "note", "filed-as", "hide")
"""The columns with which an authority file begins."""

DIFFERENT_FROM = "different-from"
"""A further column: other headings that are not this one's (separated by ``|``)."""

KNOWN_COLUMNS = (*COLUMNS, DIFFERENT_FROM)
"""All columns that an authority file may have."""

_WIKIDATA = re.compile(r"^Q[1-9]\d*$")
_HIDDEN = {"": False, "no": False, "false": False, "0": False}
_HIDDEN |= {"yes": True, "true": True, "1": True, "x": True}


def read_authority_rows(path: Path, report: Report) -> tuple[AuthorityRecord, ...]:
    """Return the records of the authority file at ``path``; none if it is missing or empty.

    Args:
        path: The file.
        report: Called with each row that is wrong; the row counts as far as it can.

    Raises:
        AuthorityTableError: If the file is not such a table, so that what it hides is unknown.
    """
    lines = _text(path).splitlines(keepends=True)
    if not "".join(lines).strip():
        return ()
    separator = separator_of(lines[0])
    columns = [cell.strip().casefold() for cell in next(csv.reader(lines[:1], delimiter=separator))]
    _check_columns(path, columns, report)
    records = _DistinctRecords(path, report)
    for line, cells in _rows(path, lines, columns, separator, report):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            record = _record(path, line, columns, cells, report)
            if record is not None:
                records.add(record, line)
        except AuthorityError:
            raise
        except Exception as error:
            report(AuthorityError.unforeseen(path, error, f"line {line}"))
    return tuple(records)


def is_wikidata_id(text: str) -> bool:
    """Whether a text is a Wikidata id, as in ``Q42``."""
    return bool(_WIKIDATA.match(text))


def _text(path: Path) -> str:
    if not os.path.lexists(path):
        return ""
    with open_regular(path, AuthorityTableError) as file:
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise AuthorityTableError.not_utf8(path, SAVE_AS_CSV) from error
        except OSError as error:
            raise AuthorityTableError.unforeseen(path, error) from error


def _check_columns(path: Path, names: Sequence[str], report: Report) -> None:
    """Report unknown columns.

    Raises:
        AuthorityTableError: If one that matters may be among them: the heading, or what is hidden.
    """
    unknown = [name for name in names if name and name not in KNOWN_COLUMNS]
    if "heading" in names and not unknown:
        return
    reason = f"it has a column '{unknown[0]}'" if unknown else "it has no column 'heading'"
    remedy = f"name the columns {', '.join(COLUMNS)}"
    if not {"heading", "hide"} <= set(names):
        raise AuthorityTableError(path, reason, remedy, "line 1")
    report(AuthorityError(path, reason, remedy, "line 1"))


def _rows(
    path: Path, lines: Sequence[str], columns: Sequence[str], separator: str, report: Report
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows below the first line, each with the number of its last line.

    A quotation mark that is not closed takes the rows behind it into one cell, up to the next
    such mark or the end. No name has a line break, so then its line is reported and read without
    these marks, and those behind it are rows of their own again.
    """
    first = 1
    while first < len(lines):
        reader = csv.reader(lines[first:], delimiter=separator)
        start = 0
        is_open = False
        try:
            for cells in reader:
                is_last = first + reader.line_num == len(lines)
                is_open = _breaks_a_name(columns, cells) or (
                    is_last and _is_open(lines[first + start :], separator)
                )
                if is_open:
                    break
                yield first + reader.line_num, cells
                start = reader.line_num
        except csv.Error as error:
            place = f"line {first + reader.line_num}"
            raise AuthorityTableError(
                path, f"it is not a CSV table ({error})", "save it anew", place
            ) from error
        if not is_open:
            return
        first += start + 1
        report(
            AuthorityError(
                path, "a quotation mark in the row is not closed", "close it", f"line {first}"
            )
        )
        yield first, lines[first - 1].strip("\r\n").replace('"', "").split(separator)


def _breaks_a_name(columns: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a cell other than the note has a line break in its middle."""
    cells_by_column = zip_longest(columns, cells, fillvalue="")
    return any("\n" in cell.strip() for column, cell in cells_by_column if column != "note")


def _is_open(lines: Sequence[str], separator: str) -> bool:
    """Whether the row that ``lines`` are ends within a quotation."""
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _record(
    path: Path, line: int, columns: Sequence[str], row: Sequence[str], report: Report
) -> AuthorityRecord | None:
    """Return what a row says, or None if that cannot be known; report what is wrong with it."""

    def wrong(reason: str, remedy: str) -> None:
        report(AuthorityError(path, reason, remedy, f"line {line}"))

    values = (one_line(unguarded(cell)) for cell in row)
    cells = dict(zip(columns, values, strict=False))
    heading, forms = cells.get("heading", ""), _forms(cells.get("see-from", ""))
    if len(row) > len(columns):
        wrong("the row has more cells than columns", "quote cells that hold a separator")
        hides = any(_HIDDEN.get(one_line(cell).casefold()) for cell in row)
        return AuthorityRecord(heading=heading, hidden=True) if heading and hides else None
    if not heading:
        wrong("the row has no heading", "name it, or delete the row")
        return None
    same_as = cells.get("same-as", "")
    if same_as and not is_wikidata_id(same_as):
        wrong(f"'{same_as}' is not a Wikidata id", "write it as Q and digits, as in Q42")
        same_as = ""
    hide = cells.get("hide", "").casefold()
    if hide not in _HIDDEN:
        wrong(f"'{hide}' in column hide", "write yes or no; until then it is hidden")
    return AuthorityRecord(
        heading=heading,
        see_from=tuple(form for form in forms if form != heading),
        when=_forms(cells.get("when", "")),
        same_as=same_as,
        note=cells.get("note", ""),
        filed_as=cells.get("filed-as", ""),
        hidden=_HIDDEN.get(hide, True),
        different_from=_forms(cells.get(DIFFERENT_FROM, "")),
    )


def _forms(cell: str) -> tuple[str, ...]:
    """Return the forms between the ``|`` of a cell, each once."""
    forms = (one_line(form) for form in cell.split("|"))
    return tuple(dict.fromkeys(form for form in forms if form))


class _DistinctRecords:
    """Records that share a form only where a story can decide between them."""

    def __init__(self, path: Path, report: Report) -> None:
        self._path = path
        self._report = report
        self._records: dict[str, AuthorityRecord] = {}
        self._lines: dict[str, int] = {}
        self._claims: dict[str, dict[str, list[str]]] = {}

    def __iter__(self) -> Iterator[AuthorityRecord]:
        return iter(self._records.values())

    def add(self, record: AuthorityRecord, line: int) -> None:
        """Add the record of a line, without forms that lead to an earlier record in every story."""
        shared = dict(self._shared(record))
        for form, (earlier, remedy) in shared.items():
            reason = f"'{form}' already leads to '{earlier}' in line {self._lines[earlier]}"
            self._report(AuthorityError(self._path, reason, remedy, f"line {line}"))
        if record.heading in shared:
            earlier, _ = shared[record.heading]
            if record.hidden:
                self._records[earlier] = replace(self._records[earlier], hidden=True)
            return
        kept = tuple(form for form in record.see_from if form not in shared)
        self._records[record.heading] = replace(record, see_from=kept)
        self._lines[record.heading] = line
        for form in (record.heading, *kept):
            claims = self._claims.setdefault(form, {})
            for key in _rivalry(record):
                claims.setdefault(key, []).append(record.heading)

    def _shared(self, record: AuthorityRecord) -> Iterable[tuple[str, tuple[str, str]]]:
        """Yield each form that leads elsewhere already: to which heading, and what to do."""
        for form in (record.heading, *record.see_from):
            claims = self._claims.get(form, {})
            rivals = {earlier for key in _rivalry(record) for earlier in claims.get(key, ())}
            for earlier in sorted(rivals, key=self._lines.__getitem__):
                if remedy := _remedy(record, self._records[earlier]):
                    yield form, (earlier, remedy)
                    break


def _rivalry(record: AuthorityRecord) -> tuple[str, ...]:
    """Return keys; two records between which no story decides share one of them.

    So each of thousands that share a form is compared with few of them.
    """
    return (f"heading {record.heading}", *(f"when {word}" for word in record.when or ("",)))


def _remedy(record: AuthorityRecord, earlier: AuthorityRecord) -> str:
    """Return what would distinguish two records that share a form, or "" if ``when`` does.

    One without ``when`` is for the stories that fit no other. Of two with it each
    needs a word of its own, else it would never fit alone.
    """
    if record.heading == earlier.heading:
        return "keep one of the two rows"
    mine, theirs = set(record.when), set(earlier.when)
    if not mine and not theirs:
        return "keep it in one of the two rows, or distinguish them in column when"
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return "give each row a word in column when that the other does not have"
    return ""
