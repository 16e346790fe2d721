"""Surface forms: words as texts write them, and the index terms they stand for."""

from __future__ import annotations

from typing import NamedTuple

from cuttings.search_index.terms.plain_word import make_word
from cuttings.search_index.terms.stemmer import stem

TERM_LENGTH = 64
"""Longest term in characters; anything longer is not a word."""

SMALL, CAPITALS, ALL_CAPITALS = range(3)
"""How a word is written: not in capitals, in capitals, in a text that has nothing else."""


class SurfaceForm(NamedTuple):
    """A word as texts write it, in plain small letters.

    Attributes:
        term: Its index term, "" for a stop word.
        word: The word before stemming; "" for a stop word and for a compound, which is found as
            one word (``antivirus``) but is not written as one (``anti-virus``).
        capitals: ``SMALL``, ``CAPITALS`` or ``ALL_CAPITALS``.
    """

    term: str
    word: str
    capitals: int


class SurfaceForms(dict[str, SurfaceForm]):
    """The surface forms of tokens, each made when it is first looked up.

    Args:
        in_capitals: Whether the texts around them have no small letters.
    """

    def __init__(self, *, in_capitals: bool = False) -> None:
        self._in_capitals = in_capitals

    def __missing__(self, token: str) -> SurfaceForm:
        word = make_word(token, in_capitals=self._in_capitals)
        term = _term_of(word)
        has_capitals = len(word) > 1 and token != token.lower() and token == token.upper()
        written = (ALL_CAPITALS if self._in_capitals else CAPITALS) if has_capitals else SMALL
        form = self[token] = SurfaceForm(term, word if term else "", written if term else SMALL)
        return form


class CompoundTerms(dict[str, str]):
    """The terms of compounds written as one word, each made when it is first looked up."""

    def __missing__(self, compound: str) -> str:
        term = self[compound] = make_term(compound.replace("-", "", 1))
        return term


def make_term(token: str, *, in_capitals: bool = False) -> str:
    """Return the index term of one token, "" for a stop word.

    Args:
        token: As ``tokens`` gives it.
        in_capitals: Whether the text around it has no small letters.
    """
    return _term_of(make_word(token, in_capitals=in_capitals))


def _term_of(word: str) -> str:
    return _short_enough(stem(word) if word.isascii() else word)


def _short_enough(term: str) -> str:
    return term if len(term) <= TERM_LENGTH else ""
