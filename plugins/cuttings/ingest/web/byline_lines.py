"""Lines near a page's headline that begin as bylines do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from cuttings.ingest.html.page import BLOCKS, element_lines, element_text
from cuttings.ingest.text.byline import (
    LONGEST_BYLINE,
    begins_with_by,
    byline_authors,
    is_lead_in,
)
from cuttings.ingest.web.page_heading import headline_element
from cuttings.ingest.web.page_place import is_elsewhere

_DIGITS_BEFORE = re.compile(r"^[\d\s.,:/|–-]{1,40}(?:Uhr\s)?")
"""A day and a time before a byline: "06.11.2023 13:30 von"."""

_NEAR = 60
"""Elements after a headline among which a line may be a byline."""

_FOLLOWING = etree.XPath(f"following::*[position() <= {_NEAR}]")


def near_byline(root: HtmlElement, title: str, publication: str) -> str:
    """Return the persons of the line after the headline that begins as a byline does, or ""."""
    headline = headline_element(root, title)
    if headline is None:
        return ""
    for element in cast("list[HtmlElement]", _FOLLOWING(headline)):
        for line in _bylines_beginning(element):
            if (
                len(line) <= LONGEST_BYLINE
                and not is_elsewhere(element)
                and (names := byline_authors(line, publication))
            ):
                return names
    return ""


def _bylines_beginning(element: HtmlElement) -> Iterator[str]:
    """Yield the lines that begin as bylines in an element, and directly behind a line break."""
    if isinstance(element.tag, str) and _begins(element.text):
        lines = element_lines(element)
        if element.tag not in BLOCKS and len(lines) == 1:
            yield " ".join(f"{lines[0]}{_rest_of_line(element)}".split())
        yield lines[0]
        if len(lines) > 1:
            yield " ".join(lines)
    if element.tag == "br" and _begins(element.tail):
        yield " ".join(_rest_of_line(element).split())


def _begins(text: str | None) -> bool:
    start = _DIGITS_BEFORE.sub("", (text or "")[:LONGEST_BYLINE].strip(), count=1)
    return begins_with_by(start) or is_lead_in(start)


def _rest_of_line(element: HtmlElement) -> str:
    """Return the text behind an element up to the next line break or block."""
    text = element.tail or ""
    for sibling in element.itersiblings():
        if sibling.tag == "br" or sibling.tag in BLOCKS or len(text) > LONGEST_BYLINE:
            break
        text += f"{element_text(sibling)}{sibling.tail or ''}"
    return text
