"""Headings of a page that may be its story's headline, and how much speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from cuttings.article.web_link import split_link
from cuttings.ingest.html.page import element_text
from cuttings.ingest.web.page_place import is_elsewhere
from cuttings.ingest.web.title_parts import SEPARATOR, is_site, title_key

_WORD = re.compile(r"\w{3,}")
_FEWEST_SHARED = 2
_LIKE_SHARE = 0.5
"""Part of a heading's words, or of a title's, that both must share to be about one story."""

_FEWEST_WORDS = 3
"""Words from which a part of a heading is a headline and the rest its kicker."""

_MARKS = " :|/-–—·•"
"""What stands between a kicker and its headline."""

_MOST_HEADINGS = 200
"""Headings of a level that are looked at."""

_LONGEST = 300
"""Characters of a heading that may be a headline."""

EQUAL, PART, LIKE, ALONE = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading of a page.

    Attributes:
        text: Its text on one line.
        pieces: Its texts by element, so that a kicker in an element of its own is known.
    """

    text: str
    pieces: tuple[str, ...]

    def support(self, titles: Sequence[str], address: str) -> int:
        """Return how much a page's titles and its address say for this heading.

        ``EQUAL`` if a title is the heading, ``PART`` if one is the heading and more behind or
        before a separator, ``LIKE`` if they share their words with it, else ``ALONE``.
        """
        key = title_key(self.text)
        if not key:
            return ALONE
        if any(title_key(title) == key for title in titles):
            return EQUAL
        if any(key in map(title_key, _ends(title)) for title in titles):
            return PART
        words = _words(self.text)
        likes = (_are_like(words, _words(title)) for title in [*titles, _address_words(address)])
        return LIKE if any(likes) else ALONE

    def headline(self, titles: Sequence[str]) -> str:
        """Return the heading without a kicker, or the title that writes it in small letters.

        A kicker stands in an element of its own and is missing from a title; without it 11
        headlines of the pages looked at are right that were not, and none is wrong that was.
        """
        if self.text.isupper():
            same = (title for title in titles if title_key(title) == title_key(self.text))
            return next(same, self.text)
        ends = self._ends()
        parts = {title_key(part) for title in titles for part in _ends(title)}
        wanted = [*map(title_key, titles), *(key for key in ends if key in parts)]
        return next((ends[key] for key in wanted if key in ends), self.text)

    def _ends(self) -> dict[str, str]:
        """Return what stands behind the first elements, then what stands before the last."""
        cuts = range(1, len(self.pieces))
        runs = [*(self.pieces[cut:] for cut in cuts), *(self.pieces[:cut] for cut in cuts)]
        found: dict[str, str] = {}
        for text in (" ".join(run).lstrip(_MARKS) for run in runs):
            if len(text.split()) >= _FEWEST_WORDS:
                found.setdefault(title_key(text), text)
        return found


def headings_of(root: HtmlElement, tag: str, sites: frozenset[str]) -> list[PageHeading]:
    """Return the headings of a kind that may be a headline, in document order."""
    found: list[PageHeading] = []
    for element in islice(root.iter(tag), _MOST_HEADINGS):
        text = element_text(element)
        if not text or len(text) > _LONGEST or is_site(text, sites) or is_elsewhere(element):
            continue
        pieces = tuple(" ".join(piece.split()) for piece in element.itertext() if piece.strip())
        found.append(PageHeading(text, pieces))
    return found


def headline_element(root: HtmlElement, title: str) -> HtmlElement | None:
    """Return the heading that shows a title, else the first heading, or None."""
    key = title_key(title)
    first: HtmlElement | None = None
    for tag in ("h1", "h2", "h3"):
        for heading in islice(root.iter(tag), _MOST_HEADINGS):
            shown = title_key(element_text(heading))
            is_shown = bool(shown and key) and (key in shown or shown in key)
            if (is_shown or (first is None and tag == "h1")) and not is_elsewhere(heading):
                if is_shown:
                    return heading
                first = heading
    return first


def names_over_the_front(root: HtmlElement) -> Iterator[str]:
    """Yield the headings that lead to the front page: a site's name for itself.

    On the pages looked at, knowing them mends three headlines and spoils one.
    """
    for heading in islice(root.iter("h1", "h2"), _MOST_HEADINGS):
        for link in heading.iter("a"):
            parts = split_link((link.get("href") or "").strip())
            is_front = parts.path in {"", "/"} and not parts.query and not parts.fragment
            if is_front and link.get("href") and (text := element_text(heading)):
                yield text
                break


def _ends(title: str) -> Iterator[str]:
    """Yield what stands before and behind each separator or colon of a title."""
    for separator in SEPARATOR.finditer(title) if len(title) <= _LONGEST else ():
        yield title[: separator.start()]
        yield title[separator.end() :]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _address_words(address: str) -> str:
    """Return the words at the end of an address, in which most sites write the headline."""
    parts = [part for part in unquote(split_link(address).path).split("/") if "-" in part]
    return parts[-1].replace("-", " ").replace("_", " ") if parts else ""


def _are_like(first: set[str], second: set[str]) -> bool:
    shared = len(first & second)
    return shared >= _FEWEST_SHARED and shared >= _LIKE_SHARE * min(len(first), len(second))
