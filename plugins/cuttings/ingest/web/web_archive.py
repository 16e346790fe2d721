"""Web archives: the pages in a WARC file, read one after the other and past what is damaged."""

from __future__ import annotations

import datetime
import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from cuttings.article.characters import one_line
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES
from cuttings.ingest.text.dates import parse_date
from cuttings.ingest.web.other_records import OtherRecords

_EMPTY = "the page is empty"
_TOO_LARGE = f"the page is larger than {MAX_SOURCE_BYTES // 1024 // 1024} MB"
_WHOLE = frozenset({"", _EMPTY, _TOO_LARGE})
"""What may be wrong with a page whose record is whole, so that the next one stands behind it."""

_GZIP = b"\x1f\x8b\x08"
_WARC = b"WARC/"
_MEMBER = re.compile(re.escape(_GZIP))
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_SWALLOWED = re.compile(rb"WARC/\d\.\d\r\nWARC-")
"""How a record begins that stands within another one: that one is shorter than it says."""

_MARK_BYTES = 256
"""So much of the start of a record tells that it is one."""

_BLOCK = 1024 * 1024
_READ_BYTES = 16 * 1024
_LONGEST_HEAD = 1024 * 1024
"""Bytes of the headers of a record and of the answer in it, a thousand times what they have."""

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


def archived_pages(stream: BinaryIO, others: OtherRecords | None = None) -> Iterator[ArchivedPage]:
    """Yield the pages of a WARC file that servers answered with, and each damaged record.

    After a damaged record the search goes on at the next place where one begins.

    Args:
        stream: The file, compressed or not; it must allow seeking.
        others: Told of each record that is no page.
    """
    counted = OtherRecords()
    yield from _pages(stream, counted)
    if others is not None:
        others.update(counted)


def _pages(stream: BinaryIO, others: OtherRecords) -> Iterator[ArchivedPage]:
    compressed = stream.read(len(_GZIP)) == _GZIP
    number = 0
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        records = _Records(stream)
        try:
            for record in records:
                number += 1
                page = _page(record, number)
                if page is None:
                    others.add(record)
                    continue
                yield page
                if page.problem not in _WHOLE:
                    break
            else:
                if not records.breaks_off:
                    return
                number += not records.ends_within_record
                yield ArchivedPage(number=number, problem="the record breaks off")
        except _DAMAGE as error:
            if compressed and "non-chunked gzip" in str(error):
                stream.seek(start)
                unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
                others.clear()
                read = _pages(unpacked, others)
                yield from (page for page in read if page.number > number)
                return
            number += not records.is_within_record
            yield ArchivedPage(number=number, problem=f"the record is damaged ({_message(error)})")
        failed = records.offset
        start = _next_record(stream, max(start, records.begun) + 1, compressed=compressed)
        if start == failed:
            start = _next_record(stream, failed + 1, compressed=compressed)


class _Records(ArchiveIterator):  # type: ignore[misc]
    """warcio's iterator within bounds of memory, which prints nothing.

    Attributes:
        breaks_off: Whether the archive ended within a record.
        ends_within_record: Whether it ended in what the last record holds.
    """

    breaks_off = False
    ends_within_record = False

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader = _RecordReader(self.fh, block_size=_READ_BYTES)

    def __iter__(self) -> Iterator[ArcWarcRecord]:
        return self

    def __next__(self) -> ArcWarcRecord:
        with redirect_stderr(StringIO()):
            return next(self.the_iter)

    @property
    def begun(self) -> int:
        """Where the last record begins; one that is shorter than it says holds others."""
        return int(self.member_info[0] if self.member_info else self.offset)

    @property
    def is_within_record(self) -> bool:
        """Whether a record was begun and not read to its end."""
        return self.record is not None and self.member_info is None

    def _next_record(self, next_line: bytes | None) -> ArcWarcRecord:
        self.reader.head_bytes = 0
        return super()._next_record(next_line)

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """Read to the next record, which stands where this one says that it ends."""
        before = self.err_count
        found: tuple[bytes | None, int] = super()._consume_blanklines()
        if self.err_count > before and self.reader.decompressor is None:
            raise ArchiveLoadFailed("its length is wrong")
        return found

    def close(self) -> None:
        """End the iteration."""
        unpacking = self.reader.decompressor if self.reader else None
        self.ends_within_record = _is_cut(self.record) if self.record is not None else False
        self.breaks_off = self.ends_within_record or (unpacking is not None and not unpacking.eof)
        super().close()


class _RecordReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, which tells where it cannot unpack, and of lines that never end.

    Attributes:
        head_bytes: How many bytes of the record's lines were read.
    """

    head_bytes = 0
    decompressor: Any

    def readline(self, length: int | None = None) -> bytes:
        """Return the next line.

        Raises:
            ArchiveLoadFailed: If the record's lines are far longer than those of any head.
        """
        limit = _LONGEST_HEAD if length is None else min(length, _LONGEST_HEAD)
        line: bytes = super().readline(limit)
        self.head_bytes += len(line)
        if self.head_bytes >= _LONGEST_HEAD:
            raise ArchiveLoadFailed(f"its head is longer than {_LONGEST_HEAD // 1024} KB")
        return line

    def _decompress(self, data: bytes) -> bytes:
        """Unpack a block; what does not begin as packed is taken as it is."""
        if not data or self.decompressor is None:
            return data
        try:
            unpacked: bytes = self.decompressor.decompress(data)
        except zlib.error:
            if self.num_block_read:
                raise
            self.decompressor = None
            return data
        return unpacked


def _next_record(stream: BinaryIO, start: int, *, compressed: bool) -> int | None:
    """Return where the next record begins at or after ``start``, or None if there is none."""
    mark = _MEMBER if compressed else _RECORD
    position = start
    while True:
        try:
            stream.seek(position)
            block = stream.read(_BLOCK)
        except (zlib.error, EOFError, OSError):
            # Of an archive compressed as a whole nothing behind this can be unpacked.
            return None
        for found in mark.finditer(block):
            if not compressed or _begins_record(block[found.start() :]):
                return position + found.start()
        if len(block) < _BLOCK:
            return None
        position += _BLOCK - _MARK_BYTES


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


def _is_cut(record: ArcWarcRecord) -> bool:
    """Tell whether the archive ended before all of a record was read."""
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _content(record: ArcWarcRecord) -> tuple[bytes, str]:
    """Return what a server sent, uncompressed and put together, or why it cannot be had."""
    pieces: list[bytes] = []
    size = 0
    said = StringIO()
    if record.length and record.length > MAX_SOURCE_BYTES + _LONGEST_HEAD:
        return b"", _TOO_LARGE
    try:
        with redirect_stderr(said):
            content = record.content_stream()
            while piece := content.read(_BLOCK):
                pieces.append(piece)
                size += len(piece)
                if size > MAX_SOURCE_BYTES:
                    return b"", _TOO_LARGE
    except _DAMAGE as error:
        return b"", f"the page cannot be unpacked ({_message(error)})"
    if complaint := said.getvalue():
        # warcio prints what it cannot unpack, and goes on without it.
        return b"", f"the page cannot be unpacked ({_message(complaint)})"
    if _is_cut(record):
        return b"", "it is truncated (the record breaks off)"
    whole = b"".join(pieces)
    if _SWALLOWED.search(whole):
        return b"", "it is truncated (another record begins in it)"
    return whole, "" if size else _EMPTY


def _message(error: Exception | str) -> str:
    # What follows is the record itself, which may be anything.
    return one_line(re.split("[,:]", str(error))[0]) or type(error).__name__
