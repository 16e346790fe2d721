"""Exports of Pinboard, which are those of Delicious: addresses with notes and tags, no texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree

from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_MARKS = (b'"href"', b'"extended"', b'"toread"')
_POSTS = b"<posts"


def read_pinboard_json(source: SourceFile) -> Iterator[Record]:
    """Yield the bookmarks of an export in JSON.

    Raises:
        UnreadableSourceError: Where it stops being JSON.
    """
    return row_records(source, json_rows(source), _row_entry)


def read_pinboard_xml(source: SourceFile) -> Iterator[Record]:
    """Yield the bookmarks of an export in XML.

    Raises:
        UnreadableSourceError: If it is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        posts = etree.fromstring(source.payload, parser)
    except etree.XMLSyntaxError as error:
        raise source.unreadable(
            f"it is not valid XML ({error.msg})", "export it again from Pinboard"
        ) from error
    for number, post in enumerate(posts.iter("post"), start=1):
        place = f"post {number}"
        stated = {str(name): str(value) for name, value in post.attrib.items()}
        yield made_record(source, place, partial(_xml_record, source, place, stated))


def _xml_record(source: SourceFile, place: str, stated: Mapping[str, str]) -> Record:
    return entry_record(source, _entry(stated, stated.get("tag", "")), place)


def _row_entry(row: Row) -> Entry:
    names = ("href", "description", "extended", "time")
    return _entry({name: row.text(name) for name in names}, row.text("tags"))


def _entry(stated: Mapping[str, str], tags: str) -> Entry:
    """Return a bookmark; its title is called "description", its note "extended"."""
    return Entry(
        title=stated.get("description", ""),
        url=stated.get("href", ""),
        saved=day_stated(stated.get("time", "")),
        tags=tuple(dict.fromkeys(tags.split())),
        note=stated.get("extended", ""),
    )


JSON_FORMAT = Format(
    name="Pinboard",
    suffixes=(".json",),
    records=read_pinboard_json,
    recognizes=lambda source: all(mark in source.head for mark in _MARKS),
    gives=GIVES_ADDRESSES,
    example="pinboard_export.json",
)
XML_FORMAT = Format(
    name="Pinboard XML",
    suffixes=(".xml",),
    records=read_pinboard_xml,
    recognizes=lambda source: _POSTS in source.head[:1024] and b"<post " in source.head,
    gives=GIVES_ADDRESSES,
    example="pinboard_export.xml",
    is_held=True,
)
