"""Rarer words: those that far fewer stories have than the term that stands for them.

Whoever types *news* finds all stories with *new*. A partition says of such words how many stories
have the word itself, so that the page can offer these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cuttings.search_index.packing import pack_number
from cuttings.search_index.term_list import SEPARATOR, shared_length
from cuttings.search_index.words.surface_words import SurfaceWord

LEAST_DOCUMENTS = 10
"""Of a term in fewer documents a reader sees at once what they are; chosen by eye."""

SHARE = 3
"""A word is rarer if at most one document in so many that hold its term holds it; chosen by eye."""


def pack_rarer_words(terms: Iterable[tuple[int, Sequence[SurfaceWord]]]) -> str:
    """Return the rarer words of neighbouring terms.

    For each of them the packed number of terms since the one of the word before; the packed number
    of the term's last characters that it does not begin with, and how it goes on; a space; and the
    packed numbers of documents that hold it, and that hold it in capitals (0 if it is not written
    both ways).

    Args:
        terms: The number of documents and the words of each term.
    """
    return "".join(_pieces(terms))


def _pieces(terms: Iterable[tuple[int, Sequence[SurfaceWord]]]) -> Iterator[str]:
    last = 0
    for place, (documents, words) in enumerate(terms):
        if documents < LEAST_DOCUMENTS:
            continue
        for word in words:
            count = word.in_capitals or word.documents
            if count * SHARE > documents:
                continue
            shared = shared_length(word.term, word.word)
            yield pack_number(place - last)
            yield f"{pack_number(len(word.term) - shared)}{word.word[shared:]}{SEPARATOR}"
            yield pack_number(word.documents) + pack_number(word.in_capitals)
            last = place
