"""What kind of page an archived page is, if it is no article."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from cuttings.ingest.draft import Draft

_SHORTEST_STORY = 250
"""Characters of text below which an undated page is no article."""

_LIST = re.compile(
    r"/(?:tags?|topics?|search|suche|recherche|buscar|categor(?:y|ies|ia)|sections?|authors?|archives?|"
    r"page/\d+)(?:/|$)",
    re.I,
)
_ACCOUNT = re.compile(r"/(?:log-?in|sign-?in|sign-?up|register|subscribe|account|anmelden)\b", re.I)
_SEARCH = re.compile(r"(?:^|&)(?:s|q|query|search)=", re.I)
_HEADLINE = re.compile(r"/[^/-]+(?:-[^/-]+){3,}/?$")
"""The end of an address that is made of a headline, in whatever folder the story is kept."""

_LINK = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\([^)]*\)")
_LINKED_HEADING = re.compile(rf"^#+ {_LINK.pattern}$", re.M)
_LINKED_SHARE = 0.3
"""Part of an undated page's text in links from which it is a list. Chosen by
``tests.quality.page_kinds``."""


def kind_of_no_article(draft: Draft) -> str:
    """Return what a page is if it is no article ("a front page"), or "".

    Its address and its links tell, unless the page states a day of publication: headings of a list
    lead to its stories, those of a story lead nowhere.

    Args:
        draft: What was found on the page.
    """
    parts = urlsplit(draft.url)
    is_front = parts.path.rstrip("/") in {"", "/index.html", "/index.htm", "/index.php"}
    if is_front and not parts.query:
        return "a front page"
    if draft.date is not None:
        return ""
    if _ACCOUNT.search(parts.path):
        return "a page to log in or sign up"
    if _SEARCH.search(parts.query) or _is_address_of_list(parts.path) or _is_list(draft.body):
        return "a list of stories"
    return "a page with hardly any text" if len(draft.body) < _SHORTEST_STORY else ""


def _is_address_of_list(path: str) -> bool:
    return bool(_LIST.search(path)) and not _HEADLINE.search(path)


def _is_list(body: str) -> bool:
    """Tell whether Markdown is a list of links."""
    linked = sum(len(link[1]) for link in _LINK.finditer(body))
    shown = len(_LINK.sub(r"\1", body))
    return bool(_LINKED_HEADING.search(body)) or linked > _LINKED_SHARE * shown
