"""An article of the archive, as one value."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How a fact about an article is known."""

    EXACT = "exact"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story, independent of the format it came in.

    Attributes:
        title: Headline, one line, never empty.
        body: Markdown without front matter; lines end in a line feed.
        slug: Identity within the archive and file name without ``.md``.
        added: The day the article came in.
        original: SHA-256 of the source file in lower-case hexadecimal, or "".
        record: SHA-256 of the part of the source file that the story is (a row, a message)
            in lower-case hexadecimal, or "" if it is the whole.
        titled: EXACT if the source states the headline, else INFERRED.
        date: Day or instant of publication; None when unknown.
        dated: How ``date`` is known; UNKNOWN exactly when ``date`` is None.
        source: The publication.
        author: Byline as a person would write it.
        agency: News agency credited.
        url: Canonical address of the original.
        language: BCP 47 tag, or "".
        summary: Standfirst as plain text, or "".
        extent: What the body is if it is not the whole story ("summary", "excerpts"), or "".
        related: Titles of other stories that the source pointed to.
        people: Headings of people, most prominent first; None if never tagged.
        countries: Headings of the countries that it is about, most salient first;
            None if never tagged.
        countries_mentioned: Headings of the other countries that it names, likewise;
            None if it has no such line.
        organizations: Headings of organizations; None if never tagged.
        tagged: What the tagger wrote about itself; "" if it has not run.
        reviewed: True if a person has set the entity lines.
        extra: Other front matter, in file order; kept, never interpreted.
    """

    title: str
    body: str
    slug: str
    added: datetime.date
    original: str = ""
    record: str = ""
    titled: Certainty = Certainty.EXACT
    date: datetime.date | datetime.datetime | None = None
    dated: Certainty = Certainty.UNKNOWN
    source: str = ""
    author: str = ""
    agency: str = ""
    url: str = ""
    language: str = ""
    summary: str = ""
    extent: str = ""
    related: tuple[str, ...] = ()
    people: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    countries_mentioned: tuple[str, ...] | None = None
    organizations: tuple[str, ...] | None = None
    tagged: str = ""
    reviewed: bool = False
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def path(self) -> str:
        """Its page's path from the site's root, with ``/`` between folders."""
        return f"articles/{self.slug}.html"

    @property
    def day(self) -> datetime.date | None:
        """The day of publication, or None when unknown."""
        return self.date.date() if isinstance(self.date, datetime.datetime) else self.date

    @property
    def filing_date(self) -> datetime.date:
        """The day it is filed under: publication, else the day it came in."""
        return self.day or self.added
