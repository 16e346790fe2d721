"""The CSV export of Raindrop.io; it holds addresses, notes and highlights, no texts."""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.ingest.entries.csv_rows import CsvRows, csv_header
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_COLUMNS = frozenset("title note excerpt url folder tags created".split())
_BUILT_IN_FOLDERS = frozenset({"", "Unsorted", "Trash"})


def read_raindrop(source: SourceFile) -> Iterator[Record]:
    """Yield the items of an export."""
    return row_records(source, CsvRows(source), _entry)


def _entry(row: Row) -> Entry:
    folder = row.text("folder")
    tags = row.listed("tags")
    return Entry(
        title=row.text("title"),
        url=row.text("url"),
        saved=day_stated(row.text("created")),
        tags=tags if folder in _BUILT_IN_FOLDERS else (folder, *tags),
        note=" ".join(filter(None, [row.text("note"), row.text("highlights")])),
    )


FORMAT = Format(
    name="Raindrop",
    suffixes=(".csv",),
    records=read_raindrop,
    recognizes=lambda source: csv_header(source) >= _COLUMNS,
    gives=GIVES_ADDRESSES,
    example="raindrop.csv",
)
