"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.analysis import Analysis
from cuttings.search_index.field import FIELDS
from cuttings.search_index.token_column import STOP_WORD, AnalysedDocuments, TokenColumn


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


def invert(batches: Iterable[AnalysedDocuments], analysis: Analysis | None = None) -> InvertedIndex:
    """Make the index of analysed documents; their numbers are their places.

    Args:
        batches: The documents.
        analysis: Learns all spellings; a new one if None.
    """
    analysis = analysis or Analysis()
    drafts = tuple(_FieldDraft(field.has_positions) for field in FIELDS)
    for batch in batches:
        analysis.learn(batch.analysis)
        for draft, column in zip(drafts, batch.columns, strict=True):
            draft.add(column)
    fields = tuple(draft.close() for draft in drafts)
    lengths = tuple(lengths for lengths, _ in fields)
    return InvertedIndex(
        len(lengths[0]), lengths, tuple(lists for _, lists in fields), analysis.spellings()
    )


class _FieldDraft:
    """One field while it grows; a stable sort by term makes posting lists of it, all at once."""

    def __init__(self, has_positions: bool) -> None:
        self._has_positions = has_positions
        self._numbers: dict[str, int] = {"": STOP_WORD}
        self._tokens: list[Numbers] = [np.empty(0, np.uintc)]
        self._counts = array("I")

    def add(self, column: TokenColumn) -> None:
        """Add the next documents."""
        known = self._numbers
        numbers = [known.setdefault(term, len(known)) for term in column.terms]
        self._tokens.append(np.array(numbers, np.uintc)[np.asarray(column.tokens)])
        self._counts.extend(column.counts)

    def close(self) -> tuple[Sequence[int], dict[str, PostingList]]:
        """Return the number of terms in each document, and the posting lists by term."""
        counts = np.asarray(self._counts)
        tokens = np.concatenate(self._tokens)
        documents = np.repeat(np.arange(len(counts)), counts)
        places = np.arange(len(tokens)) - np.repeat(np.cumsum(counts) - counts, counts)
        kept = np.flatnonzero(tokens != STOP_WORD)
        lengths = np.bincount(documents[kept], minlength=len(counts))
        order = kept[np.argsort(tokens[kept], kind="stable")]
        lists = self._lists(tokens[order], documents[order], places[order])
        return _array(lengths), dict(zip(islice(self._numbers, 1, None), lists, strict=True))

    def _lists(self, tokens: Numbers, documents: Numbers, places: Numbers) -> Iterator[PostingList]:
        """Yield the posting list of each term; arguments go by term, document and place."""
        is_new_term = np.diff(tokens, prepend=STOP_WORD) != 0
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
