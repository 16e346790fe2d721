"""Blocks of a page as candidates for its story: what each says, and what it stands in."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lxml.html import HtmlElement

from cuttings.ingest.html.page import leaf_blocks_with_lines

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MOST_CLASSES = 1_000
_LONGEST_CLASS = 500
_LINK = "a"
_EMPHASIS = ("b", "strong", "em", "i")
_MARKING_TAGS = frozenset({"ol", "blockquote", "figcaption"})
_TEXT_IN_FIGURES = ("blockquote", "ul", "ol", "dl", "table", "pre")
"""What a figure may hold that is text as much as the paragraphs around it."""

_SIDE_ROLES = frozenset("complementary navigation contentinfo banner dialog alert search".split())


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """An element that blocks stand in.

    Attributes:
        own: What the element is: its tag and the kinds of words in its class and id.
        around: The same of all elements that it stands in, and of itself.
        parent: The element around it, or None for the body.
    """

    own: frozenset[str]
    around: frozenset[str]
    parent: Place | None


@dataclass(frozen=True, slots=True, eq=False)
class PageBlock:
    """A block that holds text and no other block.

    Attributes:
        element: The block in the plain body.
        lines: Its lines.
        text: Its lines as one.
        size: Characters of its text without white space.
        linked: Characters of its text in links.
        bold: Characters of its text in emphasis.
        own: What it is, as of a ``Place``.
        place: The element that it stands in.
    """

    element: HtmlElement
    lines: list[str]
    text: str
    size: int
    linked: int
    bold: int
    own: frozenset[str]
    place: Place


def page_blocks(body: HtmlElement) -> list[PageBlock]:
    """Return the blocks of a plain body in document order."""
    places: dict[HtmlElement | None, Place] = {}
    blocks: list[PageBlock] = []
    for element, lines in leaf_blocks_with_lines(body):
        linked = bold = 0
        inline = element.iterdescendants(_LINK, *_EMPHASIS) if len(element) else ()
        for inner in inline:
            size = len("".join(inner.itertext()))
            if inner.tag == _LINK:
                linked += size
            else:
                bold += size
        own = _marks(element)
        parent = element.getparent() if element is not body else None
        place = _place(parent, body, places)
        text = " ".join(lines)
        size = len(text) - text.count(" ")
        blocks.append(PageBlock(element, lines, text, size, linked, bold, own, place))
    return blocks


def _place(
    element: HtmlElement | None, body: HtmlElement, places: dict[HtmlElement | None, Place]
) -> Place:
    known = places.get(element)
    if known is not None:
        return known
    if element is None or element is body:
        place = Place(frozenset(), frozenset(), None)
    else:
        parent = _place(element.getparent(), body, places)
        own = _marks(element)
        place = Place(own, parent.around | own, parent)
    places[element] = place
    return place


def _marks(element: HtmlElement) -> frozenset[str]:
    """Return what an element says of itself by its tag and attributes."""
    marks: set[str] = set()
    if element.tag in _MARKING_TAGS:
        marks.add(str(element.tag))
    elif element.tag == "figure" and next(element.iter(*_TEXT_IN_FIGURES), None) is not None:
        marks.add("text figure")
    for name in ("class", "id"):
        if value := element.get(name):
            marks |= _kinds_in(value)
    if element.get("role") in _SIDE_ROLES:
        marks.add("side role")
    return frozenset(marks)


@lru_cache(maxsize=_MOST_CLASSES)
def _kinds_in(value: str) -> frozenset[str]:
    """Return the kinds of words in a class or an id; a page has the same ones many times."""
    kinds = class_words()
    words = map(str.lower, _WORD.findall(value[:_LONGEST_CLASS]))
    return frozenset(kinds[word] for word in words if word in kinds)


@cache
def class_words() -> Mapping[str, str]:
    """Return the kinds of the words that classes and ids are made of (data/class_words.csv)."""
    return _kinds("class_words.csv")


@cache
def furniture_words() -> Mapping[str, str]:
    """Return the kinds of words that mark what is not a story (data/furniture_words.csv)."""
    return _kinds("furniture_words.csv")


def _kinds(name: str) -> Mapping[str, str]:
    table = files("cuttings.ingest.web.blocks").joinpath("data", name)
    lines = table.read_text(encoding="utf-8").splitlines()
    return {row["word"]: row["kind"] for row in csv.DictReader(lines)}
