"""Saved web pages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import NoStory, whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import parse_date
from cuttings.ingest.text.text_story import draft_from_text
from cuttings.ingest.web.block_report import block_report
from cuttings.ingest.web.page_kind import kind_if_not_article, saved_story
from cuttings.ingest.web.page_story import draft_from_page

_START = re.compile(
    rb"^[\xef\xbb\xbf\s]*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>])",
    re.I | re.S,
)
_SAVED = re.compile(r"<!--\s*Page saved with SingleFile\b[^>]*?saved date:\s*(?P<date>[^\n]+)")
_MARKUP = re.compile(r"<[a-zA-Z!/][^<>]*>")


def read_html(source: SourceFile) -> Draft | NoStory:
    """Return the one story of a page, or the kind of a fetched page that is not an article.

    Raises:
        UnreadableSourceError: If the file is not a whole page or holds no story, or is a saved
            page that is not an article.
    """
    text = decode(source, markup=True)
    if not _MARKUP.search(text):
        return draft_from_text(source, text)
    draft = draft_from_page(source, text, address=source.address)
    if not source.address:
        draft = saved_story(source, draft)
    elif kind := kind_if_not_article(draft):
        return NoStory(f"it is {kind}")
    captured = _captured(text)
    return replace(draft, extra=(("Captured", captured.isoformat()),)) if captured else draft


def reasons_of(source: SourceFile) -> Iterator[str]:
    """Yield a line for each block of a page: whether it is the story's, and the reason.

    Raises:
        UnreadableSourceError: If the file is not a page, or far too large for one.
    """
    page = (
        Page.parse(decode(source, markup=True), source.address) if begins_as_html(source) else None
    )
    if page is None or page.excess:
        raise source.unreadable("it is not a web page that can be read", "name a saved web page")
    yield from block_report(page)


def _captured(text: str) -> datetime.date | None:
    """Return the day that SingleFile notes of saving a page."""
    note = _SAVED.search(text[:4096])
    return parse_date(note["date"]) if note else None


def begins_as_html(source: SourceFile) -> bool:
    """Return whether a file's content begins as a web page does."""
    return _START.match(source.head[:4096]) is not None


FORMAT = Format(
    name="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    records=whole_file(read_html),
    recognizes=begins_as_html,
    gives="the story of the page",
    example="story.html",
    reads_ahead=True,
    is_held=True,
)
