"""What a saved page says of its story besides the text."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.ingest.html.page import Page
from cuttings.ingest.text.agency import is_agency
from cuttings.ingest.web.page_author import page_author
from cuttings.ingest.web.page_date import page_date
from cuttings.ingest.web.page_publication import publication, site_names, stated_publication
from cuttings.ingest.web.page_title import page_title
from cuttings.ingest.web.structured_data import StructuredData, names_in

_SUMMARY_TAGS = (
    "dc:description dcterms:description og:description description twitter:description"
).split()
_END_TAG = re.compile(r"</[a-z]", re.I)
"""What a standfirst holds that some programs write as HTML."""

_LANGUAGE_TAGS = "content-language language dc:language inlanguage og:locale".split()
_LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_DAY_FIRST_REGIONS = frozenset("GB IE AU NZ IN ZA".split())
_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A story's description, taken from its page.

    Attributes:
        title: Headline, or "".
        author: Persons of the byline, or "".
        publication: Who published it, or "".
        agency: News agency that the page names as its author, or "".
        date: Day of publication from the page's metadata or address, or None.
        dated: How the date is known.
        unread_date: What states the date and is not understood if there is none, or "".
        language: BCP 47 tag, or "".
        summary: Standfirst, or "".
    """

    title: str
    author: str
    publication: str
    agency: str
    date: datetime.date | None
    dated: Certainty
    unread_date: str
    language: str
    summary: str


def page_metadata(page: Page, today: datetime.date | None = None) -> Metadata:
    """Return what a page's structured data, meta tags and elements say of its story.

    Args:
        page: The page.
        today: The last day on which it can have been published, today unless given; a day more
            is allowed, because it is tomorrow somewhere.
    """
    data = StructuredData.of(page.root)
    sites = site_names(page, data)
    title = page_title(page.root, data, sites, page.url)
    language = _language(page.root, data)
    found = page_date(
        page,
        data,
        title,
        latest=(today or datetime.date.today()) + _ONE_DAY,
        day_first=_is_day_first(language),
    )
    return Metadata(
        title=title,
        author=page_author(page.root, data, stated_publication(page, data), title),
        publication=publication(page, data),
        agency=_agency(data),
        date=found.date,
        dated=found.dated,
        unread_date=found.unread,
        language=language,
        summary=_summary(data),
    )


def _agency(data: StructuredData) -> str:
    authors = (*names_in(data.article.get("author")), *data.all_tags("author", "byl", "dc:creator"))
    return next((name for name in authors if is_agency(name)), "")


def _is_day_first(language: str) -> bool:
    """Return whether 4/5/2020 is a day in May in a language; in English it may be one in April."""
    if not language.startswith("en"):
        return bool(language)
    return not _DAY_FIRST_REGIONS.isdisjoint(language.split("-"))


def _language(root: HtmlElement, data: StructuredData) -> str:
    declared = (
        root.get("lang") or "",
        root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        root.get("xml:lang") or "",
        data.text("inLanguage"),
        *data.all_tags(*_LANGUAGE_TAGS),
        *root.xpath("//meta[translate(@http-equiv,'CLNG','clng')='content-language']/@content"),
    )
    for value in declared:
        tag = str(value).strip()
        if _LANGUAGE.match(tag):
            language, *subtags = re.split("[-_]", tag)
            return "-".join([language.lower(), *(s.upper() if len(s) == 2 else s for s in subtags)])
    return ""


def _summary(data: StructuredData) -> str:
    summary = data.text("description") or data.tag(*_SUMMARY_TAGS)
    return plain_text(summary) if _END_TAG.search(summary) else summary
