"""Mail messages, one a file."""

from __future__ import annotations

import re

from cuttings.ingest.entries.mail_message import message_story
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile

_HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_TELLING = re.compile(rb"^(?:received|message-id|mime-version|return-path):", re.I | re.M)


def begins_as_mail(content: bytes) -> bool:
    """Return whether ``content`` begins with the header of a mail message."""
    header = _HEADER.match(content)
    return header is not None and _TELLING.search(header[0]) is not None


def _recognizes(source: SourceFile) -> bool:
    return begins_as_mail(source.head)


FORMAT = Format(
    name="mail",
    suffixes=(".eml",),
    records=whole_file(message_story),
    recognizes=_recognizes,
    gives="the message, or the one that it forwards; its sender is the source",
    example="newsletter.eml",
    is_held=True,
)
