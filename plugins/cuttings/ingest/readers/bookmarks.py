"""Bookmarks in the Netscape format, which every browser and most services write.

They hold no texts: every bookmark is an address to be fetched, filed under its folders and tags.
"""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.ingest.entries.link_list import linked_entries
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile


def read_bookmarks(source: SourceFile) -> Iterator[Record]:
    """Yield the bookmarks of a file."""
    return linked_entries(source, saved="add_date", tags="tags")


FORMAT = Format(
    name="bookmarks",
    suffixes=(".html", ".htm"),
    records=read_bookmarks,
    recognizes=lambda source: b"<!doctype netscape-bookmark-file-1" in source.head[:1024].lower(),
    gives=GIVES_ADDRESSES,
    example="bookmarks.html",
    is_held=True,
)
