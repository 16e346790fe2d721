"""An archived page: the page that a server answered with, out of one record of a web archive."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from cuttings.ingest.raw.content_coding import (
    DamagedCodingError,
    UnpackedSizeError,
    unpacked,
)
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES
from cuttings.ingest.text.dates import parse_date
from cuttings.ingest.web.archive_records import DAMAGE, LONGEST_HEAD, damage_message, is_cut

_EMPTY = "the page is empty"
_TOO_LARGE = f"the page is larger than {MAX_SOURCE_BYTES // 1024 // 1024} MB"
WHOLE_RECORD = frozenset({"", _EMPTY, _TOO_LARGE})
"""What may be wrong with a page whose record is whole, so that the next one stands behind it."""

_BLOCK = 1024 * 1024
"""Bytes of a page that are read at a time."""

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_SWALLOWED = re.compile(rb"WARC/\d\.\d\r\nWARC-")
"""How a record begins that stands within another one: that one is shorter than it says."""


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


def page_in(record: ArcWarcRecord, number: int) -> ArchivedPage | None:
    """Return the page in a record, or None if it is not an answer with a page."""
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
    """Return what a server sent, put together and unpacked, or why it cannot be had."""
    if record.length and record.length > MAX_SOURCE_BYTES + LONGEST_HEAD:
        return b"", _TOO_LARGE
    transferred = _codings(record, "Transfer-Encoding")
    is_chunked = "chunked" in transferred.lower()
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := stream.read(_BLOCK):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_SOURCE_BYTES:
                return b"", _TOO_LARGE
    except DAMAGE as error:
        return b"", _unpackable(damage_message(error))
    if is_cut(record):
        return b"", "it is truncated (the record breaks off)"
    sent = b"".join(pieces)
    if _SWALLOWED.search(sent):
        return b"", "it is truncated (another record begins in it)"
    return _unpacked(sent, f"{_codings(record, 'Content-Encoding')}, {transferred}")


def _unpacked(sent: bytes, codings: str) -> tuple[bytes, str]:
    """Return the page in what a server sent, or what is wrong with a page whose record is whole."""
    try:
        content = unpacked(sent, codings, MAX_SOURCE_BYTES)
    except UnpackedSizeError:
        return b"", _TOO_LARGE
    except DamagedCodingError as error:
        return b"", _unpackable(str(error))
    return content, "" if content else _EMPTY


def _unpackable(reason: str) -> str:
    return f"the page cannot be unpacked ({reason})"


def _codings(record: ArcWarcRecord, field: str) -> str:
    """Return the codings that all header fields of that name list."""
    fields = record.http_headers.headers
    return ", ".join(value for name, value in fields if name.lower() == field.lower())
