"""Entries: stories as feeds, tables, mails and exports state them, before any cleaning.

Every reader of such a format only says what its fields mean; this is where they become
drafts, all in the same way.
"""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line, printable
from cuttings.article.front_matter import join_values
from cuttings.article.markup import escape_markdown
from cuttings.article.web_link import is_web_address
from cuttings.ingest.html.hidden_markup import without_hidden
from cuttings.ingest.html.html_story import draft_from_html
from cuttings.ingest.raw.address import Address, title_from_address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.byline import begins_as_byline, byline_authors
from cuttings.ingest.text.dates import url_date
from cuttings.ingest.text.text_story import draft_from_text

_HTML = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|figure|font|h[1-6]"
    r"|hr|html|i|iframe|img|li|main|ol|p|pre|q|section|small|span|strong|sub|sup|table|tbody|td|th"
    r"|time|tr|u|ul|video)(?:\s[^<>]*)?/?>",
    re.I,
)


_TAG = re.compile(r"<[^<>]*>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a record states of one story; everything may be missing.

    Attributes:
        title: Headline as it stands there; it may be nothing but the address.
        url: Address of the story.
        content: The story's text, as HTML or plain.
        extent: What ``content`` is if not the whole story ("summary", "excerpts"), or "".
        date: Day of publication, or None.
        dated: How ``date`` is known.
        unread_date: What is given as its date and is not one ("31 April 2020"), or "".
        author: Byline.
        publication: Who published it.
        agency: News agency.
        language: BCP 47 tag.
        summary: Standfirst as plain text.
        saved: The day a person saved it, or None.
        tags: What a person or the publication filed it under.
        note: What a person wrote about it.
        enclosures: Addresses of the media that come with it.
        people: Headings the source gives, or None.
        countries: Likewise.
        countries_mentioned: Likewise, of countries that it is not about.
        organizations: Likewise.
    """

    title: str = ""
    url: str = ""
    content: str = ""
    extent: str = ""
    date: datetime.date | None = None
    dated: Certainty = Certainty.UNKNOWN
    unread_date: str = ""
    author: str = ""
    publication: str = ""
    agency: str = ""
    language: str = ""
    summary: str = ""
    saved: datetime.date | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    enclosures: tuple[str, ...] = ()
    people: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    countries_mentioned: tuple[str, ...] | None = None
    organizations: tuple[str, ...] | None = None

    @property
    def payload(self) -> bytes:
        """What distinguishes this story from others, as bytes.

        What a person does with it later (tags, notes, the day it was saved) does not count,
        so that a story which stands in two exports of one library is the same.
        """
        date = self.date.isoformat() if self.date else ""
        stated = (self.title, self.url, date, self.author, self.publication, self.content)
        return json.dumps(stated, ensure_ascii=False).encode("utf-8", "surrogatepass")


def entry_record(source: SourceFile, entry: Entry, place: str) -> Record:
    """Return the record of an entry.

    Args:
        source: The raw file.
        entry: What stands there.
        place: Where it stands, as in "row 12".
    """

    def read(part: SourceFile) -> Draft | Address:
        return entry_story(part, entry)

    return Record(source.part(entry.payload, place), read)


def entry_story(part: SourceFile, entry: Entry) -> Draft | Address:
    """Return the story that an entry holds, or its address if it holds no text.

    Args:
        part: The part of the raw file that the entry stands in.
        entry: What it states.

    Raises:
        UnreadableSourceError: If it has neither.
    """
    url = one_line(entry.url) if is_web_address(entry.url) else ""
    content = printable(entry.content)
    stated = "" if is_web_address(entry.title) else one_line(_without_references(entry.title))
    if not url and is_web_address(entry.title):
        url = one_line(entry.title)
    if not any(char.isalpha() for char in _TAG.sub("", without_hidden(content))):
        if not url:
            raise part.unreadable(
                "it has neither a text nor an address", "add one of them or delete the record"
            )
        return Address(
            url=url,
            title=stated or title_from_address(url),
            saved=entry.saved,
            tags=entry.tags,
            note=one_line(entry.note),
        )
    if _HTML.search(content):
        draft = draft_from_html(part, content, title=stated, address=url)
    else:
        draft = draft_from_text(part, content, title=stated)
    return _completed(draft, entry, url)


def _without_references(title: str) -> str:
    """Return a title without character references: programs escape what they export twice."""
    return _REFERENCE.sub(lambda reference: html.unescape(reference[0]), title)


def _completed(draft: Draft, entry: Entry, url: str) -> Draft:
    """Return a draft of an entry's content with what the entry states beside it."""
    date, dated = draft.date, draft.dated
    if entry.date is not None:
        date, dated = entry.date, entry.dated
    elif date is None and (date := url_date(url)) is not None:
        dated = Certainty.INFERRED
    fields = (
        ("Saved", entry.saved.isoformat() if entry.saved else ""),
        ("Tags", join_values(entry.tags)),
        ("Note", one_line(entry.note)),
    )
    return replace(
        draft,
        body="\n\n".join([draft.body, *_links(entry.enclosures)]),
        date=date,
        dated=dated,
        unread_date=one_line(entry.unread_date),
        author=_author(one_line(entry.author)) or draft.author,
        publication=one_line(entry.publication),
        agency=one_line(entry.agency) or draft.agency,
        url=url or draft.url,
        language=one_line(entry.language),
        summary=one_line(entry.summary),
        extent=entry.extent,
        people=entry.people,
        countries=entry.countries,
        countries_mentioned=entry.countries_mentioned,
        organizations=entry.organizations,
        extra=tuple((key, value) for key, value in fields if value),
    )


def _author(stated: str) -> str:
    """Return the author that an export states; a byline and capitals are read as a page's."""
    is_byline = begins_as_byline(stated) or stated.isupper()
    return (byline_authors(stated) if is_byline else "") or stated


def _links(addresses: Iterable[str]) -> list[str]:
    """Return a paragraph for each address, linked by its own last words."""
    from cuttings.ingest.html.story_markup import quoted_address  # slow to load

    return [
        f"[{escape_markdown(address.rstrip('/').rsplit('/', 1)[-1])}]({quoted_address(address)})"
        for address in addresses
        if is_web_address(address)
    ]
