"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from cuttings.search_index.analysed_documents import AnalysedDocuments, Numbers
from cuttings.search_index.field import FIELDS
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import SMALL, SurfaceForm

STOP_WORD = 0
"""Number that stands for every stop word."""

STOP_FORM = SurfaceForm("", "", SMALL)
"""The form of every stop word."""


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


@dataclass(frozen=True)
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

    @cached_property
    def document_count(self) -> int:
        """How many documents hold the term in any field."""
        holding = [postings.documents for postings in self.fields if postings.documents]
        return len(holding[0]) if len(holding) == 1 else len(self.documents)


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
    documents = AnalysedDocuments.joined(batches)
    analysis.learn(documents.words)
    numbers = {STOP_FORM: STOP_WORD}
    form_numbers = [numbers.setdefault(form, len(numbers)) for form in documents.words.values()]
    terms = {"": STOP_WORD}
    term_numbers = [terms.setdefault(form.term, len(terms)) for form in numbers]
    draft = _Draft(documents, np.array(form_numbers, np.intp), np.array(term_numbers, np.intp))
    fields = [draft.field(place, field.has_positions) for place, field in enumerate(FIELDS)]
    names = tuple(terms)
    lists = tuple({names[number]: postings for number, postings in found} for _, found in fields)
    lengths = tuple(_array(lengths) for lengths, _ in fields)
    return InvertedIndex(
        len(documents.counts), lengths, lists, analysis.spellings(), tuple(numbers)
    )


class _Draft:
    """An index while it is made.

    Args:
        documents: The documents.
        form_numbers: The number of each spelling's form.
        term_numbers: The number of each form's term.
    """

    def __init__(
        self, documents: AnalysedDocuments, form_numbers: Numbers, term_numbers: Numbers
    ) -> None:
        self._counts = documents.counts
        self._compound_counts = documents.compound_counts
        self._forms = form_numbers[documents.tokens]
        self._compound_forms = form_numbers[documents.compounds]
        self._compound_places = documents.compound_places
        self._fields = _fields(documents.counts)
        self._compound_fields = _fields(documents.compound_counts)
        self._term_numbers = term_numbers

    def field(
        self, place: int, has_positions: bool
    ) -> tuple[Numbers, Iterator[tuple[int, PostingList]]]:
        """Return the number of terms in each document, and the posting list of each term's number.

        A compound is found as a term, too, but does not make a document longer: its words do.
        A stable sort by term makes posting lists of the field, all at once.

        Args:
            place: Which field.
            has_positions: Whether its posting lists say where a term stands.
        """
        counts = self._counts[:, place].astype(np.intp)
        starts = np.cumsum(counts) - counts
        of_word = np.repeat(np.arange(len(counts)), counts)
        words = self._forms[self._fields == place]
        is_compound = self._compound_fields == place
        of_compound = np.repeat(np.arange(len(counts)), self._compound_counts[:, place])
        compounds_at = starts[of_compound] + self._compound_places[is_compound]
        forms = np.concatenate([words, self._compound_forms[is_compound]])
        at = np.concatenate([np.arange(len(words)), compounds_at])
        tokens = self._term_numbers[forms]
        kept = np.flatnonzero(tokens != STOP_WORD)
        lengths = np.bincount(of_word[kept[kept < len(words)]], minlength=len(counts))
        order = kept[np.argsort(tokens[kept] * (len(words) + 1) + at[kept], kind="stable")]
        documents = of_word[at[order]]
        places = at[order] - starts[documents]
        lists = _posting_lists(
            tokens[order], documents, places, forms[order], has_positions=has_positions
        )
        return lengths, lists


def _fields(counts: Numbers) -> Numbers:
    """Return the field of each item, given how many each document has in each field."""
    return np.repeat(np.tile(np.arange(len(FIELDS)), len(counts)), counts.ravel())


def _posting_lists(
    tokens: Numbers, documents: Numbers, places: Numbers, forms: Numbers, *, has_positions: bool
) -> Iterator[tuple[int, PostingList]]:
    """Yield each term's number and posting list; the columns go by term, document and place."""
    is_new_term = np.diff(tokens, prepend=STOP_WORD) != 0
    is_new_posting = is_new_term | (np.diff(documents, prepend=-1) != 0)
    postings = np.flatnonzero(is_new_posting)
    gaps = np.where(is_new_posting, places, np.diff(places, prepend=0) - 1)
    starts = [*np.flatnonzero(is_new_term[postings]).tolist(), len(postings)]
    token_starts = [*np.flatnonzero(is_new_term).tolist(), len(tokens)]
    all_documents = _array(documents[postings])
    frequencies = _array(np.diff(postings, append=len(tokens)))
    positions = _array(gaps if has_positions else gaps[:0])
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
