"""Headlines: whether a line reads like one, and which sentence says what one would."""

from __future__ import annotations

import re

from cuttings.article.characters import one_line
from cuttings.article.language.abbreviation import ends_abbreviation, ends_in_abbreviation
from cuttings.article.language.dateline import begins_with_dateline, without_dateline
from cuttings.article.language.sentence_end import SENTENCE_BREAK, ends_unlike_headline
from cuttings.ingest.text.clause import is_within_marks

_LONGEST_STATED = 160
"""Characters of the longest line that may be a headline. Measured: four of 672 are longer."""

_MOST_WORDS = 26
"""Words of the longest line that may be a headline. Measured: three of 672 have more."""

SHORTEST_CLAUSE = 20
"""Characters of the shortest clause that is a headline. Measured: with 15 or 25, seven of 4,000
newswire texts are read in another way."""

_LONGEST_SENTENCE = 2_000
"""Characters in which the end of a lead sentence is looked for: a lead has some 200."""

_AGENCY_IN_FRONT = re.compile(r"^\([^()]{2,40}\)\s+")
_LINE_OF_OTHER_KIND = re.compile(
    r"^(?:[Bb][Yy]:?\s+[A-Z]|https?://|www\.|[Cc]opyright\b|©|\(|\[|[-–—*•]\s)"
)


def reads_like_headline(line: str) -> bool:
    """Return whether a file's first line reads like a headline rather than as text.

    A headline is short, no list item, byline, dateline or address, and does not end as
    a sentence does; a question or an exclamation may be one if it stands alone.
    """
    line = one_line(line)
    words = line.split()
    if not words or len(line) > _LONGEST_STATED or len(words) > _MOST_WORDS:
        return False
    if not any(char.isalpha() for char in line) or _LINE_OF_OTHER_KIND.match(line):
        return False
    if len(words) < 2 and len(line) < 4:
        return False
    if begins_with_dateline(line) and not line.isupper() and len(words) > 12:
        return False
    may_be_abbreviation = ends_in_abbreviation(line) and len(words) <= _MOST_WORDS // 2
    if ends_unlike_headline(line) and not may_be_abbreviation:
        return False
    return not any(
        match[0].startswith((".", "。")) and not ends_abbreviation(line, match.start() + 1)
        for match in SENTENCE_BREAK.finditer(line)
    )


def lead_sentence(text: str) -> str:
    """Return the first sentence of ``text``, without its dateline.

    A sentence that is quoted within it does not end it.
    """
    line = one_line(text)
    without = without_dateline(_AGENCY_IN_FRONT.sub("", line, count=1))
    line = without if len(without) >= SHORTEST_CLAUSE else line
    ends = [
        match.end()
        for match in SENTENCE_BREAK.finditer(line, 0, _LONGEST_SENTENCE)
        if not ends_abbreviation(line, match.start() + 1)
    ]
    outside = (end for end in ends if not is_within_marks(line, end))
    return line[: next(outside, ends[0] if ends else len(line))]
