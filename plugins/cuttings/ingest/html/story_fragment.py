"""The chosen blocks of a page as a tree of their own, ready to become Markdown."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import cast

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from cuttings.ingest.html.page import element_text
from cuttings.ingest.html.table_cells import fill_row_spans
from cuttings.ingest.raw.source_folder import is_in_companion_folder

_STRUCTURE = frozenset("ul ol li blockquote".split())
_OWN_SHAPE = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre table".split())
_LONGEST_CELL = 200
"""Characters of the longest cell in a table of data. Measured: with 100 or 400, 103 pages read the
same."""

_SMALLEST_PICTURE = 50
"""Pixels; smaller images are icons and counters."""

_SHARED_WORDS = 0.7
"""Part of the shorter text's words that two texts share if they say the same."""

_LONGEST_CAPTION = 3
"""How often longer than its alternative text a picture's caption may be, in distinct words."""

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-full-src-retina", "src")
"""Where an image's address stands, pages that load images late first."""


def story_fragment(
    body: HtmlElement,
    blocks: Sequence[HtmlElement],
    container: HtmlElement,
    *,
    only_captions: bool = False,
) -> HtmlElement:
    """Return a new tree of ``blocks`` within the lists, quotes and tables they stand in.

    The story's pictures are in it as links with their alternative text; where a
    caption among the blocks says the same, the caption is the link.

    Args:
        body: The plain body that the blocks stand in.
        blocks: The blocks that are wanted, in document order.
        container: The element whose pictures are the story's: the body or one within it.
        only_captions: Whether a picture is the story's only where a block is its caption.
    """
    copier = _Copier(blocks, container, only_captions=only_captions)
    fragment = _new("div")
    copier.copy(body, fragment)
    for heading in fragment.iter("h1"):
        heading.tag = "h2"
    return fragment


class _Copier:
    """Copies chosen blocks and the pictures between them."""

    def __init__(
        self, blocks: Sequence[HtmlElement], container: HtmlElement, *, only_captions: bool
    ) -> None:
        self._chosen = set(blocks)
        self._pictures: set[HtmlElement] = set()
        self._captions: dict[HtmlElement, str] = {}
        words_of = functools.cache(lambda block: _words(element_text(block)))
        for picture, following in _pictures(container, self._chosen):
            alternative, address = _picture(picture)
            same = _says_the_same(_words(alternative), words_of(following))
            if same or (only_captions and address and picture in following.iterancestors()):
                self._captions[following] = address
            elif alternative and not only_captions:
                self._pictures.add(picture)
        self._holders = {
            ancestor
            for element in (*self._chosen, *self._pictures)
            for ancestor in element.iterancestors()
        }

    def copy(self, element: HtmlElement, target: HtmlElement) -> None:
        """Append copies of what is chosen below ``element`` to ``target``."""
        for child in element:
            if child in self._chosen:
                target.append(self._block(child))
            elif child in self._pictures:
                paragraph = _new("p")
                paragraph.append(_link(*_picture(child)))
                target.append(paragraph)
                self.copy(child, target)
            elif child in self._holders and child.tag == "table" and _is_data(child):
                target.extend(_plain_table(child))
            elif child in self._holders:
                inner = target
                if child.tag in _STRUCTURE:
                    inner = _new(child.tag)
                    if child.tag == "ol" and (start := child.get("start")):
                        inner.set("start", start)
                    target.append(inner)
                self.copy(child, inner)

    def _block(self, block: HtmlElement) -> HtmlElement:
        copy = _plain_copy(block)
        if (address := self._captions.get(block)) is None or copy.find(".//a") is not None:
            return copy
        link = _link(copy.text or "", address)
        link.extend(list(copy))
        copy.text = None
        copy.append(link)
        return copy


def _pictures(
    container: HtmlElement, chosen: set[HtmlElement]
) -> list[tuple[HtmlElement, HtmlElement]]:
    """Return the figures and images among the story's blocks, each with the block that follows.

    A figure with a caption may also stand above the first block; nothing stands below the last.
    """
    waiting: dict[HtmlElement, None] = {}
    found: list[tuple[HtmlElement, HtmlElement]] = []
    started = False
    for element in container.iter():
        if element in chosen:
            found += [(picture, element) for picture in waiting]
            waiting.clear()
            started = True
        elif element.tag == "figure" or (element.tag == "img" and started):
            captioned = started or element.find(".//figcaption") is not None
            within = any(
                ancestor in chosen or ancestor in waiting for ancestor in element.iterancestors()
            )
            if captioned and not within and chosen.isdisjoint(element.iter("img")):
                waiting[element] = None
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _says_the_same(alternative: frozenset[str], caption: frozenset[str]) -> bool:
    """Return whether an alternative text and a caption share most of their words.

    A caption is not much longer; a paragraph of the story may hold the same words by chance.
    """
    fewer = min(len(alternative), len(caption))
    alike = len(alternative & caption) >= _SHARED_WORDS * fewer > 0
    return alike and len(caption) <= _LONGEST_CAPTION * len(alternative)


def _is_data(table: HtmlElement) -> bool:
    """Return whether a table holds data, and does not only lay a page out."""
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
    if copy.tag == "table":
        fill_row_spans(copy)
    if copy.tag != "pre":
        for node in copy.iter():
            node.text = _collapsed(node.text)
            node.tail = _collapsed(node.tail)
    return copy


def _plain_table(table: HtmlElement) -> list[HtmlElement]:
    """Return a copy of a table of data, behind its caption, for which Markdown has no place."""
    copy = _plain_copy(table)
    captions = [_plain_copy(caption) for caption in copy.iter("caption")]
    etree.strip_elements(copy, "caption", with_tail=False)
    return [*captions, copy]


def _picture(element: HtmlElement) -> tuple[str, str]:
    """Return the alternative text of a figure or image, else its caption, and its address.

    Both are empty if there is no image of a size that shows something.
    """
    image = element if element.tag == "img" else element.find(".//img")
    address = _address(image) if image is not None and _is_large(image) else ""
    if image is None or not address:
        return "", ""
    caption = element.find(".//figcaption")
    alternative = " ".join((image.get("alt") or "").split())
    return alternative or (element_text(caption) if caption is not None else ""), address


def _link(text: str, address: str) -> HtmlElement:
    link = _new("a")
    link.set("href", address)
    link.text = text
    return link


def _address(image: HtmlElement) -> str:
    addresses = (str(image.get(name) or "").strip() for name in _SOURCES)
    address = next((url for url in addresses if url and not url.startswith("data:")), "")
    # What a browser saved beside the page is at no address that a link could name.
    return "#" if is_in_companion_folder(address) else address


def _is_large(image: HtmlElement) -> bool:
    sizes = [image.get("width") or "", image.get("height") or ""]
    return not any(_is_small(size) for size in sizes)


def _is_small(size: str) -> bool:
    return size.isdecimal() and len(size) < 5 and int(size) < _SMALLEST_PICTURE


def _collapsed(text: str | None) -> str | None:
    if not text:
        return text
    inner = " ".join(text.split())
    if not inner:
        return " "
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _new(tag: str) -> HtmlElement:
    return cast("HtmlElement", lxml_html.Element(tag))
