"""Tables: CSV and TSV files with a story in each row."""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.ingest.columns import Columns
from cuttings.ingest.csv_rows import CsvRows
from cuttings.ingest.format import Format
from cuttings.ingest.record import Record
from cuttings.ingest.row import row_records
from cuttings.ingest.source_file import SourceFile


def read_table(source: SourceFile) -> Iterator[Record]:
    """Yield the stories of a table, one a row.

    Raises:
        UnreadableSourceError: If it is no text, or has no column with a text or an address.
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
    yield from row_records(source, rows, columns.entry)


FORMAT = Format(
    name="table",
    suffixes=(".csv", ".tsv", ".tab"),
    records=read_table,
    gives="each row; columns by their usual names, or by --map",
    example="cuttings add stories.csv --map title=headline",
)
