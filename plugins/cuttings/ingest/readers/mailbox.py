"""Mailboxes in the MBOX format (RFC 4155): messages one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cuttings.ingest.entries.mail_message import message_story
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record, broken_record
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.readers.mail import begins_as_mail

_POSTMARK = re.compile(rb"^From (?:\S(?>.*?\d\d:\d\d).*\d{4}|(?:-|(?>\S+?@)\S++)\s*+$)")
_QUOTED_POSTMARK = re.compile(rb"^>(?=>*From )")


def read_mailbox(source: SourceFile) -> Iterator[Record]:
    """Yield the messages of a mailbox of any size.

    A line that begins with "From " within a text does not end the message, as Python's own
    reader has it: only one that has the form of a postmark and stands after an empty line.
    """
    for number, content in enumerate(_messages(source), start=1):
        place = f"message {number}"
        if len(content) > MAX_SOURCE_BYTES:
            limit = MAX_SOURCE_BYTES // 1024 // 1024
            part = source.part(content[:1024], place)
            yield broken_record(
                part, f"it is larger than {limit} MB", "save it without its attachments"
            )
        else:
            yield Record(source.part(content, place), message_story)


def _messages(source: SourceFile) -> Iterator[bytes]:
    """Yield each message; of one that is too large only a part that is too large, too."""
    lines: list[bytes] = []
    size = 0
    after_empty = True
    with source.open() as content:
        while line := content.readline(MAX_SOURCE_BYTES):
            if after_empty and _POSTMARK.match(line):
                if lines:
                    yield b"".join(lines)
                lines, size = [], 0
            elif size <= MAX_SOURCE_BYTES:
                lines.append(_QUOTED_POSTMARK.sub(b"", line))
                size += len(line)
            after_empty = not line.strip()
    if lines:
        yield b"".join(lines)


def _recognizes(source: SourceFile) -> bool:
    postmark, _, message = source.head.partition(b"\n")
    return _POSTMARK.match(postmark) is not None and begins_as_mail(message)


FORMAT = Format(
    name="mailbox",
    suffixes=(".mbox", ".mbx"),
    records=read_mailbox,
    recognizes=_recognizes,
    gives="each message, like a mail",
    example="Newsletters.mbox",
)
