"""Web archives: the pages in a WARC file, read one after the other and past what is damaged."""

from __future__ import annotations

import datetime
import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from cuttings.article.front_matter import one_line
from cuttings.ingest.dates import parse_date
from cuttings.ingest.source_file import MAX_SOURCE_BYTES

_GZIP = b"\x1f\x8b\x08"
_WARC = b"WARC/"
_BLOCK = 1024 * 1024
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_DAMAGE = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    ChunkedDataException,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
)
"""What warcio raises for damaged records, some of it by accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """An HTML page as it was fetched.

    Attributes:
        number: Which record of the archive it is, from 1.
        url: Where it was fetched.
        captured: The day it was, or None.
        content: Its bytes as the server meant them; empty if they cannot be had.
        label: The character set that the server named, or "".
        revisit: Whether the record only says that the page is the same as at an earlier visit.
        problem: Why it cannot be used, as the middle of a sentence, or "".
    """

    number: int
    url: str = ""
    captured: datetime.date | None = None
    content: bytes = b""
    label: str = ""
    revisit: bool = False
    problem: str = ""


def archived_pages(stream: BinaryIO) -> Iterator[ArchivedPage]:
    """Yield the pages of a WARC file that servers answered with, and each damaged record.

    After a damaged record the search goes on at the next place where one begins.

    Args:
        stream: The file, compressed or not; it must allow seeking.
    """
    compressed = stream.read(len(_GZIP)) == _GZIP
    number = 0
    whole = True
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        records = _Records(stream)
        try:
            for record in records:
                number += 1
                page = _page(record, number)
                if page is not None:
                    whole = not page.problem
                    yield page
            if records.breaks_off and whole:
                yield ArchivedPage(number=number + 1, problem="the archive breaks off")
            return
        except _DAMAGE as error:
            if compressed and "non-chunked gzip" in str(error):
                stream.seek(start)
                unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
                yield from (page for page in archived_pages(unpacked) if page.number > number)
                return
            number += 1
            yield ArchivedPage(number=number, problem=f"the record is damaged ({_message(error)})")
            damaged = max(start, records.offset)
            start = _next_record(stream, damaged + 1, compressed=compressed)


class _Records(ArchiveIterator):  # type: ignore[misc]
    """warcio's iterator without the warning that it prints for a wrong length.

    Attributes:
        breaks_off: Whether a compressed archive ended within a record.
    """

    INC_RECORD = ""
    breaks_off = False

    def close(self) -> None:
        """End the iteration."""
        unpacking = self.reader.decompressor if self.reader else None
        self.breaks_off = unpacking is not None and not unpacking.eof
        super().close()


def _next_record(stream: BinaryIO, start: int, *, compressed: bool) -> int | None:
    """Return where the next record begins at or after ``start``, or None if there is none."""
    mark = _GZIP if compressed else b"\n" + _WARC
    position = start
    while True:
        stream.seek(position)
        block = stream.read(_BLOCK)
        found = block.find(mark)
        if found < 0:
            if len(block) < _BLOCK:
                return None
            position += _BLOCK - len(mark)
            continue
        place = position + found
        if not compressed:
            return place + 1
        if _begins_record(block[found:]):
            return place
        position = place + 1


def _begins_record(content: bytes) -> bool:
    """Tell whether compressed ``content`` is a record and not bytes that look like a start."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _page(record: ArcWarcRecord, number: int) -> ArchivedPage | None:
    """Return the page in a record, or None if it is no answer with a page."""
    headers = record.http_headers
    if record.rec_type not in {"response", "revisit"} or headers is None:
        return None
    kind = str(headers.get_header("Content-Type") or "")
    if headers.get_statuscode() != "200" or not kind.lower().startswith(_PAGE_TYPES):
        return None
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    captured = parse_date(str(record.rec_headers.get_header("WARC-Date") or ""))
    if record.rec_type == "revisit":
        return ArchivedPage(number=number, url=url, captured=captured, revisit=True)
    content, problem = _content(record)
    _, _, label = kind.lower().partition("charset=")
    return ArchivedPage(
        number=number,
        url=url,
        captured=captured,
        content=content,
        label=label.split(";")[0].strip("\"' "),
        problem=problem,
    )


def _content(record: ArcWarcRecord) -> tuple[bytes, str]:
    """Return what a server sent, uncompressed and put together, or why it cannot be had."""
    pieces: list[bytes] = []
    size = 0
    try:
        content = record.content_stream()
        while piece := content.read(_BLOCK):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_SOURCE_BYTES:
                return b"", f"the page is larger than {MAX_SOURCE_BYTES // 1024 // 1024} MB"
    except _DAMAGE as error:
        return b"", f"the page cannot be unpacked ({_message(error)})"
    if getattr(record.raw_stream, "limit", 0) > 0:
        return b"", "it is truncated (the record breaks off)"
    return b"".join(pieces), "" if size else "the page is empty"


def _message(error: Exception) -> str:
    # What follows is the record itself, which may be anything.
    return one_line(re.split("[,:]", str(error))[0]) or type(error).__name__
