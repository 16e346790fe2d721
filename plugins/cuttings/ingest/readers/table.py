"""Tables: CSV and TSV files with a story in each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cuttings.article.formula_guard import unguarded
from cuttings.ingest.entries.columns import Columns
from cuttings.ingest.entries.csv_rows import CsvRows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.address import ADDRESS_COLUMNS, PROBLEM
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile

_STORY_COLUMNS = ("title", "date", "dated", "source", "authors")

RESULT_COLUMNS = (
    *_STORY_COLUMNS,
    *"people about mentioned organizations original page excerpt".split(),
    *"why query filters stories day index".split(),
)
"""Columns of a list of results that the search page saves (``theme/src/export/csv.ts``)."""

_EARLIER_RESULT_COLUMNS = (
    *_STORY_COLUMNS,
    *"people countries organizations original page".split(),
)
"""Those of a list saved before what a story is about stood apart from what it mentions."""

_OWN_TABLES = {
    RESULT_COLUMNS,
    _EARLIER_RESULT_COLUMNS,
    ADDRESS_COLUMNS,
    (*ADDRESS_COLUMNS, PROBLEM),
}
"""Headers of the tables that an archive writes, whose cells have a guard against formulas. In one
of anybody else an apostrophe is an apostrophe."""


def read_table(source: SourceFile) -> Iterator[Record]:
    """Yield the stories of a table, one a row.

    Raises:
        UnreadableSourceError: If it is not text, or has no column with a text or an address.
    """
    rows = CsvRows(source)
    columns = Columns(source.columns)
    present = ", ".join(rows.header)
    if missing := columns.missing(rows.header):
        raise source.unreadable(
            f"it has no column '{missing}' (its columns: {present})", "check --map"
        )
    if not {"content", "url"} & set(map(columns.field, rows.header)):
        raise source.unreadable(
            f"no column of it is known to hold a text or an address (its columns: {present})",
            "name one with --map content=COLUMN",
        )
    own = tuple(rows.header) in _OWN_TABLES
    yield from row_records(source, _unguarded(rows) if own else rows, columns.entry)


def _unguarded(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        values = {name: unguarded(str(value)) for name, value in row.fields.items()}
        yield replace(row, fields=values)


FORMAT = Format(
    name="table",
    suffixes=(".csv", ".tsv", ".tab"),
    records=read_table,
    gives="each row; columns by their usual names, or by --map",
    example="cuttings add stories.csv --map title=headline",
)
