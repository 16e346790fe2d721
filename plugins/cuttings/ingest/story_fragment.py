"""The chosen blocks of a page as a tree of their own, ready to become Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from cuttings.ingest.extraction import Extraction
from cuttings.ingest.page import element_text

_STRUCTURE = frozenset("ul ol li blockquote".split())
_OWN_SHAPE = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre table".split())
_LONGEST_CELL = 200
_SMALLEST_PICTURE = 50
"""Pixels; smaller images are icons and counters."""

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-full-src-retina", "src")
"""Where an image's address stands, pages that load images late first."""


def story_fragment(extraction: Extraction, blocks: Sequence[HtmlElement]) -> HtmlElement:
    """Return a new tree of ``blocks`` within the lists, quotes and tables they stand in.

    The story's pictures are in it as links with their alternative text.

    Args:
        extraction: The story.
        blocks: Those of its blocks that are wanted, in document order.
    """
    chosen = set(blocks)
    pictures = set(_pictures(extraction, blocks))
    holders = {ancestor for element in (*blocks, *pictures) for ancestor in element.iterancestors()}
    fragment = _new("div")
    _copy(extraction.body, fragment, chosen, pictures, holders)
    for heading in fragment.iter("h1"):
        heading.tag = "h2"
    return fragment


def _pictures(extraction: Extraction, blocks: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return the figures and images from the story's first block to its last.

    A figure with a caption may also stand above the first block.
    """
    if not blocks:
        return []
    chosen = set(blocks)
    found: list[HtmlElement] = []
    above: list[HtmlElement] = []
    started = False
    last = len(chosen)
    for element in extraction.container.iter("figure", "img", *_OWN_SHAPE, "div", "td", "section"):
        if element in chosen:
            started = True
            last -= 1
        elif element.tag == "figure" and element.find(".//figcaption") is not None:
            (found if started else above).append(element)
        elif element.tag in {"figure", "img"} and started and last > 0:
            found.append(element)
    wanted = above + found
    taken = set(wanted) | chosen
    return [
        element
        for element in wanted
        if taken.isdisjoint(element.iterancestors()) and chosen.isdisjoint(element.iter())
    ]


def _copy(
    element: HtmlElement,
    target: HtmlElement,
    chosen: set[HtmlElement],
    pictures: set[HtmlElement],
    holders: set[HtmlElement],
) -> None:
    for child in element:
        if child in chosen:
            target.append(_plain_copy(child))
        elif child in pictures:
            target.extend(_picture(child))
        elif child in holders and child.tag == "table" and _is_data(child):
            target.append(_plain_copy(child))
        elif child in holders:
            inner = target
            if child.tag in _STRUCTURE:
                inner = _new(child.tag)
                if child.tag == "ol" and (start := child.get("start")):
                    inner.set("start", start)
                target.append(inner)
            _copy(child, inner, chosen, pictures, holders)


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays a page out."""
    rows = [row.xpath("./td|./th") for row in table.iter("tr")]
    return (
        len(rows) > 1
        and max(map(len, rows)) > 1
        and table.find(".//table") is None
        and all(len(element_text(cell)) <= _LONGEST_CELL for row in rows for cell in row)
    )


def _plain_copy(element: HtmlElement) -> HtmlElement:
    """Return a copy of a block with its white space collapsed and its small images gone."""
    source = lxml_html.tostring(element, encoding="unicode", with_tail=False)
    copy = _new(element.tag if element.tag in _OWN_SHAPE else "p")
    parsed = lxml_html.fragment_fromstring(source, parser=lxml_html.HTMLParser(huge_tree=True))
    copy.text = parsed.text
    copy.extend(list(parsed))
    for image in list(copy.iter("img")):
        if _address(image) and _is_large(image):
            image.set("src", _address(image))
        else:
            image.drop_tree()
    if copy.tag != "pre":
        for node in copy.iter():
            node.text = _collapsed(node.text)
            node.tail = _collapsed(node.tail)
    return copy


def _picture(element: HtmlElement) -> list[HtmlElement]:
    """Return a picture as a paragraph with a link: its alternative text, else its caption."""
    image = element if element.tag == "img" else element.find(".//img")
    caption_element = element.find(".//figcaption")
    caption = element_text(caption_element) if caption_element is not None else ""
    alternative = " ".join((image.get("alt") or "").split()) if image is not None else ""
    address = _address(image) if image is not None and _is_large(image) else ""
    label = alternative or caption
    if not label:
        return []
    paragraph = _new("p")
    if address:
        link = _new("a")
        link.set("href", address)
        link.text = label
        paragraph.append(link)
    else:
        paragraph.text = label
    return [paragraph]


def _address(image: HtmlElement) -> str:
    addresses = (str(image.get(name) or "").strip() for name in _SOURCES)
    return next((url for url in addresses if url and not url.startswith("data:")), "")


def _is_large(image: HtmlElement) -> bool:
    sizes = [image.get("width") or "", image.get("height") or ""]
    return not any(size.isdigit() and int(size) < _SMALLEST_PICTURE for size in sizes)


def _collapsed(text: str | None) -> str | None:
    if not text:
        return text
    inner = " ".join(text.split())
    if not inner:
        return " "
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _new(tag: str) -> HtmlElement:
    return cast("HtmlElement", lxml_html.Element(tag))
