"""Elements of a page that name its story's authors: marked as such, or called so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cuttings.ingest.html.page import element_text
from cuttings.ingest.text.byline import (
    AUTHOR_SEPARATOR,
    LONGEST_BYLINE,
    byline_authors,
    desk_name,
    is_lead_in,
    is_picture_credit,
    pen_name,
)
from cuttings.ingest.web.page_place import MOST_REMEMBERED, is_elsewhere, names_of

_BYLINE_NAME = re.compile(
    r"(?:^|[-_\s])(?:by-?line|author|authors|auteur|autor|autoren\w*|writer|writtenby|p-author|"
    r"post-author|article-author|reporter|contributor|creator|vcard|fn)(?:$|[-_\s])|byline|"
    r"author(?:-?name)?$",
    re.I,
)
_OTHER_NAME = re.compile(
    r"bio|image|avatar|photo|thumb|social|comment|widget|related|list-of|popular|share|follow|"
    r"sidebar|promo|teaser|more-?from|recommend|copyright|authority|authoriz|tweet|login|account",
    re.I,
)
_EXACT_MARKS = etree.XPath(
    "descendant-or-self::*/@rel[contains(concat(' ', ., ' '), ' author ')]/.."
    "|descendant-or-self::*/@itemprop[contains(concat(' ', ., ' '), ' author ')"
    " or contains(concat(' ', ., ' '), ' creator ')]/.."
)
_NAMED = etree.XPath("descendant::*[@class or @id]")
_MICROFORMAT = etree.XPath("descendant::*[contains(@class, 'fn') or contains(@class, 'p-author')]")
_PERSON_CLASSES = frozenset({"fn", "p-author"})
"""Classes by which a microformat marks a person's name."""

_NAMES_WITHIN = etree.XPath("descendant::*[contains(@itemprop, 'name')]")
_WITHOUT_TEXT = frozenset({"script", "style", "img"})
_MOST_ELEMENTS = 200
"""Elements marked or called bylines that are looked at; a story's page has a few."""

_OF_A_PICTURE = re.compile(r"caption|credit|licen[cs]e|copyright", re.I)

_LEVELS = 3
"""Levels from an element up to the one that holds all the persons of a byline."""

_JOINING = re.compile(r"(?:and|und|et|y|e|i|en|och|и|with|,|;|&)+:?", re.I)
_BEGINS_JOINED = re.compile(r"[,;&]|(?:and|und|et|y|e|i|en|och|и) ", re.I)
_ENDS_JOINED = re.compile(r"[,;&]$| (?:and|und|et|y|e|i|en|och|и)$", re.I)


def marked_byline(root: HtmlElement, publication: str) -> str:
    """Return the persons that ``rel`` or ``itemprop`` marks as authors, or ""."""
    body = root.find("body")
    if body is None:
        return ""
    marked = cast("list[HtmlElement]", _EXACT_MARKS(body))
    elements = (
        cast("list[HtmlElement]", _NAMES_WITHIN(element))[:1] or [element]
        for element in marked[:_MOST_ELEMENTS]
        if element.tag != "link" and not is_elsewhere(element)
    )
    return _first_byline((one[0] for one in elements), publication, is_marked=True)


def named_byline(root: HtmlElement, publication: str) -> str:
    """Return the persons in the first element that its class or id calls a byline, or ""."""
    body = root.find("body")
    if body is None:
        return ""
    named = (
        element
        for element in cast("list[HtmlElement]", _NAMED(body))
        if element.tag not in _WITHOUT_TEXT and _is_byline_name(names_of(element))
    )
    elements = (
        element
        for element in islice(named, _MOST_ELEMENTS)
        if not is_elsewhere(element) and not _is_of_a_picture(element)
    )
    return _first_byline(elements, publication, is_marked=False)


def microformat_byline(root: HtmlElement, publication: str) -> str:
    """Return the pen name or the desk in the first element that a microformat marks, or ""."""
    body = root.find("body")
    if body is None:
        return ""
    named = (
        element
        for element in cast("list[HtmlElement]", _MICROFORMAT(body))
        if not _PERSON_CLASSES.isdisjoint(element.get("class", "").split())
    )
    for element in islice(named, _MOST_ELEMENTS):
        if not is_elsewhere(element) and len(text := element_text(element)) <= LONGEST_BYLINE:
            return pen_name(text, publication) or desk_name(text, publication)
    return ""


@lru_cache(MOST_REMEMBERED)
def _is_byline_name(names: str) -> bool:
    """Return whether the class and id of an element call it a byline."""
    return bool(_BYLINE_NAME.search(names)) and not _OTHER_NAME.search(names)


def _is_of_a_picture(element: HtmlElement) -> bool:
    """Return whether an element stands in what is said of a picture."""
    around = [element, *islice(element.iterancestors(), _LEVELS)]
    return any(
        one.tag in {"figure", "figcaption"} or _OF_A_PICTURE.search(names_of(one)) for one in around
    )


def _first_byline(elements: Iterable[HtmlElement], publication: str, *, is_marked: bool) -> str:
    """Return the persons of the first of these elements that names one.

    Where each person is marked alone, those whose elements the same line joins come with it.
    """
    first: HtmlElement | None = None
    found: dict[str, str] = {}
    for element in elements:
        if first is not None and not _are_joined(first, element, publication):
            break
        names = _persons(element, publication, is_marked=is_marked)
        if names and first is None:
            first = element
        for name in filter(None, names.split(AUTHOR_SEPARATOR)):
            found.setdefault(name.casefold(), name)
        if first is not None and not is_marked:
            break
    return AUTHOR_SEPARATOR.join(found.values())


def _persons(element: HtmlElement, publication: str, *, is_marked: bool) -> str:
    text = element_text(element) or (element.get("content") or element.get("title") or "")
    if not text or len(text) > LONGEST_BYLINE or is_picture_credit(text):
        return ""
    whole = byline_authors(text, publication)
    names = whole if "(" in whole else _names_by_piece(element, whole, publication) or whole
    return names or (pen_name(text, publication) if is_marked else "")


def _are_joined(first: HtmlElement, other: HtmlElement, publication: str) -> bool:
    """Return whether one line, read as a byline, names the persons of both elements."""
    around = list(islice(first.iterancestors(), _LEVELS))
    shared = next((ancestor for ancestor in other.iterancestors() if ancestor in around), None)
    if shared is None or first in other.iterancestors():
        return False
    line = element_text(shared)
    if len(line) > LONGEST_BYLINE:
        return False
    names = set(byline_authors(line, publication).casefold().split(AUTHOR_SEPARATOR))
    return {element_text(first).casefold(), element_text(other).casefold()} <= names


def _names_by_piece(element: HtmlElement, whole: str, publication: str) -> str:
    """Return the persons of a byline whose name, role and date are separate elements.

    Behind the first, only what a comma or an "and" joins to it is a person, and only if it is one
    of the whole byline.
    """
    pieces = [" ".join(piece.split()) for piece in element.itertext() if piece.strip()]
    if len(pieces) < 2:
        return ""
    names: dict[str, str] = {}
    goes_on = False
    for piece in pieces:
        if _JOINING.fullmatch(piece) or is_lead_in(piece):
            goes_on = True
            continue
        if names and not (goes_on or _BEGINS_JOINED.match(piece)):
            break
        authors = byline_authors(piece, publication)
        if not authors and names:
            break
        if authors and (not names or authors in whole):
            names.setdefault(authors.casefold(), authors)
        goes_on = bool(_ENDS_JOINED.search(piece))
    return AUTHOR_SEPARATOR.join(names.values())
