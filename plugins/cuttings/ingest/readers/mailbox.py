"""Mailboxes in the MBOX format (RFC 4155): messages one after the other."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from cuttings.ingest.entries.mail_message import message_story
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record, broken_record
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.readers.mail import begins_as_mail
from cuttings.ingest.text.dates import day_stated

_POSTMARK = re.compile(rb"^From (?:\S(?>.*?\d\d:\d\d).*\d{4}|(?:-|(?>\S+?@)\S++)\s*+$)")
_LONGEST_POSTMARK = 400
"""Characters of a postmark that are read: an address has at most 254 (RFC 5321, 4.5.3.1.3)."""

_QUOTED_POSTMARK = re.compile(rb"^>(?=>*From )")


def read_mailbox(source: SourceFile) -> Iterator[Record]:
    """Yield the messages of a mailbox of any size.

    A line that begins with "From " within a text does not end the message, as Python's own
    reader has it: only one that has the form of a postmark and stands after an empty line.
    """
    for number, (posted, content) in enumerate(_messages(source), start=1):
        place = f"message {number}"
        if len(content) > MAX_SOURCE_BYTES:
            limit = MAX_SOURCE_BYTES // 1024 // 1024
            part = source.part(content[:1024], place)
            yield broken_record(
                part, f"it is larger than {limit} MB", "save it without its attachments"
            )
        else:
            yield Record(source.part(content, place), partial(message_story, posted=posted))


def _messages(source: SourceFile) -> Iterator[tuple[datetime.date | None, bytes]]:
    """Yield each message, and the day that its postmark states.

    Of a message that is too large only a part comes, which is too large, too.
    """
    lines: list[bytes] = []
    posted: datetime.date | None = None
    size = 0
    after_empty = True
    with source.open() as content:
        lines_of = _CarriageReturns(content) if _ends_lines_by_returns(source.head) else content
        while line := lines_of.readline(MAX_SOURCE_BYTES):
            if after_empty and _POSTMARK.match(line):
                if lines:
                    yield posted, b"".join(lines)
                lines, size, posted = [], 0, _posted(line)
            elif size <= MAX_SOURCE_BYTES:
                lines.append(_QUOTED_POSTMARK.sub(b"", line))
                size += len(line)
            after_empty = not line.strip()
    if lines:
        yield posted, b"".join(lines)


def _posted(postmark: bytes) -> datetime.date | None:
    """Return the day of a postmark, as in "From ada@example.org Tue Jul  5 18:44:15 2022"."""
    _, _, stated = postmark[:_LONGEST_POSTMARK].decode("ascii", "replace").partition(" ")
    return day_stated(stated.partition(" ")[2].strip())


def _ends_lines_by_returns(head: bytes) -> bool:
    """Return whether lines end by a carriage return alone, as on a Macintosh before 2001."""
    return b"\r" in head and b"\n" not in head


class _CarriageReturns(io.BufferedReader):
    """A file whose carriage returns are read as line feeds.

    Args:
        content: The file.
    """

    def __init__(self, content: BinaryIO) -> None:
        super().__init__(_Translated(content))


class _Translated(io.RawIOBase):
    def __init__(self, content: BinaryIO) -> None:
        self._content = content

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any writable buffer
        read = self._content.read(len(buffer)).replace(b"\r", b"\n")
        buffer[: len(read)] = read
        return len(read)


def _recognizes(source: SourceFile) -> bool:
    head = source.head
    if _ends_lines_by_returns(head):
        head = head.replace(b"\r", b"\n")
    postmark, _, message = head.partition(b"\n")
    return _POSTMARK.match(postmark) is not None and begins_as_mail(message)


FORMAT = Format(
    name="mailbox",
    suffixes=(".mbox", ".mbx"),
    records=read_mailbox,
    recognizes=_recognizes,
    gives="each message, like a mail",
    example="Newsletters.mbox",
)
