"""Feeds of the RSS family (0.9x, 1.0, 2.0) and Atom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.markup import plain_text
from cuttings.article.web_link import join_link
from cuttings.errors import ExcessError
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.feed_parsing import feed_payload, parsed_feed
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.byline import AUTHOR_SEPARATOR
from cuttings.ingest.text.dates import day_stated

_START = re.compile(
    rb"^[\xef\xbb\xbf\s]*+"
    rb"(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:>|\[.*?\]\s*+>))\s*+)*+"
    rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]",
    re.S,
)
_END = re.compile(rb"</(?:rss|rdf:RDF|(?:\w+:)?feed)\s*>", re.I)

Fields = Mapping[str, Any]
"""What feedparser gives of a feed or an entry."""


def read_feed(source: SourceFile) -> Iterator[Record]:
    """Yield the entries of a feed.

    The full text is taken where an entry has it, else the summary, which is marked as such.
    An entry without a date has none: the day of the feed says nothing of it.

    Raises:
        UnreadableSourceError: If it is not a feed or too large; where it breaks off, after the
            entries that are whole.
    """
    payload = feed_payload(source)
    try:
        feed = parsed_feed(payload)
    except ValueError as error:
        raise source.unreadable(
            "its first line does not name a character set", "save the feed again"
        ) from error
    except ExcessError as error:
        raise source.unreadable(error.reason, error.remedy) from error
    if not feed.entries and not feed.version:
        raise source.unreadable("it is not a feed", "save the feed itself, not the page about it")
    whole = _END.search(payload) is not None
    for number, fields in enumerate(feed.entries if whole else feed.entries[:-1], start=1):
        place = f"entry {number}"
        in_atom = feed.version.startswith("atom")
        make = partial(_record, source, place, fields, feed.feed, in_atom=in_atom)
        yield made_record(source, place, make)
    if not whole:
        raise source.unreadable("it is truncated (the feed does not end)", "save it again")


def _record(
    source: SourceFile, place: str, fields: Fields, feed: Fields, *, in_atom: bool
) -> Record:
    return entry_record(source, _entry(fields, feed, in_atom=in_atom), place)


def _entry(fields: Fields, feed: Fields, *, in_atom: bool) -> Entry:
    summary = _value(fields, "summary")
    full = max(
        (str(part.get("value", "")) for part in fields.get("content", ())), key=len, default=""
    )
    date, dated = _date(fields, in_atom=in_atom)
    return Entry(
        title=_plain(fields, "title"),
        url=join_link(_base(feed), link) if (link := _value(fields, "link")) else "",
        content=full or summary,
        extent="" if full or not summary else "summary",
        date=date,
        dated=dated,
        unread_date=_value(fields, "published") if date is None else "",
        author=_author(fields),
        publication=_plain(feed, "title"),
        language=_language(fields) or _value(feed, "language"),
        summary=_plain(fields, "summary") if full and full != summary else "",
        tags=tuple(_tags(fields)),
        enclosures=tuple(_value(link, "href") for link in fields.get("enclosures", ())),
    )


def _base(feed: Fields) -> str:
    """Return the address that relative links of a feed start from: that of its site, or its own."""
    own = next(
        (_value(one, "href") for one in feed.get("links", ()) if one.get("rel") == "self"), ""
    )
    return join_link(own, _value(feed, "link"))


def _date(fields: Fields, *, in_atom: bool) -> tuple[datetime.date | None, Certainty]:
    """Return the day an entry states; in Atom ``updated`` is only the day of its last change.

    The day is that of the place it is written in, if its form is known, else that of UTC.
    """
    for name in ("published", "created", "updated"):
        exact = name == "published" or not in_atom
        if (date := day_stated(_value(fields, name))) is None:
            parsed = _raw(fields, f"{name}_parsed")
            date = datetime.date(*parsed[:3]) if parsed else None
        if date is not None:
            return date, Certainty.EXACT if exact else Certainty.INFERRED
    return None, Certainty.UNKNOWN


def _author(fields: Fields) -> str:
    names = [one_line(_value(author, "name")) for author in fields.get("authors", ())]
    return AUTHOR_SEPARATOR.join(dict.fromkeys(filter(None, names))) or _value(fields, "author")


def _language(fields: Fields) -> str:
    details = [*fields.get("content", ()), fields.get("title_detail", {})]
    return next((str(value) for part in details if (value := part.get("language"))), "")


def _tags(fields: Fields) -> Iterator[str]:
    for tag in fields.get("tags", ()):
        if name := one_line(_value(tag, "label") or _value(tag, "term")):
            yield name


def _plain(fields: Fields, name: str) -> str:
    """Return a value as plain text on one line; only its own type says whether it is HTML."""
    value = _value(fields, name)
    detail = fields.get(f"{name}_detail", {})
    if detail.get("type") == "text/plain" or not value:
        return one_line(value)
    return one_line(plain_text(value))


def _value(fields: Fields, name: str) -> str:
    return str(_raw(fields, name) or "")


def _raw(fields: Fields, name: str) -> Any:  # noqa: ANN401 - feedparser's values are untyped
    """Return a value, and not another in its place, as feedparser does for some names."""
    return dict.get(fields, name) if isinstance(fields, dict) else None


FORMAT = Format(
    name="feed",
    suffixes=(".xml", ".rss", ".atom", ".rdf"),
    records=read_feed,
    recognizes=lambda source: _START.match(source.head) is not None,
    gives="each entry: its full text, else its summary, marked as such",
    example="feed.xml",
    is_held=True,
)
