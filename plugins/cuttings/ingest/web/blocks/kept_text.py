"""What Trafilatura keeps of a page: one opinion on which text is the story."""

from __future__ import annotations

import copy
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cuttings.ingest.html.page import BLOCKS, Page

_MOST_CHILDREN = 2_000
"""Elements in one element, far more than a paragraph or a story has."""


def kept_passages(page: Page) -> list[str] | None:
    """Return the texts that Trafilatura keeps of a page, or None if it finds no story.

    Its trees take more memory than all else and are gone when this returns. It is asked for text:
    asking for Python values would build the text as well. It does without its comparison with
    readability and jusText, which takes half as long again; on the folds looked at a choice by
    blocks that rests on the faster mode is as good (body .961, passages .925 against .957, .927).
    """
    # Slow to load, and only pages need it.
    import trafilatura
    from trafilatura.settings import Document, Extractor
    from trafilatura.utils import line_processing, trim

    options = Extractor(output_format="txt", comments=False, tables=True, fast=True)
    document = trafilatura.bare_extraction(_flat(page.root), options=options)
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
