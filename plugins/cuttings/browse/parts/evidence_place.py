"""Where in a story's page the sentences stand that prove its tags.

A sentence that stands in the text need not stand beside each of its tags as well: there a link
leads to its paragraph, and the page's script quotes it from there when a reader asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle

_PARAGRAPH = "<p>"
_OTHER_BLOCK = re.compile(r"<(?:h[1-6]|ul|ol|li|blockquote|pre|table|hr|div|dl|br)\b")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """Where a sentence stands.

    Attributes:
        paragraph: The paragraph, from 1.
        start: Characters of the paragraph before it, each run of white space one of them.
        length: Its own characters.
    """

    paragraph: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class PlacedEvidence:
    """A story's text with the paragraphs named that hold evidence.

    Attributes:
        html: The text; paragraph 2 has the id ``p2`` if it is in one of ``places``.
        places: The place of each entity's evidence by the entity's path. What does not stand as
            it is in a paragraph is left out.
    """

    html: str
    places: Mapping[str, EvidencePlace]


def place_evidence(html: str, story: TaggedArticle) -> PlacedEvidence:
    """Find the evidence of a story's tags in its text.

    Args:
        html: The text as its page shows it. One of other blocks than paragraphs is left as it is.
        story: The story.
    """
    blocks = [_SPACE.sub(" ", block).strip() for block in story.text.split("\n\n")]
    if html.count(_PARAGRAPH) != len(blocks) or _OTHER_BLOCK.search(html):
        return PlacedEvidence(html, {})
    places: dict[str, EvidencePlace] = {}
    for tag in story.tags:
        sentence = _SPACE.sub(" ", tag.evidence).strip()
        for number, block in enumerate(blocks if sentence else (), start=1):
            if (start := block.find(sentence)) >= 0:
                places[tag.entity.path] = EvidencePlace(number, start, len(sentence))
                break
    return PlacedEvidence(_with_ids(html, {place.paragraph for place in places.values()}), places)


def _with_ids(html: str, paragraphs: set[int]) -> str:
    before, *others = html.split(_PARAGRAPH)
    named = [
        (f"<p id=p{number}>" if number in paragraphs else _PARAGRAPH) + text
        for number, text in enumerate(others, start=1)
    ]
    return before + "".join(named)
