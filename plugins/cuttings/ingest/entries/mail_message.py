"""Mail messages: the story that a newsletter, a press release or a forwarded mail holds."""

from __future__ import annotations

import datetime
import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.web_link import is_web_address
from cuttings.ingest.entries.entry import Entry, entry_story
from cuttings.ingest.entries.quotation import Quotation, unquoted_html, unquoted_text
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.refusal import NO_TEXT
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_PREFIX = re.compile(
    r"^\s*(?:(?P<forward>fwd?|wg|tr|rv|i|doorst|enc|vs|vb)|re|aw|sv|antw|odp)(?:\[\d+\])?\s*:\s*",
    re.I,
)
"""What mail programs put before the subject of a message that they forward or answer."""

_MOST_PARTS = 1_000
"""Parts of a message that are looked at. Chosen by eye: a newsletter has some ten."""

_LONGEST_HEADER = 10_000
"""Characters of a header that are read, ten times those of a line (RFC 5322, section 2.1.1)."""


class _BoundedHeaders(Compat32):
    """Cuts headers as they are parsed: parameters and encoded words take the square of them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def parsed_message(content: bytes) -> Message:
    """Return the message that a file holds, with headers of at most some length."""
    return email.message_from_bytes(content, policy=_BoundedHeaders())


def message_story(source: SourceFile, posted: datetime.date | None = None) -> Draft | Address:
    """Return the story that a mail message holds.

    Its HTML part is taken, else its text. Of a forwarded message the sender, subject and date
    are those of the message within; of an answer the quoted message is cut.

    Args:
        source: The message.
        posted: The day on which the mailbox received it, for a message that states none.

    Raises:
        UnreadableSourceError: If the message has no text.
    """
    message = parsed_message(source.payload)
    subject, forwards = _subject(_header(message, "Subject"))
    attached = _attached_message(message)
    story = _story(source, message, forwards=forwards)
    if attached is not None and (forwards or not story.text.strip()):
        message, above = attached, story.text
        subject, _ = _subject(_header(message, "Subject"))
        story = _story(source, message, forwards=False)
        story = Quotation(story.text, above=above)
    if not story.text.strip():
        raise source.unreadable(NO_TEXT, "save the story and add that")
    stated = story.date or _header(message, "Date")
    date = day_stated(story.date) if story.date else sent_date(message)
    known = date or _received_date(message) or posted
    entry = Entry(
        title=_subject(story.subject)[0] or subject,
        url=_archived_at(message),
        content=story.text,
        date=known,
        dated=Certainty.EXACT if date else Certainty.INFERRED if known else Certainty.UNKNOWN,
        unread_date=stated if date is None else "",
        publication=_name(story.sender or _header(message, "From")),
        note=story.above,
    )
    return entry_story(source, entry)


def _story(source: SourceFile, message: Message, *, forwards: bool) -> Quotation:
    """Return the text of a message's first part in HTML that has any, else of the first plain."""
    for subtype, unquoted in (("html", unquoted_html), ("plain", unquoted_text)):
        for part in _texts(message):
            if part.get_content_subtype() == subtype:
                text = _text(source, part)
                if any(char.isalpha() for char in re.sub(r"<[^<>]*>", "", text)):
                    return unquoted(text, forwards=forwards)
    return Quotation("")


def _texts(message: Message) -> Iterator[Message]:
    """Yield the parts of a message that are text to be shown, but for those of attached ones."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        if (
            part.get_content_type() == "message/rfc822"
            or part.get_content_disposition() == "attachment"
        ):
            continue
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting[:0] = [inner for inner in payload if isinstance(inner, Message)]
        elif part.get_content_maintype() == "text":
            yield part


def _text(source: SourceFile, part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    label = part.get_content_charset() or ""
    body = source.part(content, source.place)
    return decode(body, markup=part.get_content_subtype() == "html", label=label)


def _attached_message(message: Message) -> Message | None:
    for part in message.walk():
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(payload, list) and payload:
            inner = payload[0]
            return inner if isinstance(inner, Message) else None
    return None


def _subject(text: str) -> tuple[str, bool]:
    """Return a subject without the prefixes of mail programs, and whether one says "forward"."""
    forwards = False
    while match := _PREFIX.match(text):
        forwards = forwards or match["forward"] is not None
        text = text[match.end() :]
    return text.strip(), forwards


def _header(message: Message, name: str) -> str:
    """Return a header's text, its encoded words (RFC 2047) and bare bytes decoded."""
    value = message.get(name)
    if value is None:
        return ""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return one_line(str(value))
    return one_line("".join(_decoded_piece(*piece) for piece in pieces))


def _decoded_piece(piece: bytes | str, label: str | None) -> str:
    if isinstance(piece, str):
        piece = piece.encode("ascii", "surrogateescape")
    for codec in (label or "utf-8", "utf-8", "cp1252"):
        try:
            return piece.decode(codec)
        except (LookupError, ValueError):
            continue
    return piece.decode("latin-1")


def _name(sender: str) -> str:
    """Return the name of a sender, or the host of the address without one."""
    name, address = parseaddr(sender)
    return one_line(name) or address.rpartition("@")[2] or one_line(sender)


def sent_date(message: Message) -> datetime.date | None:
    """Return the day a message was sent, in the zone of its sender, or None."""
    return _mail_day(_header(message, "Date"))


def _mail_day(stated: str) -> datetime.date | None:
    """Return the day that a date of a mail states (RFC 5322, section 3.3), or None."""
    try:
        return parsedate_to_datetime(stated).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return day_stated(stated)


def _received_date(message: Message) -> datetime.date | None:
    """Return the day on which the first server received a message (RFC 5321, section 4.4)."""
    received = message.get_all("Received")
    return _mail_day(str(received[-1]).rpartition(";")[2].strip()) if received else None


def _archived_at(message: Message) -> str:
    """Return the address of a message in the archive of its list (RFC 5064), or ""."""
    address = _header(message, "Archived-At").strip("<> ")
    return address if is_web_address(address) else ""
