"""A draft: what a reader makes of one raw file, before it is filed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from cuttings.article.article import Article, Certainty
from cuttings.article.characters import one_line
from cuttings.article.language.text_language import text_language
from cuttings.ingest.raw.further_lines import further_lines
from cuttings.ingest.raw.standfirst import own_standfirst


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One story out of a raw file, cleaned but not yet filed.

    Attributes:
        source: The raw file.
        original: Payload digest of the raw file.
        record: Payload digest of the part of the raw file that the story is, or "" if it
            is the whole.
        title: Headline, one line, never empty.
        body: Markdown without front matter.
        titled: EXACT if the source states the headline, else INFERRED.
        date: Day or instant of publication; None when unknown.
        dated: How ``date`` is known; UNKNOWN exactly when ``date`` is None.
        unread_date: What the source gives as its date and is not one ("31 April 2020"), or is
            still to come, or "".
        author: Persons of the byline as a reader would write them, or "".
        publication: Who published it, or "".
        agency: News agency credited, or "".
        url: Canonical address, or "".
        language: BCP 47 tag, or "".
        summary: Standfirst as plain text, or "".
        extent: What the body is if it is not the whole story ("summary", "excerpts"), or "".
        related: Titles of other stories that the source pointed to.
        people: Headings that the source's own front matter gives, else None.
        countries: Headings that the source's own front matter gives, else None.
        countries_mentioned: Likewise, of countries that it is not about.
        organizations: Headings that the source's own front matter gives, else None.
        reviewed: True if the source's own front matter says so.
        slug: Slug that the source's own front matter asks for, or "".
        extra: What else the source states, with its own keys, in its order. The article gets what
            ``further_lines`` allows.
        removed: Lines taken out of the body, in the order they stood.
    """

    source: Path
    original: str
    title: str
    body: str
    record: str = ""
    titled: Certainty = Certainty.EXACT
    date: datetime.date | datetime.datetime | None = None
    dated: Certainty = Certainty.UNKNOWN
    unread_date: str = ""
    author: str = ""
    publication: str = ""
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
    reviewed: bool = False
    slug: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()

    def believed(self, added: datetime.date) -> Draft:
        """Return the draft without a date that is still to come.

        Args:
            added: The day it comes in; one more is allowed, because it is tomorrow somewhere.
        """
        day = self.date.date() if isinstance(self.date, datetime.datetime) else self.date
        if day is None or day <= added + datetime.timedelta(days=1):
            return self
        return replace(self, date=None, dated=Certainty.UNKNOWN, unread_date=day.isoformat())

    @property
    def own_language(self) -> str:
        """The language of its text, by what the text shows and what is declared for it."""
        return text_language(self.body, one_line(self.language))

    def to_article(self, slug: str, added: datetime.date) -> Article:
        """Return the article that is filed for this draft.

        A standfirst that only repeats the headline or the lead is left out.
        Whatever a reader left in a value, it is one line here, so that none makes another.

        Args:
            slug: Its identity, unique in the archive.
            added: The day it came in.
        """
        return Article(
            title=one_line(self.title),
            body=self.body,
            slug=slug,
            added=added,
            original=self.original,
            record=self.record,
            titled=self.titled,
            date=self.date,
            dated=self.dated,
            source=one_line(self.publication),
            author=one_line(self.author),
            agency=one_line(self.agency),
            url=one_line(self.url),
            language=self.own_language,
            summary=own_standfirst(one_line(self.summary), self.title, self.body),
            extent=one_line(self.extent),
            related=tuple(map(one_line, self.related)),
            people=_lines(self.people),
            countries=_lines(self.countries),
            countries_mentioned=_lines(self.countries_mentioned),
            organizations=_lines(self.organizations),
            reviewed=self.reviewed,
            extra=further_lines(self.extra),
        )


def _lines(headings: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if headings is None else tuple(map(one_line, headings))
