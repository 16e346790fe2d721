"""The JSON export of wallabag, which holds the text of each article."""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.article.article import Certainty
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.entries.source_fields import strings_of
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_FAILED = "wallabag can't retrieve contents for this article"
"""What wallabag writes in place of a text that it could not fetch."""


def read_wallabag(source: SourceFile) -> Iterator[Record]:
    """Yield the articles of an export; those that wallabag could not fetch are addresses."""
    return row_records(source, json_rows(source), _entry)


def _entry(row: Row) -> Entry:
    content = row.whole("content")
    date = day_stated(row.text("published_at"))
    return Entry(
        title=row.text("title"),
        url=row.text("url"),
        content="" if _FAILED in content else content,
        date=date,
        dated=Certainty.UNKNOWN if date is None else Certainty.EXACT,
        author=row.text("published_by"),
        publication=row.text("domain_name").removeprefix("www."),
        language=row.text("language").replace("_", "-"),
        saved=day_stated(row.text("created_at")),
        tags=row.values("tags"),
        note=" ".join(_annotations(row.fields.get("annotations"))),
    )


def _annotations(value: object) -> Iterator[str]:
    for annotation in value if isinstance(value, list) else ():
        if isinstance(annotation, dict):
            yield from strings_of(annotation.get("text"))


FORMAT = Format(
    name="wallabag",
    suffixes=(".json",),
    records=read_wallabag,
    recognizes=lambda source: b'"is_archived"' in source.head and b'"is_starred"' in source.head,
    gives="each article; those without a text are listed in to-fetch.csv",
    example="All articles.json",
)
