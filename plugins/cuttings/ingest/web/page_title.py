"""The headline of a saved page, from what its sources agree on."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from lxml.html import HtmlElement

from cuttings.article.characters import one_line
from cuttings.ingest.html.page import element_text
from cuttings.ingest.web.structured_data import StructuredData

_META_TITLES = (
    "dc:title dcterms:title dcterm:title og:title weibo:article:title weibo:webpage:title title "
    "twitter:title parsely-title sailthru:title citation_title"
).split()
_SEPARATOR = re.compile(r" [|»·•—–\\/-] | ?\| ?| ?:: ?| » ?")
"""What stands between a headline and a site's name, on one line without double blanks."""

_MOST_SITE_WORDS = 5
_FEWEST_TITLE_WORDS = 3
_CUT_OFF = re.compile(r"(?:…|\.{3})$")


def page_title(root: HtmlElement, data: StructuredData, sites: Sequence[str]) -> str:
    """Return a page's headline, or "" if it states none.

    Structured data and meta tags come before the ``title`` element, and that before the
    heading; a name of the site at either end is cut, and a title that was cut short is
    completed from the heading.

    Args:
        root: The page.
        data: What the page says about itself.
        sites: Names the site goes by.
    """
    headings = [text for h1 in root.iter("h1") if (text := element_text(h1))]
    element = one_line(next((title.text_content() for title in root.iter("title")), ""))
    stated = [*_json_titles(data, element), *data.all_tags(*_META_TITLES)]
    for candidate in stated:
        title = _without_site(candidate, sites)
        if title and not _is_site(title, sites):
            return _completed(title, [*headings, _without_site(element, sites)])
    title = _from_title_element(element, headings, sites)
    if title:
        return title
    return headings[0] if len(set(headings)) == 1 else ""


def _json_titles(data: StructuredData, element: str) -> list[str]:
    """Return the JSON-LD headline and name, the one that the title element agrees with first."""
    titles = [title for title in (data.text("headline"), data.text("name")) if title]
    return sorted(titles, key=lambda title: _key(title) not in _key(element))


def _from_title_element(element: str, headings: Sequence[str], sites: Sequence[str]) -> str:
    title = _without_site(element, sites)
    if not title or _is_site(title, sites):
        return ""
    parts = _SEPARATOR.split(title)
    keys, whole = {_key(part) for part in parts}, _key(title)
    for heading in headings:
        key = _key(heading)
        if key in keys:
            return heading
        if whole.startswith(key) and len(heading.split()) >= _FEWEST_TITLE_WORDS:
            rest = title[len(heading) :]
            if _SEPARATOR.match(rest):
                return heading
    if (
        len(parts) > 1
        and len(parts[-1].split()) <= _MOST_SITE_WORDS
        and len(_head(title).split()) >= _FEWEST_TITLE_WORDS
        and (not headings or len(parts) == 2)
    ):
        return _head(title)
    return title


def _head(title: str) -> str:
    """Return ``title`` before its last separator."""
    last = list(_SEPARATOR.finditer(title))[-1]
    return title[: last.start()].strip()


def _without_site(title: str, sites: Sequence[str]) -> str:
    """Return ``title`` without a site's name behind its last or before its first separator."""
    title = one_line(title)
    start, end = 0, len(title)
    separators = deque(_SEPARATOR.finditer(title))
    while separators and _is_site(title[separators[-1].end() : end], sites):
        end = separators.pop().start()
    while separators and _is_site(title[start : separators[0].start()], sites):
        start = separators.popleft().end()
    return title[start:end].strip()


def _is_site(text: str, sites: Sequence[str]) -> bool:
    key = _key(text).removeprefix("the")
    return not key or key in {_key(site).removeprefix("the") for site in sites}


def _completed(title: str, others: Sequence[str]) -> str:
    """Return the title that ``title`` is the cut-off start of, else ``title``."""
    start = _CUT_OFF.sub("", title).rstrip()
    for other in others:
        goes_on = len(other) > len(start) and other.startswith(start)
        if goes_on and (start != title or other[len(start)].isalnum()):
            return other
    return title


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
