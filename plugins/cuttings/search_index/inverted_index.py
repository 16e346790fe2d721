"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysis import Analysis
from cuttings.search_index.field import FIELDS


@dataclass(frozen=True, slots=True)
class PostingList:
    """The documents that hold one term in one field.

    Attributes:
        documents: Their numbers, ascending.
        frequencies: How often each holds the term.
    """

    documents: Sequence[int]
    frequencies: Sequence[int]


@dataclass(frozen=True, slots=True)
class TermPostings:
    """Everything the index knows of one term.

    Attributes:
        term: The term.
        fields: One posting list for each field, in the order of the fields;
            empty where the field never holds the term.
    """

    term: str
    fields: tuple[PostingList, ...]


@dataclass(frozen=True, slots=True)
class InvertedIndex:
    """An inverted index as it is built, whole and in memory.

    Attributes:
        documents: Number of documents.
        lengths: For each field the number of terms in each document.
        fields: For each field its posting lists by term.
    """

    documents: int
    lengths: tuple[Sequence[int], ...]
    fields: tuple[dict[str, PostingList], ...]

    def terms(self) -> Iterator[TermPostings]:
        """Give all postings in the order of the terms' UTF-16 code units, JavaScript's order."""
        nothing = PostingList((), ())
        distinct: set[str] = set().union(*self.fields)
        for term in sorted(distinct, key=utf16):
            yield TermPostings(term, tuple(lists.get(term, nothing) for lists in self.fields))


def utf16(term: str) -> bytes:
    """Return a key that sorts text as JavaScript's ``<`` does."""
    return term.encode("utf-16-be")


def invert(stories: Iterable[TaggedArticle]) -> InvertedIndex:
    """Index stories; their numbers are their places."""
    analysis = Analysis()
    lengths = tuple(array("L") for _ in FIELDS)
    documents: tuple[dict[str, array[int]], ...] = tuple({} for _ in FIELDS)
    frequencies: tuple[dict[str, array[int]], ...] = tuple({} for _ in FIELDS)
    count = 0
    for number, story in enumerate(stories):
        count += 1
        for place, field in enumerate(FIELDS):
            terms = analysis.terms(field.text(story))
            lengths[place].append(len(terms))
            for term, frequency in Counter(terms).items():
                if term in documents[place]:
                    documents[place][term].append(number)
                    frequencies[place][term].append(frequency)
                else:
                    documents[place][term] = array("L", (number,))
                    frequencies[place][term] = array("L", (frequency,))
    return InvertedIndex(
        count,
        lengths,
        tuple(
            {term: PostingList(numbers, counts[term]) for term, numbers in lists.items()}
            for lists, counts in zip(documents, frequencies, strict=True)
        ),
    )
