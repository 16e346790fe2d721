"""Pages: the one story that a saved or archived web page holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.html.page import Page, element_text
from cuttings.ingest.html.story_fragment import story_fragment
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.refusal import NO_TEXT, OPEN_AND_COPY
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.byline import LONGEST_BYLINE, byline_authors
from cuttings.ingest.text.cleaning import clean_paragraphs
from cuttings.ingest.text.dates import line_date
from cuttings.ingest.text.lead import SHORTEST_LEAD, Lead
from cuttings.ingest.web.extraction import extract_story
from cuttings.ingest.web.metadata import Metadata, page_metadata
from cuttings.ingest.web.truncation import is_truncated


def draft_from_page(source: SourceFile, text: str, *, address: str = "") -> Draft:
    """Return the one story of a page.

    Args:
        source: The raw file, or the part of one, that the page is.
        text: Its source.
        address: Where it was fetched, or "" if only the page may say so.

    Raises:
        UnreadableSourceError: If the page breaks off, holds no story or far too much for one.
    """
    from cuttings.ingest.html.story_markup import to_markdown  # slow to load

    page = _whole_page(source, text, address)
    # First, because the copies that it makes of the page leave their room to the story's.
    metadata = page_metadata(page)
    extraction = extract_story(page, metadata.title)
    if extraction is None:
        raise _without_text(source)
    blocks = without_head(extraction.blocks, metadata)
    texts = [element_text(block) for block in blocks]
    cleaning = clean_paragraphs(texts)
    kept = [blocks[i] for i in cleaning.kept]
    # The words of other pictures are seldom the story's. On the folds looked at the words of all
    # pictures lower the F1 of the text by .008 (body) and .010 (passages), those with a caption
    # beside a block by .001 and .004.
    fragment = story_fragment(extraction.body, kept, extraction.container, only_captions=True)
    draft = Lead.of_blocks(texts, cleaning.kept).draft(
        source,
        to_markdown(fragment, page.absolute),
        title=metadata.title,
        date=metadata.date if metadata.dated is Certainty.EXACT else None,
        inferred_date=metadata.date,
        agency=cleaning.agency,
    )
    return replace(
        draft,
        author=metadata.author,
        publication=metadata.publication,
        agency=draft.agency or metadata.agency,
        url=page.url,
        language=metadata.language,
        summary=one_line(metadata.summary),
        related=cleaning.related,
        removed=cleaning.removed,
        unread_date="" if draft.date else metadata.unread_date,
    )


def _whole_page(source: SourceFile, text: str, address: str) -> Page:
    """Return a page that can be read; see ``draft_from_page``."""
    if is_truncated(text):
        raise source.unreadable(
            "it is truncated (the page does not end)", "save the whole page again"
        )
    page = Page.parse(text, address)
    if page is None:
        raise _without_text(source)
    if excess := page.excess:
        raise source.unreadable(
            f"it has more than {excess}, too many for a story",
            OPEN_AND_COPY,
        )
    return page


def _without_text(source: SourceFile) -> UnreadableSourceError:
    return source.unreadable(NO_TEXT, OPEN_AND_COPY)


def without_head(blocks: Sequence[HtmlElement], metadata: Metadata) -> list[HtmlElement]:
    """Return ``blocks`` without the headline, byline and date that stand above the text."""
    kept: list[HtmlElement] = []
    in_head = True
    for block in blocks:
        text = element_text(block)
        if in_head and _repeats_metadata(text, metadata):
            continue
        if len(text) >= SHORTEST_LEAD:
            in_head = False
        kept.append(block)
    return kept or list(blocks)


def _repeats_metadata(text: str, metadata: Metadata) -> bool:
    if text.casefold() == metadata.title.casefold() or line_date(text) is not None:
        return True
    if not metadata.author or len(text) > LONGEST_BYLINE:
        return False
    named = byline_authors(text, metadata.publication).casefold()
    return bool(named) and named in metadata.author.casefold()
