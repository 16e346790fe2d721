"""Web archives: WARC files, compressed or not, and WACZ packages of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import ZipFile

from backports import zstd

from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import NoStory, Record, broken_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.zip_archive import opened_zip
from cuttings.ingest.web.other_records import OtherRecords
from cuttings.ingest.web.page_kind import kind_if_not_article
from cuttings.ingest.web.page_story import draft_from_page
from cuttings.ingest.web.record_search import GZIP
from cuttings.ingest.web.zstandard_archive import unpacked_archive

if TYPE_CHECKING:
    from cuttings.ingest.web.archived_page import ArchivedPage

_SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_WARC = b"WARC/"
_REMEDY = "get the page again, or leave it"


def read_warc(source: SourceFile) -> Iterator[Record]:
    """Yield the pages of a WARC file of any size; damaged records are reported one by one."""
    others = OtherRecords()
    with source.open() as stream:
        yield from _with_others(source, _records(source, stream, "", others), others)


def read_wacz(source: SourceFile) -> Iterator[Record]:
    """Yield the pages of the WARC files in a WACZ package.

    Raises:
        UnreadableSourceError: If the package is damaged.
    """
    others = OtherRecords()
    with opened_zip(source) as package:
        yield from _with_others(source, _packed_records(source, package, others), others)


def _packed_records(source: SourceFile, package: ZipFile, others: OtherRecords) -> Iterator[Record]:
    for name in sorted(filter(_is_warc, package.namelist())):
        with package.open(name) as stream:
            yield from _records(source, cast("BinaryIO", stream), f"{name}, ", others)


def _with_others(
    source: SourceFile, records: Iterator[Record], others: OtherRecords
) -> Iterator[Record]:
    """Yield the records and, if there are any, one that says how many others there were."""
    empty = True
    for record in records:
        empty = False
        yield record
    if others and not empty:
        part = source.part(str(others).encode(), "other records")
        yield Record(part, lambda _part: NoStory(str(others)))


def _records(
    source: SourceFile, stream: BinaryIO, within: str, others: OtherRecords
) -> Iterator[Record]:
    # What it is made with is slow to load, and all formats are known before a file is read.
    from cuttings.ingest.web.web_archive import archived_pages

    for page in archived_pages(stream, others):
        place = f"{within}record {page.number}"
        if page.problem:
            yield broken_record(source.part(place.encode(), place), page.problem, _REMEDY)
        elif page.revisit:
            part = source.part(f"{place} {page.url} {page.captured}".encode(), place)
            yield Record(part, lambda _part: NoStory("the same page as at an earlier visit"))
        else:
            yield Record(source.part(page.content, place), partial(_story, page))


def _story(page: ArchivedPage, part: SourceFile) -> Draft | NoStory:
    text = decode(part, markup=True, label=page.label)
    draft = draft_from_page(part, text, address=page.url)
    if kind := kind_if_not_article(draft):
        return NoStory(f"it is {kind}")
    fields = (
        ("Archived", page.url),
        ("Captured", page.captured.isoformat() if page.captured else ""),
    )
    return replace(draft, extra=tuple((key, value) for key, value in fields if value))


def _is_warc(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES)


def _begins_as_warc(source: SourceFile) -> bool:
    head = source.head
    try:
        if head.startswith(GZIP):
            head = zlib.decompressobj(wbits=31).decompress(head, len(_WARC))
        return unpacked_archive(BytesIO(head)).read(len(_WARC)) == _WARC
    except (zlib.error, zstd.ZstdError, EOFError):
        return False


FORMAT = Format(
    name="WARC",
    suffixes=_SUFFIXES,
    records=read_warc,
    recognizes=_begins_as_warc,
    gives="each page that is an article, with its archived address and day",
    example="crawl.warc.gz",
)
PACKAGE_FORMAT = Format(
    name="WACZ",
    suffixes=(".wacz",),
    records=read_wacz,
    gives="each page that is an article, as from a WARC",
    example="crawl.wacz",
)
