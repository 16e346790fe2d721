"""Why each block of a page is the story's or is not, in a line a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.blocks.block_choice import explained_blocks
from cuttings.ingest.web.blocks.kept_text import kept_passages
from cuttings.ingest.web.blocks.page_block import page_blocks
from cuttings.ingest.web.extraction import extract_story
from cuttings.ingest.web.metadata import page_metadata

_MOST_REASONS = 2
_LONGEST_TEXT = 60
_PHRASES = {
    "kept": "what Trafilatura makes of it",
    "length": "its length",
    "linked": "how much of it is links",
    "sentence": "how it ends",
    "commas": "its commas",
    "sentences": "its sentences",
    "capitals": "its capitals",
    "bold": "its emphasis",
    "like title": "its likeness to the headline",
    "position": "its place on the page",
    "before": "its distance to the first block that Trafilatura keeps",
    "after": "its distance to the last block that Trafilatura keeps",
    "kept around": "what Trafilatura makes of the blocks around it",
    "page kept": "how much of the page Trafilatura keeps",
    "page size": "the length of what Trafilatura keeps",
    "together +1": "whether the block below stands in the same element",
}
_OF_PLACE = {
    "links": "the links in the element around it",
    "kept": "what Trafilatura makes of the element around it",
    "paragraphs": "the paragraphs in the element around it",
    "blocks": "the number of blocks in the element around it",
    "score": "the text in the element around it",
}
_OF_NEIGHBOUR = {
    "kept": "what Trafilatura makes of a block near it",
    "length": "the length of a block near it",
    "linked": "the links in a block near it",
}
_NUMBERED = re.compile(r"(?P<name>.+) (?P<step>[+-]?)\d+")


def block_report(page: Page) -> Iterator[str]:
    """Yield a line for each block of a page: whether it is the story's, and the reason.

    The reason is the two features that count the most, each with what it adds to the block's
    score; blocks with a score from 0 are chosen.

    Args:
        page: The page.
    """
    title = page_metadata(page).title
    extraction = extract_story(page, title)
    if extraction is None:
        yield "no text was found"
        return
    if not extraction.weighed:
        yield "the blocks were not chosen one by one: they hold too little of the text"
        return
    story = set(extraction.blocks)
    # The same blocks, of the same body, so that the elements are those of the story.
    blocks = page_blocks(extraction.body)
    for one in explained_blocks(blocks, kept_passages(page) or [], title):
        mark = "kept" if one.block.element in story else "left out"
        reasons = ", ".join(
            f"{phrase(name)} ({added:+.1f})" for name, added in one.reasons[:_MOST_REASONS]
        )
        yield (
            f"{mark} {one.score:+.1f} {one.block.element.tag} "
            f"“{_shortened(one.block.text)}”: {reasons}"
        )


def phrase(feature: str) -> str:
    """Return what a feature is, in words."""
    if feature in _PHRASES:
        return _PHRASES[feature]
    if numbered := _NUMBERED.fullmatch(feature):
        phrases = _OF_NEIGHBOUR if numbered["step"] else _OF_PLACE
        return phrases[numbered["name"]]
    kind, _, name = feature.partition(" ")
    about = {"within": "what it stands in", "near": "its class", "words": "its words"}.get(kind)
    return f"{about or 'its element'} ({name.removeprefix('of ')})"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT].rstrip()}…"
