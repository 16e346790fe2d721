"""Web pages saved in one file as MHTML (RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from cuttings.article.web_link import is_web_address
from cuttings.ingest.entries.mail_message import parsed_message, sent_date
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.web.page_kind import saved_story
from cuttings.ingest.web.page_story import draft_from_page

_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_SNAPSHOT = re.compile(rb"^snapshot-content-location:", re.I | re.M)


def read_mhtml(source: SourceFile) -> Draft:
    """Return the one story of the page; its pictures and frames are left undecoded.

    Raises:
        UnreadableSourceError: If there is no page in it, no story in the page, or the page is
            not an article.
    """
    message = parsed_message(source.payload)
    page = next(_pages(message), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise source.unreadable("there is no page in it", "save the page again")
    body = source.part(content, source.place)
    text = decode(body, markup=True, label=page.get_content_charset() or "")
    draft = saved_story(source, draft_from_page(source, text, address=_address(message, page)))
    captured = sent_date(message)
    extra = (("Captured", captured.isoformat()),) if captured else ()
    return replace(draft, extra=extra)


def _pages(message: Message) -> Iterator[Message]:
    """Yield the HTML parts of a message; the first is the page, the others are its frames."""
    return (part for part in message.walk() if part.get_content_type() == "text/html")


def _address(message: Message, page: Message) -> str:
    """Return where the page was saved from, or ""."""
    named = (message.get("Snapshot-Content-Location"), page.get("Content-Location"))
    addresses = ("".join(str(name).split()).partition("#")[0] for name in named if name)
    return next(filter(is_web_address, addresses), "")


def _recognizes(source: SourceFile) -> bool:
    """Return whether a file is a saved page; mails with pictures are ``multipart/related``, too."""
    header = source.head.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    if _RELATED.search(header) is None:
        return False
    by_browser = re.search(rb"^from:\s*<?saved by", header, re.I | re.M)
    return by_browser is not None or _SNAPSHOT.search(header) is not None


FORMAT = Format(
    name="MHTML",
    suffixes=(".mhtml", ".mht"),
    records=whole_file(read_mhtml),
    recognizes=_recognizes,
    gives="the story of the page, with its address and the day it was saved",
    example="story.mhtml",
    reads_ahead=True,
    is_held=True,
)
