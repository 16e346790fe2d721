"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        positions: Where it stands, document after document, each as the number of
            tokens since its last occurrence in that document; empty for a field
            without positions.
    """

    documents: Sequence[int]
    frequencies: Sequence[int]
    positions: Sequence[int] = ()


_NOTHING = PostingList((), ())


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

    @property
    def documents(self) -> set[int]:
        """The numbers of the documents that hold the term in any field."""
        return set().union(*(postings.documents for postings in self.fields))


@dataclass(frozen=True, slots=True)
class InvertedIndex:
    """An inverted index as it is built, whole and in memory.

    Attributes:
        documents: Number of documents.
        lengths: For each field the number of terms in each document.
        fields: For each field its posting lists by term.
        spellings: For each term a word to show for it.
    """

    documents: int
    lengths: tuple[Sequence[int], ...]
    fields: tuple[dict[str, PostingList], ...]
    spellings: Mapping[str, str]

    def terms(self) -> Iterator[TermPostings]:
        """Give all postings in the order of the terms' UTF-16 code units, JavaScript's order."""
        distinct: set[str] = set().union(*self.fields)
        return map(self.postings, sorted(distinct, key=utf16))

    def postings(self, term: str) -> TermPostings:
        """Return the postings of one term."""
        return TermPostings(term, tuple(lists.get(term, _NOTHING) for lists in self.fields))


def utf16(term: str) -> bytes:
    """Return a key that sorts text as JavaScript's ``<`` does."""
    return term.encode("utf-16-be")


def invert(stories: Iterable[TaggedArticle], analysis: Analysis | None = None) -> InvertedIndex:
    """Index stories; their numbers are their places.

    Args:
        stories: The stories.
        analysis: Makes their terms and remembers all spellings; a new one if None.
    """
    analysis = analysis or Analysis()
    drafts = tuple(_FieldDraft(field.has_positions) for field in FIELDS)
    count = 0
    for number, story in enumerate(stories):
        count += 1
        for field, draft in zip(FIELDS, drafts, strict=True):
            draft.add(number, analysis.terms(field.text(story)))
    return InvertedIndex(
        count,
        tuple(draft.lengths for draft in drafts),
        tuple(draft.lists() for draft in drafts),
        analysis.spellings(),
    )


class _FieldDraft:
    """The posting lists of one field while they grow."""

    def __init__(self, has_positions: bool) -> None:
        self.lengths = array("L")
        self._has_positions = has_positions
        self._lists: dict[str, tuple[array[int], array[int], array[int]]] = {}

    def add(self, number: int, terms: Sequence[str]) -> None:
        """Add a document by its terms, "" in the place of a stop word."""
        frequencies = Counter(filter(None, terms))
        self.lengths.append(frequencies.total())
        for term, frequency in frequencies.items():
            documents, counts, _ = self._list(term)
            documents.append(number)
            counts.append(frequency)
        if self._has_positions:
            self._add_positions(terms)

    def lists(self) -> dict[str, PostingList]:
        return {term: PostingList(*lists) for term, lists in self._lists.items()}

    def _add_positions(self, terms: Sequence[str]) -> None:
        nexts: dict[str, int] = {}
        for place, term in enumerate(terms):
            if term:
                self._lists[term][2].append(place - nexts.get(term, 0))
                nexts[term] = place + 1

    def _list(self, term: str) -> tuple[array[int], array[int], array[int]]:
        known = self._lists.get(term)
        if known is None:
            known = self._lists[term] = (array("L"), array("L"), array("L"))
        return known
