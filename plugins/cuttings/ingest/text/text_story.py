"""Plain text that is a story, pasted or saved without any markup."""

from __future__ import annotations

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.markup import escape_markdown
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.refusal import CHECK_AND_SAVE, NO_TEXT
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.agency import dateline_agency
from cuttings.ingest.text.cleaning import clean_paragraphs
from cuttings.ingest.text.dates import dateline_date, url_date
from cuttings.ingest.text.headline import first_with_letters, inferred_headline
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
    lead = story[0]
    title = head.title or inferred_headline(first_with_letters(story))
    stated = head.date or dateline_date(lead)
    date = stated or url_date(head.url)
    return Draft(
        source=source.path,
        original=source.original,
        record=source.record,
        title=one_line(title),
        titled=Certainty.EXACT if head.title else Certainty.INFERRED,
        body="\n\n".join(filter(None, map(escape_markdown, story))),
        date=date,
        dated=_certainty(stated=stated is not None, found=date is not None),
        author=head.author,
        agency=cleaning.agency or dateline_agency(lead),
        url=head.url,
        related=cleaning.related,
        removed=head.removed + cleaning.removed,
    )


def _certainty(*, stated: bool, found: bool) -> Certainty:
    if stated:
        return Certainty.EXACT
    return Certainty.INFERRED if found else Certainty.UNKNOWN
