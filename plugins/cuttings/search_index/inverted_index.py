"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.field import FIELDS
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import SurfaceForm
from cuttings.search_index.token_column import (
    STOP_FORM,
    STOP_WORD,
    AnalysedDocuments,
    TokenColumn,
)


@dataclass(frozen=True, slots=True)
class PostingList:
    """The documents that hold one term in one field.

    Attributes:
        documents: Their numbers, ascending.
        frequencies: How often each holds the term.
        positions: Where it stands, document after document, each as the number of
            tokens since its last occurrence in that document; empty for a field
            without positions.
        forms: The number of the form that each occurrence has, in the same order.
    """

    documents: Sequence[int]
    frequencies: Sequence[int]
    positions: Sequence[int] = ()
    forms: Sequence[int] = ()


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
        lengths: For each field the number of terms in each document, compounds aside.
        fields: For each field its posting lists by term.
        spellings: For each term a word to show for it.
        forms: Each surface form, by its number.
    """

    documents: int
    lengths: tuple[Sequence[int], ...]
    fields: tuple[dict[str, PostingList], ...]
    spellings: Mapping[str, str]
    forms: Sequence[SurfaceForm] = ()

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
    numbers = {STOP_FORM: STOP_WORD}
    drafts = tuple(_FieldDraft(numbers, field.has_positions) for field in FIELDS)
    for batch in batches:
        analysis.learn(batch.analysis)
        for draft, column in zip(drafts, batch.columns, strict=True):
            draft.add(column)
    terms: dict[str, int] = {"": STOP_WORD}
    term_numbers = np.array([terms.setdefault(form.term, len(terms)) for form in numbers], np.uintc)
    fields = tuple(draft.close(tuple(terms), term_numbers) for draft in drafts)
    lengths = tuple(lengths for lengths, _ in fields)
    lists = tuple(lists for _, lists in fields)
    return InvertedIndex(len(lengths[0]), lengths, lists, analysis.spellings(), tuple(numbers))


class _FieldDraft:
    """One field while it grows; a stable sort by term makes posting lists of it, all at once.

    Args:
        numbers: The number of each form, which all fields share.
        has_positions: Whether its posting lists say where a term stands.
    """

    def __init__(self, numbers: dict[SurfaceForm, int], has_positions: bool) -> None:
        self._numbers = numbers
        self._has_positions = has_positions
        self._tokens: list[Numbers] = [np.empty(0, np.uintc)]
        self._counts = array("I")
        self._size = 0
        self._compound_places: list[Numbers] = [np.empty(0, np.intp)]
        self._compounds: list[Numbers] = [np.empty(0, np.uintc)]

    def add(self, column: TokenColumn) -> None:
        """Add the next documents."""
        known = self._numbers
        numbers = np.array([known.setdefault(form, len(known)) for form in column.forms], np.uintc)
        self._tokens.append(numbers[np.asarray(column.tokens)])
        self._compounds.append(numbers[np.asarray(column.compounds)])
        self._compound_places.append(np.asarray(column.compound_places, np.intp) + self._size)
        self._counts.extend(column.counts)
        self._size += len(column.tokens)

    def close(
        self, terms: Sequence[str], term_numbers: Numbers
    ) -> tuple[Sequence[int], dict[str, PostingList]]:
        """Return the number of terms in each document, and the posting lists by term.

        A compound is found as a term, too, but does not make a document longer: its words do.

        Args:
            terms: Each term, by its number.
            term_numbers: The number of each form's term.
        """
        counts = np.asarray(self._counts)
        words = np.concatenate(self._tokens)
        compound_places = np.concatenate(self._compound_places)
        at = np.concatenate([np.arange(len(words)), compound_places])
        forms = np.concatenate([words, *self._compounds])
        of_token = np.repeat(np.arange(len(counts)), counts)
        in_document = np.arange(len(words)) - np.repeat(np.cumsum(counts) - counts, counts)
        tokens, documents, places = term_numbers[forms], of_token[at], in_document[at]
        kept = np.flatnonzero(tokens != STOP_WORD)
        lengths = np.bincount(documents[kept[kept < len(words)]], minlength=len(counts))
        order = kept[np.lexsort((at[kept], tokens[kept]))]
        lists = self._lists(tokens[order], documents[order], places[order], forms[order])
        return _array(lengths), {terms[number]: postings for number, postings in lists}

    def _lists(
        self, tokens: Numbers, documents: Numbers, places: Numbers, forms: Numbers
    ) -> Iterator[tuple[int, PostingList]]:
        """Yield each term's number and posting list; arguments go by term, document and place."""
        is_new_term = np.diff(tokens, prepend=STOP_WORD) != 0
        is_new_posting = is_new_term | (np.diff(documents, prepend=-1) != 0)
        postings = np.flatnonzero(is_new_posting)
        gaps = np.where(is_new_posting, places, np.diff(places, prepend=0) - 1)
        starts = [*np.flatnonzero(is_new_term[postings]).tolist(), len(postings)]
        token_starts = [*np.flatnonzero(is_new_term).tolist(), len(tokens)]
        all_documents = _array(documents[postings])
        frequencies = _array(np.diff(postings, append=len(tokens)))
        positions = _array(gaps if self._has_positions else gaps[:0])
        all_forms = _array(forms)
        numbers = tokens[np.flatnonzero(is_new_term)].tolist()
        for number, (start, end), (first, last) in zip(
            numbers, pairwise(starts), pairwise(token_starts), strict=True
        ):
            yield (
                number,
                PostingList(
                    all_documents[start:end],
                    frequencies[start:end],
                    positions[first:last],
                    all_forms[first:last],
                ),
            )


def _array(numbers: Numbers) -> array[int]:
    """Return numbers, each 0 or more, as an array that gives plain integers."""
    return array("I", numbers.astype(np.uintc).tobytes())
