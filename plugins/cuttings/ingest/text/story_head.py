"""The head of a story: headline, byline, date and address in the lines above its text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.article.characters import one_line
from cuttings.ingest.text.byline import begins_as_byline, byline_authors
from cuttings.ingest.text.dates import line_date, parse_stated_date
from cuttings.ingest.text.headline import reads_like_headline

_URL_LINE = re.compile(
    r"^(?:(?:source|url|link|from|original|via)\s*:\s*)?<?(?P<url>https?://[^\s<>]+)>?$", re.I
)
_PUBLISHED = re.compile(r"^\W*(?:first\s+)?(?:published|posted)\b", re.I)
_LONGEST_LINE = 120
"""Characters of a line above which it is text, and the head has ended."""

_HEAD_LINES = 6
"""How far down the lines above a story (byline, date, address) are looked for."""


@dataclass(frozen=True, slots=True)
class StoryHead:
    """What the lines above and around a text say.

    Attributes:
        title: The headline, or "".
        author: Persons of the byline, or "".
        date: The day that a line of its own or the byline states, or None.
        url: The address that stands there, or "".
        rest: Positions of the other lines.
        removed: Byline, date and address as they stand there.
    """

    title: str
    author: str
    date: datetime.date | None
    url: str
    rest: tuple[int, ...]
    removed: tuple[str, ...]


def read_head(paragraphs: Sequence[str], title: str = "") -> StoryHead:
    """Take headline, byline, date and address off a story's paragraphs.

    Args:
        paragraphs: One line each.
        title: The headline, if something else states it.
    """
    lines = list(paragraphs)
    rest = list(range(len(lines)))
    removed: list[str] = []
    author = url = ""
    date: datetime.date | None = None

    def take(position: int) -> str:
        removed.append(lines[position])
        del rest[position]
        return lines.pop(position)

    if len(lines) > 1 and (match := _URL_LINE.match(lines[0])):
        url = match["url"]
        take(0)
    if title and len(lines) > 1 and one_line(lines[0]).casefold() == title.casefold():
        del lines[0], rest[0]
    elif not title and len(lines) > 1 and _is_headline(lines[0], lines[1]):
        title = lines.pop(0)
        del rest[0]
    position = 0
    while position < min(_HEAD_LINES, len(lines) - 1):
        line = lines[position]
        if date is None and (stated := line_date(line)) is not None:
            date = stated
            take(position)
        elif not url and (match := _URL_LINE.match(line)):
            url = match["url"]
            take(position)
        elif not author and len(line) <= _LONGEST_LINE and begins_as_byline(line):
            author = byline_authors(line)
            if not author:
                position += 1
                continue
            date = date or parse_stated_date(line)
            take(position)
        else:
            if len(line) > _LONGEST_LINE:
                break
            position += 1
    if not url and len(lines) > 1 and (match := _URL_LINE.match(lines[-1])):
        url = match["url"]
        take(-1)
    if date is None and len(lines) > 1 and _PUBLISHED.match(lines[-1]):
        date = line_date(lines[-1])
        if date is not None:
            take(-1)
    return StoryHead(title, author, date, url, tuple(rest), tuple(removed))


def _is_headline(line: str, below: str) -> bool:
    goes_on = below[0].islower()
    return reads_like_headline(line) and line_date(line) is None and not goes_on
