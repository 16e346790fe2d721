"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cuttings.article.article import Certainty
from cuttings.article.web_link import join_link
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.json_rows import json_root, json_rows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.byline import AUTHOR_SEPARATOR
from cuttings.ingest.text.dates import day_stated


def read_json_feed(source: SourceFile) -> Iterator[Record]:
    """Yield the items of a feed.

    Raises:
        UnreadableSourceError: Where it stops being JSON.
    """
    feed = json_root(source)
    base = join_link(feed.text("feed_url"), feed.text("home_page_url"))

    def entry(row: Row) -> Entry:
        stated = _entry(row, base)
        return replace(
            stated,
            publication=feed.text("title"),
            language=stated.language or feed.text("language"),
        )

    return row_records(source, json_rows(source), entry)


def _entry(row: Row, base: str) -> Entry:
    """Return an item; ``base`` is what its relative address starts from, or ""."""
    link = row.text("url") or row.text("external_url")
    full = row.whole("content_html") or row.whole("content_text")
    summary = row.text("summary")
    published = day_stated(row.text("date_published"))
    date = published or day_stated(row.text("date_modified"))
    changed = Certainty.UNKNOWN if date is None else Certainty.INFERRED
    return Entry(
        title=row.text("title"),
        url=join_link(base, link) if link else row.text("id"),
        content=full or summary,
        extent="" if full or not summary else "summary",
        date=date,
        dated=changed if published is None else Certainty.EXACT,
        unread_date=row.text("date_published") if date is None else "",
        author=AUTHOR_SEPARATOR.join(row.values("authors") or row.values("author")),
        language=row.text("language"),
        summary=summary if full else "",
        tags=row.values("tags"),
        enclosures=tuple(_attachments(row)),
    )


def _attachments(row: Row) -> Iterator[str]:
    attachments = row.fields.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else ():
        if isinstance(attachment, dict):
            yield str(attachment.get("url", ""))


FORMAT = Format(
    name="JSON Feed",
    suffixes=(".json",),
    records=read_json_feed,
    recognizes=lambda source: b"jsonfeed.org/version/" in source.head.replace(b"\\/", b"/"),
    gives="each item: its full text, else its summary, marked as such",
    example="feed.json",
)
