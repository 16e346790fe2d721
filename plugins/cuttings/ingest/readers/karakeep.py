"""The JSON export of Karakeep (formerly Hoarder): links, and notes with their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cuttings.article.article import Certainty
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated


def read_karakeep(source: SourceFile) -> Iterator[Record]:
    """Yield the bookmarks of an export; links without their page's text are addresses."""
    return row_records(source, json_rows(source), _entry)


def _entry(row: Row) -> Entry:
    held = row.fields.get("content")
    content = Row(row.place, held if isinstance(held, Mapping) else {})
    date = day_stated(content.text("datePublished"))
    return Entry(
        title=row.text("title") or content.text("title"),
        url=content.text("url") or content.text("sourceUrl"),
        content=content.whole("htmlContent") or content.whole("text"),
        date=date,
        dated=Certainty.UNKNOWN if date is None else Certainty.EXACT,
        author=content.text("author"),
        publication=content.text("publisher"),
        saved=day_stated(row.text("createdAt")),
        tags=row.values("tags"),
        note=row.text("note"),
    )


FORMAT = Format(
    name="Karakeep",
    suffixes=(".json",),
    records=read_karakeep,
    recognizes=lambda source: b'"bookmarks"' in source.head and b'"createdAt"' in source.head,
    gives="each text; links without one are listed in to-fetch.csv",
    example="karakeep-export.json",
)
