"""Extraction: the blocks of a page that are its story.

Trafilatura has an opinion on which text is the story; the page itself says how it is marked up.
The blocks are taken from the page's own tree, so that lists keep their numbers, repeated paragraphs
stay and links their addresses. Which of them are the story is weighed for each block by its
features, of which Trafilatura's opinion is the strongest.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from cuttings.ingest.html.page import Page, element_text, leaf_blocks
from cuttings.ingest.text.agency import credited_agency
from cuttings.ingest.text.cleaning import is_appeal, related_title
from cuttings.ingest.web.blocks.block_choice import ChosenBlock, choose_blocks
from cuttings.ingest.web.blocks.kept_text import kept_passages
from cuttings.ingest.web.blocks.page_block import page_blocks
from cuttings.ingest.web.structured_data import StructuredData

_CONTAINER_SHARE = 0.7
"""Part of the story's characters that an element holds to be the story's container."""

_COVERED_SHARE = 0.6
"""Part of Trafilatura's characters that must be found in the page's blocks."""

_SHORTEST_STORY = 250
_FEWEST_CHOSEN = 0.3
"""Characters, and part of Trafilatura's, below which what was chosen is not taken for the story:
on a list of links the only sentence may be the line at its foot."""

_MORE_STATED = 2
"""How often longer than the blocks chosen the text in the page's structured data must be: the page
then shows no more than a part of it, or leaves it to its scripts."""

_SHORT = 24
"""Characters below which equal text proves nothing unless a whole block is equal."""

_STATED = "the text that its structured data states"
_KEPT = "the text that Trafilatura keeps, which its blocks do not hold"
_FEW = "the blocks that Trafilatura keeps, for too few were chosen"
_STATED_KEY = '"articleBody"'
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


@dataclass(frozen=True, slots=True)
class Extraction:
    """A page's story.

    Attributes:
        body: The plain body that the blocks stand in.
        blocks: The story's blocks in document order.
        container: The element of the body that holds the most of them.
        weighed: All blocks of the page with what was decided on each, or () if they were not chosen
            one by one.
        passages: The texts that Trafilatura keeps.
        origin: What the story is if its blocks were not chosen one by one, or "".
    """

    body: HtmlElement
    blocks: tuple[HtmlElement, ...]
    container: HtmlElement
    weighed: tuple[ChosenBlock, ...] = ()
    passages: tuple[str, ...] = ()
    origin: str = ""


def extract_story(page: Page, title: str = "") -> Extraction | None:
    """Return the blocks of a page's story, or None if it has none.

    Args:
        page: The page.
        title: The story's headline, as far as it is known.
    """
    passages = kept_passages(page) or []
    body = page.plain_body()
    weighed = choose_blocks(page_blocks(body), passages, title)
    wanted = _size(passages)
    story = _with_notes(weighed)
    origin = ""
    is_shown = _shown_size(passages, weighed) >= _COVERED_SHARE * wanted
    stated = _stated_paragraphs(page)
    if not is_shown and _characters(story) < _SHORTEST_STORY:
        if _size(stated) >= wanted:
            return _from_passages(stated, _STATED)
        return _from_passages(passages, _KEPT)
    if is_shown and _characters(story) < min(_SHORTEST_STORY, _FEWEST_CHOSEN * wanted):
        story = _consecutive_blocks(body, _key("".join(passages)))
        if _characters(story) < _COVERED_SHARE * wanted:
            story = [one.block.element for one in weighed if one.is_kept]
        weighed, origin = (), _FEW
    while len(story) > 1 and story[-1].tag in _HEADINGS:
        story.pop()
    if _size(stated) > _MORE_STATED * _characters(story):
        return _from_passages(stated, _STATED)
    if not story:
        return _from_passages(passages, _KEPT)
    return Extraction(
        body, tuple(story), _container(body, story), tuple(weighed), tuple(passages), origin
    )


def _shown_size(passages: Sequence[str], weighed: Sequence[ChosenBlock]) -> int:
    """Return how many of the passages' characters stand in the page's blocks, however parted."""
    kept = sum(round(one.block.size * one.kept) for one in weighed)
    shown = _key("".join(one.block.text for one in weighed))
    return max(kept, sum(len(key) for key in map(_key, passages) if key in shown))


def _with_notes(weighed: Sequence[ChosenBlock]) -> list[HtmlElement]:
    """Return the chosen blocks, and what is taken out of the text by its words and reported.

    These are pointers to other stories and credits of agencies; calls to subscribe only below.
    """
    chosen = [i for i, one in enumerate(weighed) if one.is_chosen]
    last = chosen[-1] if chosen else -1
    return [
        one.block.element
        for i, one in enumerate(weighed)
        if one.is_chosen or (chosen and one.is_kept and _is_note(one.block.text, is_below=i > last))
    ]


def _is_note(text: str, *, is_below: bool) -> bool:
    is_pointer = related_title(text) is not None or credited_agency(text) is not None
    return is_pointer or (is_below and is_appeal(text))


def _stated_paragraphs(page: Page) -> list[str]:
    """Return the paragraphs of the text that the page's structured data states, if any."""
    if _STATED_KEY not in page.text:
        return []
    value = StructuredData.of(page.root).article.get("articleBody")
    stated = html.unescape(value) if isinstance(value, str) else ""
    return [line for text in stated.split("\n") if (line := " ".join(_TAG.sub(" ", text).split()))]


def _size(texts: Sequence[str]) -> int:
    return sum(len(_key(text)) for text in texts)


def _key(text: str) -> str:
    """Return ``text`` without white space, which extraction changes freely."""
    return "".join(text.split())


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


def _from_passages(passages: Sequence[str], origin: str) -> Extraction | None:
    """Return a story of passages, where the page's blocks do not hold it."""
    body = cast("HtmlElement", lxml_html.Element("body"))
    for text in passages:
        paragraph = lxml_html.Element("p")
        paragraph.text = text
        body.append(paragraph)
    blocks = tuple(leaf_blocks(body))
    return Extraction(body, blocks, body, origin=origin) if blocks else None
