"""The words to show for the terms of the vocabulary, and how many documents hold each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cuttings.search_index.inverted_index import TermPostings
from cuttings.search_index.packing import pack_number
from cuttings.search_index.term_list import front_coded


def pack_words(postings: Iterable[TermPostings], spellings: Mapping[str, str]) -> list[str]:
    """Return two texts that go along with the vocabulary.

    The first holds the word of each term, coded by what it shares with the term
    at its beginning; the second the packed number of documents that hold the term.
    """
    words: list[str] = []
    counts: list[str] = []
    for entry in postings:
        words.append(front_coded(spellings.get(entry.term, entry.term), entry.term))
        held: set[int] = set().union(*(lists.documents for lists in entry.fields))
        counts.append(pack_number(len(held)))
    return ["".join(words), "".join(counts)]
