"""The words, numbers and acronyms of running text.

``theme/src/search/words/tokens.ts`` finds the same in TypeScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex


def _token_pattern(letter: str, mark: str, number: str, apostrophe: str) -> str:
    """Return the expression of a token; each argument is what a character class holds of a kind."""
    end = f"(?![{letter}{mark}{number}])"
    return (
        # U.S., AT&T
        rf"[{letter}](?:\.[{letter}])+{end}\.?"
        rf"|[{letter}]{{1,2}}(?:&[{letter}]{{1,2}})+{end}"
        # 2,500 and 2.5, but not 26.02.1987
        r"|(?<![0-9][.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]|[.,][0-9])"
        r"|(?<![0-9][.,])[0-9]+\.[0-9]+(?![0-9]|[.,][0-9])"
        # Biden's, l’Elysée, O'Neill, 1990s
        rf"|[{letter}{number}][{letter}{mark}{number}]*"
        rf"(?:[{apostrophe}][{letter}{number}][{letter}{mark}{number}]*)*"
    )


_TOKEN = regex.compile(_token_pattern(r"\p{L}", r"\p{M}", r"\p{N}", "'’ʼ＇"))
_ASCII_TOKEN = re.compile(_token_pattern("A-Za-z", "", "0-9", "'"))
"""The same for text of ASCII alone, which most English text is: half the time of ``_TOKEN``."""

_UNSPACED = (
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー"
    r"\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)
"""Letters of scripts that put no space between words."""
_UNSPACED_LETTER = regex.compile(_UNSPACED)
_PIECE = regex.compile(rf"(?:{_UNSPACED}\p{{M}}*)+|(?:(?!{_UNSPACED}).)+")
_LETTER_WITH_MARKS = regex.compile(r".\p{M}*")


def tokens(text: str, start: int = 0, end: int | None = None) -> Sequence[str]:
    """Return the words, numbers and acronyms of ``text`` as they are written.

    Where a script has no spaces, each two neighbouring letters are a token, and
    the last letter of a run once more by itself.

    Args:
        text: The text.
        start: Where to begin; within no token.
        end: Where to end (None: with the text); within no token.
    """
    stop = len(text) if end is None else end
    if text.isascii():
        return _ASCII_TOKEN.findall(text, start, stop)
    found: list[str] = _TOKEN.findall(text, start, stop)
    if _UNSPACED_LETTER.search(text) is None:
        return found
    return [piece for token in found for piece in _pieces(token)]


def token_pattern(text: str) -> re.Pattern[str] | regex.Pattern[str]:
    """Return the expression of a token for a text: a faster one if it is of ASCII alone."""
    return _ASCII_TOKEN if text.isascii() else _TOKEN


def _pieces(token: str) -> Iterator[str]:
    """Yield a token, or the overlapping pairs of its letters where it has no spaces."""
    for piece in _PIECE.findall(token):
        if _UNSPACED_LETTER.match(piece) is None:
            yield piece
            continue
        letters = _LETTER_WITH_MARKS.findall(piece)
        yield from map("".join, pairwise(letters))
        yield letters[-1]
