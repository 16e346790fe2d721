"""The words to show for the terms of the vocabulary, and how many documents hold each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuttings.search_index.packing import pack_number
from cuttings.search_index.postings import Postings
from cuttings.search_index.term_list import SEPARATOR, front_coded, shared_length
from cuttings.search_index.terms.letter_case import letter_cases
from cuttings.search_index.terms.plain_word import make_word
from cuttings.search_index.words.surface_words import SurfaceWord

OTHER_MARK = "/"
"""Stands before each other word of a term; occurs in no word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word to show for a term.

    Attributes:
        term: The term.
        text: The word.
        count: Number of documents that hold the term.
        others: The other words that the term stands for, as ``surface_words`` has them.
    """

    term: str
    text: str
    count: int
    others: tuple[str, ...] = ()


def words_of(
    postings: Postings,
    spellings: Mapping[str, str],
    surface: Iterable[Sequence[SurfaceWord]],
) -> Iterator[Word]:
    """Yield the word to show for each term of the index.

    Args:
        postings: The postings of all terms.
        spellings: The word to show for each term.
        surface: The words of each term.
    """
    counts = postings.holding.counts.tolist()
    for term, count, words in zip(postings.terms, counts, surface, strict=True):
        shown = spellings.get(term, term)
        own = make_word(shown)
        others = tuple(word.word for word in words if word.word != own)
        yield Word(term, shown, count, others)


def pack_words(words: Iterable[Word]) -> list[str]:
    """Return two texts that go along with the vocabulary.

    The first holds the word of each term: the packed number of the one of the term's
    ``letter_cases`` that it shares most with at its beginning, then coded by that one. Each other
    word of the term follows after a slash, coded by the term.
    The second holds the packed number of documents that hold the term.
    """
    texts: list[str] = []
    counts: list[str] = []
    for word in words:
        case, nearest = _nearest_case(word)
        others = (front_coded(other, word.term) for other in word.others)
        coded = (front_coded(word.text, nearest), *others)
        texts.append(pack_number(case) + _joined(coded))
        counts.append(pack_number(word.count))
    return ["".join(texts), "".join(counts)]


def _nearest_case(word: Word) -> tuple[int, str]:
    """Return which case of the term shares most with the word at its beginning, and its letters."""
    if word.text.startswith(word.term):
        return 0, word.term
    return max(
        enumerate(letter_cases(word.term)), key=lambda case: shared_length(case[1], word.text)
    )


def _joined(coded: Iterable[str]) -> str:
    """Return coded words, each with its separator, as one entry."""
    return OTHER_MARK.join(text.removesuffix(SEPARATOR) for text in coded) + SEPARATOR
