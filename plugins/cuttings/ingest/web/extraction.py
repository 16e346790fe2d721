"""Extraction: the blocks of a page that are its story.

Trafilatura says which text is the story; the page itself says how it is marked up.
The blocks whose text Trafilatura keeps are taken from the page's own tree, so that lists keep
their numbers, repeated paragraphs stay and links their addresses.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trafilatura.settings import Document, Extractor
from trafilatura.utils import line_processing, trim

from cuttings.ingest.html.page import (
    BLOCKS,
    Page,
    element_text,
    leaf_blocks,
    leaf_blocks_with_lines,
)

_OPTIONS = Extractor(output_format="txt", comments=False, tables=True)
"""Output as text: asking for Python values would build the text as well."""

_OPTIONS_OF_MANY_BLOCKS = Extractor(output_format="txt", comments=False, tables=True, fast=True)
"""Without jusText, which takes the square of the number of blocks that are not decided yet."""

_MOST_COMPARED = 3_000
"""Blocks and line breaks of a page that jusText may look at: a second's work for it."""

_CONTAINER_SHARE = 0.7
"""Part of the story's characters that an element holds to be the story's container."""

_COVERED_SHARE = 0.6
"""Part of Trafilatura's characters that must be found in the page's blocks."""

_PARTIAL_SHARE = 0.6
"""Part of a block's characters that Trafilatura must have kept."""

_SHORT = 24
"""Characters below which equal text proves nothing unless a whole block is equal."""

_OUTSIDE_LINKS = 0.3
"""Part of a block outside the container that may be links."""

_NEAR = 2
"""Levels between a block outside the container and the element that holds both."""

_MOST_CHILDREN = 2_000
"""Elements in one element, far more than a paragraph or a story has."""

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Extraction:
    """A page's story.

    Attributes:
        body: The plain body that the blocks stand in.
        blocks: The story's blocks in document order.
        container: The element of the body that holds the most of them.
    """

    body: HtmlElement
    blocks: tuple[HtmlElement, ...]
    container: HtmlElement


def extract_story(page: Page) -> Extraction | None:
    """Return the blocks of a page's story, or None if it has none."""
    kept = _kept_passages(page)
    if kept is None:
        return None
    passages = [_key(text) for text in kept]
    body = page.plain_body()
    wanted = _COVERED_SHARE * sum(map(len, passages))
    blocks = _matching_blocks(body, passages)
    if _characters(blocks) < wanted:
        blocks = _consecutive_blocks(body, "".join(passages))
    if not blocks or _characters(blocks) < wanted:
        return _from_passages(kept)
    container = _container(body, blocks)
    chosen = set(blocks)
    story = [block for block in blocks if _belongs(block, container, chosen)]
    while len(story) > 1 and story[-1].tag in _HEADINGS:
        story.pop()
    return Extraction(body, tuple(story), container)


def _kept_passages(page: Page) -> list[str] | None:
    """Return the texts that Trafilatura keeps of a page, or None if it finds no story.

    Its trees take more memory than all else and are gone when this returns.
    """
    flat = _flat(page.root)
    many = next(islice(flat.iter(*BLOCKS, "br"), _MOST_COMPARED, None), None) is not None
    options = _OPTIONS_OF_MANY_BLOCKS if many else _OPTIONS
    document = trafilatura.bare_extraction(flat, options=options)
    # Its caches would keep the last thousand texts, however long these are.
    line_processing.cache_clear()
    trim.cache_clear()
    if not isinstance(document, Document) or document.body is None:
        return None
    return _passages(cast("HtmlElement", document.body))


def _flat(root: HtmlElement) -> HtmlElement:
    """Return a page with plain text for what an element holds thousands of, else the page itself.

    Trafilatura's time is their square. It works on a copy of its own; the copy made here loses
    its emphasis and its links, but the story is taken from the page.
    """
    if not any(len(found) > _MOST_CHILDREN for found in root.iter()):
        return root
    root = copy.deepcopy(root)
    for element in [found for found in root.iter() if len(found) > _MOST_CHILDREN]:
        kept: list[HtmlElement] = []
        texts = [[element.text or ""]]
        for child in element:
            if next(child.iter(*BLOCKS, "br", etree.Comment), None) is None:
                texts[-1] += child.itertext(with_tail=False)
                texts[-1].append(child.tail or "")
            else:
                kept.append(child)
                texts.append([child.tail or ""])
        element[:] = kept
        element.text = "".join(texts[0])
        for child, text in zip(kept, texts[1:], strict=True):
            child.tail = "".join(text)
    return root


