"""Exports of Pocket: the CSV file of its last years and the HTML file before that.

Neither holds a text, so every item is an address to be fetched.
"""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.ingest.entries.csv_rows import CsvRows, csv_header
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.link_list import linked_entries
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_COLUMNS = frozenset("title url time_added tags status".split())
_BUILT_IN_FOLDERS = frozenset({"Unread", "Read Archive"})


def read_pocket_csv(source: SourceFile) -> Iterator[Record]:
    """Yield the items of a CSV export."""
    return row_records(source, CsvRows(source), _row_entry)


def _row_entry(row: Row) -> Entry:
    return Entry(
        title=row.text("title"),
        url=row.text("url"),
        saved=day_stated(row.text("time_added")),
        tags=tuple(filter(None, row.text("tags").split("|"))),
    )


def read_pocket_html(source: SourceFile) -> Iterator[Record]:
    """Yield the items of an HTML export, links whose ``time_added`` and ``tags`` are attributes."""
    return linked_entries(source, saved="time_added", tags="tags", unfiled=_BUILT_IN_FOLDERS)


CSV_FORMAT = Format(
    name="Pocket CSV",
    suffixes=(".csv",),
    records=read_pocket_csv,
    recognizes=lambda source: csv_header(source) >= _COLUMNS,
    gives=GIVES_ADDRESSES,
    example="part_000000.csv",
)
HTML_FORMAT = Format(
    name="Pocket HTML",
    suffixes=(".html", ".htm"),
    records=read_pocket_html,
    recognizes=lambda source: b"<title>Pocket Export</title>" in source.head,
    gives=GIVES_ADDRESSES,
    example="ril_export.html",
    is_held=True,
)
