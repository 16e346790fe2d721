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


def kind_of_no_article(draft: Draft) -> str:
    """Return what a page is if it is no article ("a front page"), or "".

    Its address tells, unless the page states a day of publication.

    Args:
        draft: What was found on the page.
    """
    parts = urlsplit(draft.url)
    if parts.path.rstrip("/") in {"", "/index.html", "/index.htm", "/index.php"} and not (
        parts.query and draft.date
    ):
        return "a front page"
    if draft.date is not None:
        return ""
    if _ACCOUNT.search(parts.path):
        return "a page to log in or sign up"
    if _SEARCH.search(parts.query) or _LIST.search(parts.path):
        return "a list of stories"
    return "a page with hardly any text" if len(draft.body) < _SHORTEST_STORY else ""
