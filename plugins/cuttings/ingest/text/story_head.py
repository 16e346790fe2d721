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
"""Characters of a line above which it is text, and the head has ended. Measured: with 100 or 150,
all of 4,000 newswire texts read the same."""

_HEAD_LINES = 6
"""How far down the lines above a story (byline, date, address) are looked for. Measured: with 4 or
8, all of 4,000 newswire texts read the same."""


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
    lines = _Lines(paragraphs)
    lines.take_address(0)
    title = lines.take_title(title)
    lines.take_above()
    lines.take_below()
    return StoryHead(
        title, lines.author, lines.date, lines.url, tuple(lines.rest), tuple(lines.removed)
    )


class _Lines:
    """The lines of a story, from which its head is taken; one line is always left.

    Args:
        paragraphs: One line each.
    """

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._lines = list(paragraphs)
        self.rest = list(range(len(paragraphs)))
        self.removed: list[str] = []
        self.author = self.url = ""
        self.date: datetime.date | None = None

    def take_address(self, position: int) -> bool:
        """Take a line that is an address and nothing else, if none was taken before."""
        if self.url or len(self._lines) < 2:
            return False
        if (match := _URL_LINE.match(self._lines[position])) is None:
            return False
        self.url = match["url"]
        self._take(position)
        return True

    def take_title(self, title: str) -> str:
        """Take the headline off the top and return it; a title that is known is only removed."""
        if len(self._lines) < 2:
            return title
        first = self._lines[0]
        is_title = bool(title) and one_line(first).casefold() == title.casefold()
        if not is_title and (title or not _is_headline(first, self._lines[1])):
            return title
        del self._lines[0], self.rest[0]
        return title or first

    def take_above(self) -> None:
        """Take byline, date and address from above the text."""
        position = 0
        while position < min(_HEAD_LINES, len(self._lines) - 1):
            line = self._lines[position]
            if self._take_date(position) or self.take_address(position):
                continue
            if len(line) > _LONGEST_LINE:
                return
            if not self._take_byline(position):
                position += 1

    def take_below(self) -> None:
        """Take the address, and the day of publication above it, from below the text."""
        self.take_address(-1)
        if len(self._lines) > 1 and _PUBLISHED.match(self._lines[-1]):
            self._take_date(-1)

    def _take_date(self, position: int) -> bool:
        if self.date is not None or (stated := line_date(self._lines[position])) is None:
            return False
        self.date = stated
        self._take(position)
        return True

    def _take_byline(self, position: int) -> bool:
        line = self._lines[position]
        if self.author or not begins_as_byline(line):
            return False
        self.author = byline_authors(line)
        if not self.author:
            return False
        self.date = self.date or parse_stated_date(line)
        self._take(position)
        return True

    def _take(self, position: int) -> None:
        self.removed.append(self._lines.pop(position))
        del self.rest[position]


def _is_headline(line: str, below: str) -> bool:
    goes_on = below[0].islower()
    return reads_like_headline(line) and line_date(line) is None and not goes_on
