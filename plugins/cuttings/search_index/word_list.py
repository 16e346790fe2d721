"""The words to show for the terms of the vocabulary, and how many documents hold each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cuttings.search_index.inverted_index import TermPostings
from cuttings.search_index.letter_case import letter_cases
from cuttings.search_index.packing import pack_number
from cuttings.search_index.term_list import front_coded, shared_length


@dataclass(frozen=True, slots=True)
class Word:
    """A word to show for a term.

    Attributes:
        term: The term.
        text: The word.
        count: Number of documents that hold the term.
    """

    term: str
    text: str
    count: int


def words_of(postings: Iterable[TermPostings], spellings: Mapping[str, str]) -> Iterator[Word]:
    """Yield the word to show for each term of the index."""
    for entry in postings:
        word = spellings.get(entry.term, entry.term)
        yield Word(entry.term, word, len(entry.documents))


def pack_words(words: Iterable[Word]) -> list[str]:
    """Return two texts that go along with the vocabulary.

    The first holds the word of each term: the packed number of the one of the term's
    ``letter_cases`` that it shares most with at its beginning, then coded by that one.
    The second holds the packed number of documents that hold the term.
    """
    texts: list[str] = []
    counts: list[str] = []
    for word in words:
        written_in = letter_cases(word.term)
        nearest = max(written_in, key=lambda term: shared_length(term, word.text))
        texts.append(pack_number(written_in.index(nearest)) + front_coded(word.text, nearest))
        counts.append(pack_number(word.count))
    return ["".join(texts), "".join(counts)]
