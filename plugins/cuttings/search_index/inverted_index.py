"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

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

Numbers = NDArray[np.integer]
"""A column of whole numbers."""

_STOP_WORD = 0
"""Number that stands for every stop word."""


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
    for story in stories:
        count += 1
        for field, draft in zip(FIELDS, drafts, strict=True):
            draft.add(analysis.terms(field.text(story)))
    fields = tuple(draft.close() for draft in drafts)
    return InvertedIndex(
        count,
        tuple(lengths for lengths, _ in fields),
        tuple(lists for _, lists in fields),
        analysis.spellings(),
    )


class _FieldDraft:
    """One field while it grows: its documents one after the other, each term as its number.

    A stable sort by term makes posting lists of that, all at once.
    """

    def __init__(self, has_positions: bool) -> None:
        self._has_positions = has_positions
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        self._numbers[""] = _STOP_WORD
        self._tokens = array("I")
        self._counts = array("I")

    def add(self, terms: Sequence[str]) -> None:
        """Add the next document by its terms, "" in the place of a stop word."""
        self._tokens.extend(map(self._numbers.__getitem__, terms))
        self._counts.append(len(terms))

    def close(self) -> tuple[Sequence[int], dict[str, PostingList]]:
        """Return the number of terms in each document, and the posting lists by term."""
        counts = np.asarray(self._counts)
        documents = np.repeat(np.arange(len(counts)), counts)
        places = np.arange(len(self._tokens)) - np.repeat(np.cumsum(counts) - counts, counts)
        tokens = np.asarray(self._tokens)
        kept = np.flatnonzero(tokens != _STOP_WORD)
        lengths = np.bincount(documents[kept], minlength=len(counts))
        order = kept[np.argsort(tokens[kept], kind="stable")]
        lists = self._lists(tokens[order], documents[order], places[order])
        return _array(lengths), dict(zip(islice(self._numbers, 1, None), lists, strict=True))

    def _lists(self, tokens: Numbers, documents: Numbers, places: Numbers) -> Iterator[PostingList]:
        """Yield the posting list of each term; arguments go by term, document and place."""
        is_new_term = np.diff(tokens, prepend=_STOP_WORD) != 0
        is_new_posting = is_new_term | (np.diff(documents, prepend=-1) != 0)
        postings = np.flatnonzero(is_new_posting)
        gaps = np.where(is_new_posting, places, np.diff(places, prepend=0) - 1)
        starts = [*np.flatnonzero(is_new_term[postings]).tolist(), len(postings)]
        token_starts = [*np.flatnonzero(is_new_term).tolist(), len(tokens)]
        all_documents = _array(documents[postings])
        frequencies = _array(np.diff(postings, append=len(tokens)))
        positions = _array(gaps if self._has_positions else gaps[:0])
        for (start, end), (first, last) in zip(
            pairwise(starts), pairwise(token_starts), strict=True
        ):
            yield PostingList(
                all_documents[start:end], frequencies[start:end], positions[first:last]
            )


def _array(numbers: Numbers) -> array[int]:
    """Return numbers, each 0 or more, as an array that gives plain integers."""
    return array("I", numbers.astype(np.uintc).tobytes())
