"""Marks as links in the tree of a story's HTML."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from lxml import etree

from cuttings.article.markup import TextPiece, block_pieces
from cuttings.browse.parts.story_marks import Mark

_UNMARKED = ("a", "code", "pre")
"""Markup whose text is left as it stands."""

_WORD = re.compile(r"\S+")


def mark_tree(body: etree._Element, marks: Sequence[Mark]) -> None:
    """Turn marks into links; one across markup into a link for each piece of text.

    One that reaches into a link or code is left out.

    Args:
        body: The element that holds the story, which is changed.
        marks: The marks by the offsets of the text that ``markup.text_blocks`` gives, the
            blocks separated by an empty line.
    """
    unmarked = {within for element in body.iter(*_UNMARKED) for within in element.iter()}
    starts = [mark.start for mark in marks]
    begin = 0
    for pieces in list(block_pieces(body)):
        words = _Words("".join(piece.text for piece in pieces))
        if not words.length:
            continue
        first, last = (bisect_left(starts, place) for place in (begin, begin + words.length))
        of_block = [words.placed(mark, begin) for mark in marks[first:last]]
        for piece, links in _by_piece(pieces, of_block, unmarked) if of_block else ():
            _link(piece, links)
        begin += words.length + len("\n\n")


def _by_piece(
    pieces: Sequence[TextPiece], marks: Sequence[Mark], unmarked: Collection[etree._Element]
) -> Iterator[tuple[TextPiece, list[Mark]]]:
    """Yield the pieces that have marks, each with them as its own; white space at ends has none."""
    ends = list(accumulate(len(piece.text) for piece in pieces))
    links: list[list[Mark]] = [[] for _ in pieces]
    for mark in marks:
        first, last = bisect_right(ends, mark.start), bisect_left(ends, mark.end)
        touched = range(first, last + 1)
        if any(_parent(pieces[number]) in unmarked for number in touched):
            continue
        for number in touched:
            text = pieces[number].text
            behind = ends[number] - len(text)
            start, end = max(mark.start - behind, 0), min(mark.end - behind, len(text))
            part = text[start:end]
            if part.strip():
                start += len(part) - len(part.lstrip())
                end -= len(part) - len(part.rstrip())
                links[number].append(Mark(start, end, mark.address))
    return ((piece, of_piece) for piece, of_piece in zip(pieces, links, strict=True) if of_piece)


def _parent(piece: TextPiece) -> etree._Element | None:
    return piece.element.getparent() if piece.is_tail else piece.element


def _link(piece: TextPiece, marks: Sequence[Mark]) -> None:
    element, text = piece.element, piece.text
    links = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        link = etree.Element("a")
        link.set("href", mark.address)
        link.text = text[mark.start : mark.end]
        link.tail = text[mark.end : following.start if following else len(text)]
        links.append(link)
    before = text[: marks[0].start]
    # Each goes right behind what is before all: places need not be counted then.
    if piece.is_tail:
        element.tail = None
        for link in reversed(links):
            element.addnext(link)
        element.tail = before
    else:
        element.text = before
        for link in reversed(links):
            element.insert(0, link)


class _Words:
    """The words of a block, which its text has with single spaces between them.

    Args:
        whole: The block with the white space that its HTML has.
    """

    def __init__(self, whole: str) -> None:
        found = [word.span() for word in _WORD.finditer(whole)]
        self._whole = [start for start, _ in found]
        self._spaced: list[int] = []
        behind = 0
        for start, end in found:
            self._spaced.append(behind)
            behind += end - start + 1
        self.length = max(0, behind - 1)
        """Characters of the block's text."""

    def placed(self, mark: Mark, begin: int) -> Mark:
        """Return a mark of a text, in which the block begins at ``begin``, as one of the block."""
        return Mark(
            self._place(mark.start - begin), self._place(mark.end - begin - 1) + 1, mark.address
        )

    def _place(self, spaced: int) -> int:
        word = bisect_right(self._spaced, spaced) - 1
        return self._whole[word] + spaced - self._spaced[word]
