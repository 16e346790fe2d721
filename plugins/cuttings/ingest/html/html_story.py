"""HTML that is a story and nothing else, as feeds, mails and exports hold it."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from cuttings.ingest.html.page import Page, element_text, leaf_blocks
from cuttings.ingest.html.story_fragment import story_fragment
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.refusal import CHECK_AND_SAVE, NO_TEXT, SPLIT_INTO_STORIES
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.cleaning import clean_paragraphs
from cuttings.ingest.text.headline import reads_like_headline
from cuttings.ingest.text.lead import Lead
from cuttings.ingest.text.story_head import StoryHead, read_head

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_HEADINGS = frozenset("h1 h2 h3".split())


def draft_from_html(
    source: SourceFile, html: str, *, title: str = "", address: str = "", has_head: bool = False
) -> Draft:
    """Return the story that ``html`` is.

    Unlike a page it is not searched for the story: all of its blocks are kept but for what
    boilerplate rules take out and what is not shown.

    Args:
        source: The part of a raw file that it comes from.
        html: A fragment or a whole document.
        title: The headline, if something else than the HTML states it.
        address: Where it was published, which its links are relative to, or "".
        has_head: Whether headline, byline and date may stand above the text, as in a document
            that a person wrote.

    Raises:
        UnreadableSourceError: If it holds no words, or far too much for one story.
    """
    from cuttings.ingest.html.story_markup import to_markdown  # slow to load

    page = Page.parse(html, address)
    if page is not None and (excess := page.excess):
        raise source.unreadable(
            f"it has more than {excess}, too many for a story", SPLIT_INTO_STORIES
        )
    body = page.plain_body() if page is not None else None
    blocks = _shown_blocks(body) if body is not None else []
    if page is None or body is None or not blocks:
        raise source.unreadable(NO_TEXT, CHECK_AND_SAVE)
    blocks, heading = _without_heading(blocks, title)
    texts = [element_text(block) for block in blocks]
    head = read_head(texts, title or heading) if has_head else None
    if head is not None:
        heading = head.title
        blocks, texts = [blocks[i] for i in head.rest], [texts[i] for i in head.rest]
    cleaning = clean_paragraphs(texts)
    kept = [blocks[i] for i in cleaning.kept]
    draft = Lead.of_blocks(texts, cleaning.kept).draft(
        source,
        to_markdown(story_fragment(body, kept, body), page.absolute),
        title=title or heading,
        date=head.date if head is not None else None,
        agency=cleaning.agency,
    )
    draft = replace(draft, url=page.url, related=cleaning.related, removed=cleaning.removed)
    return draft if head is None else _with_head(draft, head)


def _with_head(draft: Draft, head: StoryHead) -> Draft:
    return replace(
        draft,
        author=head.author,
        url=draft.url or head.url,
        removed=(*head.removed, *draft.removed),
    )


def _shown_blocks(body: HtmlElement) -> list[HtmlElement]:
    """Return the blocks of text that a reader sees, or none if there is not a word in them."""
    for element in list(body.iter()):
        if element is not body and _HIDDEN.search(element.get("style") or ""):
            element.drop_tree()
    blocks = list(leaf_blocks(body))
    words = any(char.isalpha() for block in blocks for char in element_text(block))
    return blocks if words else []


def _without_heading(blocks: list[HtmlElement], title: str) -> tuple[list[HtmlElement], str]:
    """Return the blocks without a first one that is the headline, and the headline if found."""
    first = element_text(blocks[0])
    if len(blocks) > 1 and title and first.casefold() == title.casefold():
        return blocks[1:], ""
    if len(blocks) > 1 and not title and blocks[0].tag in _HEADINGS and reads_like_headline(first):
        return blocks[1:], first
    return blocks, ""
