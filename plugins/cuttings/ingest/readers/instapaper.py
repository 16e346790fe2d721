"""Exports of Instapaper: the CSV file of today and the HTML file before that.

They hold addresses, folders and selected passages, no texts.
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

_COLUMNS = frozenset("url title selection folder timestamp".split())
_BUILT_IN_FOLDERS = frozenset({"", "Unread", "Archive", "Starred"})


def read_instapaper(source: SourceFile) -> Iterator[Record]:
    """Yield the items of an export."""
    return row_records(source, CsvRows(source), _entry)


def _entry(row: Row) -> Entry:
    folder = row.text("Folder")
    tags = row.listed("Tags")
    return Entry(
        title=row.text("Title"),
        url=row.text("URL"),
        saved=day_stated(row.text("Timestamp")),
        tags=tags if folder in _BUILT_IN_FOLDERS else (folder, *tags),
        note=row.text("Selection"),
    )


def read_instapaper_html(source: SourceFile) -> Iterator[Record]:
    """Yield the items of an HTML export, links in a list below the name of each folder."""
    return linked_entries(source, saved="time_added", tags="tags", unfiled=_BUILT_IN_FOLDERS)


HTML_FORMAT = Format(
    name="Instapaper HTML",
    suffixes=(".html", ".htm"),
    records=read_instapaper_html,
    recognizes=lambda source: b"<title>Instapaper: Export</title>" in source.head,
    gives=GIVES_ADDRESSES,
    example="instapaper-export.html",
    is_held=True,
)
FORMAT = Format(
    name="Instapaper",
    suffixes=(".csv",),
    records=read_instapaper,
    recognizes=lambda source: csv_header(source) >= _COLUMNS,
    gives=GIVES_ADDRESSES,
    example="instapaper-export.csv",
)
