"""Why each block of a page is the story's or is not, in a line a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cuttings.ingest.html.page import Page, element_text
from cuttings.ingest.text.agency import credited_agency
from cuttings.ingest.text.cleaning import clean_paragraphs, is_appeal
from cuttings.ingest.web.blocks.block_choice import with_reasons
from cuttings.ingest.web.extraction import extract_story
from cuttings.ingest.web.metadata import page_metadata
from cuttings.ingest.web.page_story import without_head

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

    The reason is what decided against the block's score, if anything did, and the two features that
    count the most, each with what it adds to the score.

    Args:
        page: The page.
    """
    metadata = page_metadata(page)
    extraction = extract_story(page, metadata.title)
    if extraction is None:
        yield "no text was found"
        return
    if not extraction.weighed:
        yield f"the blocks were not chosen one by one; the story is {extraction.origin}"
        return
    found = set(extraction.blocks)
    below_head = without_head(extraction.blocks, metadata)
    cleaning = clean_paragraphs([element_text(block) for block in below_head])
    filed = {below_head[i] for i in cleaning.kept}
    for one in with_reasons(extraction.weighed, extraction.passages, metadata.title):
        element = one.block.element
        if element in found and element not in filed:
            rule = _rule_of_filed(one.block.text, is_head=element not in below_head)
        elif one.is_chosen and element not in found:
            rule = "it is a heading with nothing below it"
        else:
            rule = one.rule
        features = ", ".join(
            f"{phrase(name)} ({added:+.1f})" for name, added in one.reasons[:_MOST_REASONS]
        )
        yield (
            f"{'kept' if element in filed else 'left out'} {one.score:+.1f} {element.tag} "
            f"“{_shortened(one.block.text)}”: {'; '.join(filter(None, (rule, features)))}"
        )


def _rule_of_filed(text: str, *, is_head: bool) -> str:
    """Return why a block that was found is not filed with the text."""
    if is_head:
        return "it repeats the headline, the byline or the date"
    if credited_agency(text) is not None:
        return "it credits an agency, which is filed as such"
    if is_appeal(text):
        return "it calls on readers to subscribe, follow or share"
    return "it leads to another story, which is filed as related"


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
