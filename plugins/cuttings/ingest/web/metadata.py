"""What a saved page says of its story besides the text."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import htmldate
from lxml import etree
from lxml.html import HtmlElement

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.web_link import host_of
from cuttings.ingest.html.page import Page
from cuttings.ingest.text.agency import is_agency
from cuttings.ingest.text.dates import parse_date, url_date
from cuttings.ingest.web.page_author import page_author
from cuttings.ingest.web.page_title import page_title
from cuttings.ingest.web.structured_data import StructuredData, names_in

_DATE_TAGS = (
    "article:published_time article:published article:publicationdate datepublished "
    "parsely-pub-date og:article:published_time og:published_time dc:date:issued "
    "dcterms:issued dcterms:created dc:date dcterms:date sailthru:date publishdate "
    "publish-date publish_date publication_date pubdate pdate citation_publication_date "
    "dcsext:articlefirstpublished date"
).split()
_SUMMARY_TAGS = (
    "dc:description dcterms:description og:description description twitter:description"
).split()
_SITE_TAGS = "og:site_name application-name apple-mobile-web-app-title dc:publisher".split()
_PUBLISHER_TAGS = "article:publisher publisher dcterms:publisher".split()
_LANGUAGE_TAGS = "content-language language dc:language inlanguage og:locale".split()
_LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_PUBLISHED = etree.XPath("//@itemprop[contains(., 'datePublished')]/..")
_PUBLICATION_TIME = etree.XPath("//time[@pubdate]")
_EARLIEST = datetime.date(1600, 1, 1)


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
        language: BCP 47 tag, or "".
        summary: Standfirst, or "".
    """

    title: str
    author: str
    publication: str
    agency: str
    date: datetime.date | None
    dated: Certainty
    language: str
    summary: str


def page_metadata(page: Page) -> Metadata:
    """Return what a page's structured data, meta tags and elements say of its story."""
    data = StructuredData.of(page.root)
    sites = _site_names(page, data)
    publication = _publication(page, data)
    date, dated = _date(page, data)
    return Metadata(
        title=page_title(page.root, data, sites, page.url),
        author=page_author(page.root, data, publication),
        publication=publication,
        agency=_agency(data),
        date=date,
        dated=dated,
        language=_language(page.root, data),
        summary=_summary(data),
    )


def _publication(page: Page, data: StructuredData) -> str:
    """Return the publication's name, or the host it was published at."""
    publisher = next(iter(names_in(data.article.get("publisher"))), "")
    named = [
        data.tag("og:site_name"),
        publisher,
        *data.all_tags(*_SITE_TAGS),
        *data.all_tags(*_PUBLISHER_TAGS),
    ]
    for name in named:
        if name and not name.startswith(("http://", "https://", "@")):
            return name
    return _host(page.url)


def _site_names(page: Page, data: StructuredData) -> list[str]:
    """Return the names a site may put into its titles."""
    names = [
        *data.all_tags(*_SITE_TAGS, *_PUBLISHER_TAGS),
        *names_in(data.article.get("publisher")),
        *names_in(data.article.get("isPartOf")),
    ]
    if host := _host(page.url):
        names += [host, *(part for part in host.split(".")[:-1] if len(part) > 3)]
    return [name for name in names if not name.startswith("http")]


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")


def _agency(data: StructuredData) -> str:
    authors = (*names_in(data.article.get("author")), *data.all_tags("author", "byl", "dc:creator"))
    return next((name for name in authors if is_agency(name)), "")


def _date(page: Page, data: StructuredData) -> tuple[datetime.date | None, Certainty]:
    """Return the day of publication that metadata states or, inferred, the address."""
    for value in _stated_dates(page, data):
        date = parse_date(one_line(value))
        if date is not None and date >= _EARLIEST:
            return date, Certainty.EXACT
    if (date := _htmldate(page.root)) is not None:
        return date, Certainty.EXACT
    if (date := url_date(page.url)) is not None:
        return date, Certainty.INFERRED
    return None, Certainty.UNKNOWN


def _stated_dates(page: Page, data: StructuredData) -> Iterator[str]:
    """Yield what metadata and elements say of the day of publication, the surest first."""
    yield from names_in(data.article.get("datePublished"))
    yield from data.all_tags(*_DATE_TAGS)
    published = cast("list[HtmlElement]", _PUBLISHED(page.root))
    for attribute in ("datetime", "content"):
        yield from filter(None, (element.get(attribute) for element in published))
    times = cast("list[HtmlElement]", _PUBLICATION_TIME(page.root))
    yield from filter(None, (element.get("datetime") for element in times))


def _htmldate(root: HtmlElement) -> datetime.date | None:
    """Return the original date that htmldate reads from the page's markup alone.

    Addresses come after the text, so it must not see them; the end of its window is
    fixed because it would otherwise be the present.
    """
    tree = copy.deepcopy(root)
    for link in tree.xpath("//link[@rel='canonical']"):
        link.drop_tree()
    found = htmldate.find_date(
        tree,
        original_date=True,
        extensive_search=False,
        min_date=_EARLIEST.isoformat(),
        max_date="2999-12-31",
    )
    return datetime.date.fromisoformat(found) if found else None


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
    return data.text("description") or data.tag(*_SUMMARY_TAGS)
