"""What kind of page a web page is, if it is not an article."""

from __future__ import annotations

import re

from cuttings.article.address_key import address_key
from cuttings.article.web_link import split_link
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile

_SHORTEST_STORY = 150
"""Characters of text, two short sentences, below which an undated page is not an article. Measured
by ``tests.quality.page_kinds``: from 120 to 250 it leaves out the same pages."""

_FRONTS = frozenset({"/index.html", "/index.htm", "/index.php"})
_LIST = re.compile(
    r"/(?:tags?|topics?|search|suche|recherche|buscar|categor(?:y|ies|ia)|sections?|authors?|archives?|"
    r"page/\d+)(?:/|$)",
    re.I,
)
_ACCOUNT = re.compile(r"/(?:log-?in|sign-?in|sign-?up|register|subscribe|account|anmelden)\b", re.I)
_SEARCH = re.compile(r"(?:^|&)(?:s|q|query|search)=", re.I)
_HEADLINE = re.compile(r"/[^/-]+(?:-[^/-]+){3,}/?$")
"""The end of an address that is made of a headline, in whatever folder the story is kept."""

_LINK = r"\[(?P<text>(?:[^\[\]\\]|\\.)*+)\]\((?P<address>[^()]*+)\)"
_LINK_OR_ESCAPE = re.compile(rf"\\.|{_LINK}", re.S)
_LINKED_HEADING = re.compile(rf"^#++ {_LINK}$", re.M | re.S)
_LINKED_SHARE = 0.3
"""Part of an undated page's text in links from which it is a list. Chosen by
``tests.quality.page_kinds``."""

_FEWEST_LINKS_SAVED = 3
"""Links from which a page that a person saved may be a list; fewer may be pictures."""


def kind_if_not_article(draft: Draft) -> str:
    """Return what a collected page is if it is not an article ("a front page"), else "".

    Its address and its links show it, unless the page states a day of publication: headings of a
    list lead to its stories, those of a story lead nowhere.

    Args:
        draft: What was found on the page.
    """
    if _is_front(draft.url):
        return "a front page"
    if draft.date is not None:
        return ""
    is_short = len(draft.body) < _SHORTEST_STORY
    return _kind_of_undated(draft, fewest_links=1) or (
        "a page with hardly any text" if is_short else ""
    )


def saved_story(source: SourceFile, draft: Draft) -> Draft:
    """Return the story of a page that a person saved.

    Someone chose the page, so a short text is not a reason to refuse it. Neither is the address of
    its site, if the story is dated and the page is not a list.

    Args:
        source: The saved page.
        draft: What was found on it; without an address only its text shows what it is.

    Raises:
        UnreadableSourceError: If it is not an article.
    """
    fewest = _FEWEST_LINKS_SAVED
    kind = "" if draft.date is not None else _kind_of_undated(draft, fewest_links=fewest)
    if _is_front(draft.url) and (draft.date is None or _is_list(draft, fewest)):
        kind = "a front page"
    if kind:
        raise source.unreadable(
            f"it is {kind}", "save the story's own page, or put its text into a .txt file"
        )
    return draft


def _is_front(url: str) -> bool:
    parts = split_link(url)
    path = parts.path.rstrip("/")
    return bool(url) and not parts.query and path in {"", *_FRONTS}


def _kind_of_undated(draft: Draft, *, fewest_links: int) -> str:
    parts = split_link(draft.url)
    if _ACCOUNT.search(parts.path):
        return "a page to log in or sign up"
    is_list = _is_address_of_list(parts.path) or _is_list(draft, fewest_links)
    return "a list of stories" if is_list or _SEARCH.search(parts.query) else ""


def _is_address_of_list(path: str) -> bool:
    return bool(_LIST.search(path)) and not _HEADLINE.search(path)


def _is_list(draft: Draft, fewest_links: int) -> bool:
    """Return whether a page is a list of links; a headline may lead to its own page."""
    headings = {address_key(heading["address"]) for heading in _LINKED_HEADING.finditer(draft.body)}
    if headings - {address_key(draft.url)}:
        return True
    found = [link for link in _LINK_OR_ESCAPE.finditer(draft.body) if link["text"] is not None]
    linked = sum(len(link["text"]) for link in found)
    shown = len(draft.body) - sum(len(link[0]) for link in found) + linked
    return len(found) >= fewest_links and linked > _LINKED_SHARE * shown
