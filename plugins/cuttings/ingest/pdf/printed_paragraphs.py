"""Printed paragraphs: which lines of a page, a column or several make up one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cuttings.article.language.line_end import ends_in_word
from cuttings.article.language.sentence_end import ends_printed_sentence
from cuttings.ingest.pdf.page_layout import Line

_INDENT = 0.8
"""Heights of the type by which the first line of a paragraph is indented, at least."""

_OTHER_SIZE = 1.12
"""From this ratio on two sizes of type are different."""

_HEADING_SIZE = 1.15
"""How much larger than the text's type a heading's is."""

_SPACED = 1.25
"""How much further than usual apart two lines are that belong to different paragraphs."""

_FULL = 0.75
"""Part of its column that a line fills at least if the sentence goes on below."""


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph out of printed lines.

    Attributes:
        lines: Its lines.
        size: Size of its type in points.
        is_heading: Whether its type is larger than that of the text.
    """

    lines: tuple[str, ...]
    size: float
    is_heading: bool = False


def printed_paragraphs(pages: Sequence[Sequence[Line]]) -> list[PrintedParagraph]:
    """Return the paragraphs of a text that runs over pages.

    A paragraph begins where a line is indented, set apart, or in another size, and after one that
    ends short of the column's edge with a sentence.

    Args:
        pages: The lines of each page, in reading order.
    """
    lines = [line for page in pages for line in page]
    body = _body_size(lines)
    pitch = _pitch(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, pitch, body):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        PrintedParagraph(
            tuple(line.text for line in group),
            group[0].size,
            group[0].size >= _HEADING_SIZE * body,
        )
        for group in groups
    ]


def _body_size(lines: Sequence[Line]) -> float:
    """Return the size of type that most characters are in."""
    characters: Counter[float] = Counter()
    for line in lines:
        characters[round(line.size, 1)] += len(line.text)
    return max(characters, key=lambda size: characters[size], default=0.0)


def _pitch(lines: Sequence[Line]) -> float:
    """Return how far apart lines of one paragraph are, in heights of their type."""
    steps = [
        (above.bottom - below.bottom) / above.size
        for above, below in pairwise(lines)
        if above.bottom > below.bottom and above.size > 0 and _same_size(above, below)
    ]
    return median(steps) if steps else _SPACED


def _same_size(first: Line, second: Line) -> bool:
    smaller, larger = sorted((first.size, second.size))
    return larger < _OTHER_SIZE * smaller


def _goes_on(above: Line, line: Line, pitch: float, body: float) -> bool:
    """Return whether ``line`` belongs to the paragraph that the line before it stands in."""
    if not _same_size(above, line):
        return False
    in_sentence = line.text[:1].islower()
    is_broken = ends_in_word(above.text)
    if in_sentence and is_broken:
        return True
    ends_sentence = ends_printed_sentence(above.text)
    step = above.bottom - line.bottom
    if step <= 0:
        # At the head of the next column or page, only the sentence shows it.
        return not ends_sentence and (in_sentence or _share_filled(above) >= _FULL)
    if step > _SPACED * pitch * above.size:
        return False
    if line.size >= _HEADING_SIZE * body:
        return True
    if line.indent - above.indent > _INDENT * line.size and not in_sentence:
        return False
    if ends_sentence:
        return not _has_room_for(above, line.text)
    return in_sentence or is_broken or _share_filled(above) >= _FULL


def _share_filled(line: Line) -> float:
    """Return how far a line reaches, as a part of its column."""
    return (line.indent + line.right - line.left) / line.width if line.width else 1.0


def _has_room_for(above: Line, text: str) -> bool:
    """Return whether the first word of ``text`` would have fitted into the line above it."""
    character = (above.right - above.left) / max(1, len(above.text))
    word = text.split(maxsplit=1)[0]
    free = above.width - above.indent - (above.right - above.left)
    return free > (len(word) + 1) * character
