"""Paragraphs of plain text, hard-wrapped or not."""

from __future__ import annotations

import re
from itertools import pairwise

from cuttings.article.language.line_end import ends_in_word
from cuttings.article.language.sentence_end import ends_sentence
from cuttings.ingest.text.line_joining import LineJoiner

_WIDEST_WRAPPED = 100
"""Columns above which lines are not wrapped by hand. Measured: 99 % of 13,186 newswire texts are
wrapped at 64 columns or fewer; with 90 or 120, all of 4,000 read the same."""

_NARROWEST_WRAPPED = 30
"""Columns below which lines are not wrapped, but short. Measured: 99 % of the same texts have more;
with 20, ten of 4,000 are read in another way, with 40, a hundred."""

_SLACK = 8
"""Columns by which a wrapped line may stay short of its width although a word would fit. Measured:
with 6 or 12, 73 and 170 of 4,000 newswire texts are read in another way."""

_ITEM = re.compile(r"^\s*(?:[-–—*•·]\s|\d{1,3}[.)]\s)")
_OF_ITS_OWN = re.compile(r"^\s*(?:B[Yy]:?\s+[A-Z]|https?://)")
"""A byline or an address."""


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of ``text``, each on one line, in order.

    Blank lines separate paragraphs. Without them, and between them, a line is a
    paragraph of its own unless it is wrapped: the file's lines keep to a width,
    and the next word would not have fitted.

    Args:
        text: Lines ended by line feeds.
    """
    lines = text.expandtabs(4).split("\n")
    width = _wrapping_width(lines)
    by_indentation = sum(line.startswith("  ") for line in lines if line.strip()) > 1
    paragraphs: list[list[str]] = []
    previous = ""
    for line in lines:
        if not line.strip():
            previous = ""
            continue
        if _is_rest_of_word(paragraphs, line) or (
            previous and _continues(previous, line, width, by_indentation)
        ):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        previous = line.rstrip()
    joiner = LineJoiner(lines)
    return tuple(map(joiner.joined, paragraphs))


def _wrapping_width(lines: list[str]) -> int:
    """Return the column at which the text is wrapped, or 0 if it is not.

    Wrapped lines mostly break off within sentences, those that are paragraphs do not.
    """
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    followed = [line.rstrip() for line, below in pairwise(lines) if line.strip() and below.strip()]
    whole = sum(map(ends_sentence, followed))
    if len(lengths) < 3 or whole * 2 > len(followed):
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    return width if _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED else 0


def _is_rest_of_word(paragraphs: list[list[str]], line: str) -> bool:
    """Return whether ``line`` goes on with the last paragraph's last word, even on another page."""
    start = line.lstrip().removeprefix("-")[:1]
    return bool(paragraphs) and ends_in_word(paragraphs[-1][-1]) and start.islower()


def _continues(previous: str, line: str, width: int, by_indentation: bool) -> bool:
    """Return whether ``line`` goes on where the line above was wrapped.

    Where indentation marks the paragraphs, a line without it goes on even after one that is
    only half full: a dateline may have been cut off that.
    """
    if not width or len(previous) > width + _SLACK:
        return False
    if _ITEM.match(line) or _OF_ITS_OWN.match(line) or _OF_ITS_OWN.match(previous):
        return False
    if _indentation(line) > _indentation(previous) and not _ITEM.match(previous):
        return False
    if by_indentation and not _indentation(line) and len(previous) >= width // 2:
        return True
    next_word = line.split(maxsplit=1)[0]
    if next_word[0].islower() and not ends_sentence(previous):
        return True
    return len(previous) + 1 + len(next_word) > width - _SLACK


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