def _passages(body: HtmlElement) -> list[str]:
    """Return the text of each block that Trafilatura kept."""
    texts: list[str] = []
    for element in body.iter("p", "head", "item", "quote", "cell", "code", "ab", "fw"):
        if any(
            child.tag in {"p", "item", "cell", "list", "table"}
            for child in element.iter()
            if child is not element
        ):
            texts.extend(filter(None, [(element.text or "").strip()]))
            continue
        text = "".join(_with_breaks(element))
        texts.extend(part for part in text.split("\n") if part.strip())
    return texts


def _with_breaks(element: HtmlElement) -> list[str]:
    """Return the texts of an element, with a line feed for each line break element only."""
    pieces = [(element.text or "").replace("\n", " ")]
    for child in element:
        if child.tag == "lb":
            pieces.append("\n")
        pieces += _with_breaks(child)
        pieces.append((child.tail or "").replace("\n", " "))
    return pieces


def _key(text: str) -> str:
    """Return ``text`` without white space, which extraction changes freely."""
    return "".join(text.split())


def _matching_blocks(body: HtmlElement, passages: Sequence[str]) -> list[HtmlElement]:
    """Return the blocks most of whose text Trafilatura kept."""
    exact = set(passages)
    whole = "\n".join(passages)
    long = [passage for passage in passages if len(passage) >= _SHORT]
    blocks: list[HtmlElement] = []
    for block, lines in leaf_blocks_with_lines(body):
        keys = [_key(line) for line in lines]
        found = 0
        for key in keys:
            if key in exact:
                found += len(key)
            elif len(key) >= _SHORT:
                within = key in whole
                found += len(key) if within else sum(len(text) for text in long if text in key)
        if found >= _PARTIAL_SHARE * sum(map(len, keys)):
            blocks.append(block)
    return blocks


def _consecutive_blocks(body: HtmlElement, text: str) -> list[HtmlElement]:
    """Return the blocks that follow each other in ``text``.

    Of a short page Trafilatura gives the text as one passage, whatever its blocks are.
    """
    blocks: list[HtmlElement] = []
    position = 0
    for block in leaf_blocks(body):
        key = _key(element_text(block))
        start = text.find(key, position)
        if start == position or (start > position and len(key) >= _SHORT):
            blocks.append(block)
            position = start + len(key)
    return blocks


def _characters(blocks: Sequence[HtmlElement]) -> int:
    return sum(len(_key(element_text(block))) for block in blocks)


def _container(body: HtmlElement, blocks: Sequence[HtmlElement]) -> HtmlElement:
    """Return the innermost element that holds most of the blocks' characters."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for block in blocks:
        size = len(element_text(block))
        total += size
        for ancestor in block.iterancestors():
            weights[ancestor] = weights.get(ancestor, 0) + size
    container = body
    while True:
        inner = [child for child in container if weights.get(child, 0) >= _CONTAINER_SHARE * total]
        if not inner:
            return container
        container = inner[0]


def _belongs(block: HtmlElement, container: HtmlElement, chosen: set[HtmlElement]) -> bool:
    """Return whether a block is the story's, although it may stand outside the container.

    Outside, the teaser of another story is recognized by its place (deep in a structure of its own,
    not in a run of paragraphs), by the kind of element around it, or by being links.
    """
    ancestors = list(block.iterancestors())
    if block is container or container in ancestors:
        return True
    if any(ancestor.tag in {"aside", "nav", "footer"} for ancestor in ancestors):
        return False
    around = set(container.iterancestors())
    depth = next((i for i, ancestor in enumerate(ancestors) if ancestor in around), len(ancestors))
    parent = ancestors[0]
    in_run = sum(sibling.tag == "p" and sibling in chosen for sibling in parent) > 1
    linked = sum(len(element_text(link)) for link in block.iter("a"))
    return (depth <= _NEAR or in_run) and linked <= _OUTSIDE_LINKS * len(element_text(block))


def _from_passages(passages: Sequence[str]) -> Extraction | None:
    """Return the story as Trafilatura gives it, where the page's blocks do not hold it."""
    body = cast("HtmlElement", lxml_html.Element("body"))
    for text in passages:
        paragraph = lxml_html.Element("p")
        paragraph.text = text
        body.append(paragraph)
    blocks = tuple(leaf_blocks(body))
    return Extraction(body, blocks, body) if blocks else None
