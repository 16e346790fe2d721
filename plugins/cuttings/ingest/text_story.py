"""Plain text that is a story, pasted or saved without any markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.article.article import Certainty
from cuttings.article.front_matter import one_line
from cuttings.article.markup import escape_markdown
from cuttings.ingest.agency import dateline_agency
from cuttings.ingest.boilerplate import clean_paragraphs
from cuttings.ingest.byline import byline_authors
from cuttings.ingest.dates import dateline_date, line_date, url_date
from cuttings.ingest.draft import Draft
from cuttings.ingest.headline import first_with_letters, inferred_headline, reads_like_headline
from cuttings.ingest.paragraphs import split_paragraphs
from cuttings.ingest.source_file import SourceFile

_URL_LINE = re.compile(
    r"^(?:(?:source|url|link|from|original|via)\s*:\s*)?<?(?P<url>https?://[^\s<>]+)>?$", re.I
)
_BYLINE = re.compile(r"^\W*(?:(?:written|reported|story|words)\s+)?by:?\s+\S", re.I)
_PUBLISHED = re.compile(r"^\W*(?:first\s+)?(?:published|posted)\b", re.I)
_LONGEST_BYLINE = 120
_HEAD_LINES = 6
"""How far down the lines above a story (byline, date, address) are looked for."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What the lines above and around the text say."""

    title: str
    author: str
    date_line: str
    url: str
    rest: tuple[str, ...]
    removed: tuple[str, ...]


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
        raise source.unreadable("no text was found in it", "check the file and save it again")
    head = _read_head(paragraphs, title)
    cleaning = clean_paragraphs(head.rest)
    story = [head.rest[i] for i in cleaning.kept]
    lead = story[0]
    title = head.title or inferred_headline(first_with_letters(story))
    stated = line_date(head.date_line) or dateline_date(lead)
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


def _read_head(paragraphs: Sequence[str], title: str) -> _Head:
    """Take headline, byline, date and address off a story's paragraphs."""
    lines = list(paragraphs)
    removed: list[str] = []
    author = date_line = url = ""

    def take(position: int) -> str:
        removed.append(lines[position])
        return lines.pop(position)

    if len(lines) > 1 and (match := _URL_LINE.match(lines[0])):
        url = match["url"]
        take(0)
    if title and len(lines) > 1 and one_line(lines[0]).casefold() == title.casefold():
        del lines[0]
    elif not title and len(lines) > 1 and _is_headline(lines[0], lines[1]):
        title = lines.pop(0)
    position = 0
    while position < min(_HEAD_LINES, len(lines) - 1):
        line = lines[position]
        if not date_line and line_date(line):
            date_line = take(position)
        elif not url and (match := _URL_LINE.match(line)):
            url = match["url"]
            take(position)
        elif not author and len(line) <= _LONGEST_BYLINE and _BYLINE.match(line):
            author = byline_authors(line)
            if not author:
                position += 1
                continue
            date_line = date_line or line
            take(position)
        else:
            if len(line) > _LONGEST_BYLINE:
                break
            position += 1
    if not url and len(lines) > 1 and (match := _URL_LINE.match(lines[-1])):
        url = match["url"]
        take(-1)
    if not date_line and len(lines) > 1 and _PUBLISHED.match(lines[-1]) and line_date(lines[-1]):
        date_line = take(-1)
    return _Head(title, author, date_line, url, tuple(lines), tuple(removed))


def _is_headline(line: str, below: str) -> bool:
    goes_on = below[0].islower()
    return reads_like_headline(line) and line_date(line) is None and not goes_on
