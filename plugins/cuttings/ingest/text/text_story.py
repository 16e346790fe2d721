"""Plain text that is a story, pasted or saved without any markup."""

from __future__ import annotations

from dataclasses import replace

from cuttings.article.markup import escape_markdown
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.refusal import CHECK_AND_SAVE, NO_TEXT
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.cleaning import clean_paragraphs
from cuttings.ingest.text.dates import url_date
from cuttings.ingest.text.lead import Lead
from cuttings.ingest.text.paragraphs import split_paragraphs
from cuttings.ingest.text.story_head import read_head


def draft_from_text(source: SourceFile, text: str, title: str = "") -> Draft:
    """Return the story that ``text`` holds.

    Args:
        source: The raw file, or the part of one, that it comes from.
        text: Lines ended by line feeds.
        title: The headline, if something else than the text states it.

    Raises:
        UnreadableSourceError: If ``text`` holds no words.
    """
    paragraphs = split_paragraphs(text)
    if not any(char.isalpha() for paragraph in paragraphs for char in paragraph):
        raise source.unreadable(NO_TEXT, CHECK_AND_SAVE)
    head = read_head(paragraphs, title)
    rest = [paragraphs[i] for i in head.rest]
    cleaning = clean_paragraphs(rest)
    story = [rest[i] for i in cleaning.kept]
    draft = Lead.of_text(story).draft(
        source,
        "\n\n".join(filter(None, map(escape_markdown, story))),
        title=head.title,
        date=head.date,
        inferred_date=url_date(head.url),
        agency=cleaning.agency,
    )
    return replace(
        draft,
        author=head.author,
        url=head.url,
        related=cleaning.related,
        removed=head.removed + cleaning.removed,
    )
