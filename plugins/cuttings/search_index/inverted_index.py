"""The inverted index: for each term and field the documents that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.analysed_documents import AnalysedDocuments, Numbers
from cuttings.search_index.field import FIELDS
from cuttings.search_index.postings import Postings
from cuttings.search_index.stable_order import stable_order
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import SurfaceForm

STOP_WORD = -1
"""Number that stands for every stop word."""


@dataclass(frozen=True, slots=True)
class InvertedIndex:
    """An inverted index as it is built, whole and in memory.

    Attributes:
        documents: Number of documents.
        lengths: For each field the number of terms in each document, compounds aside.
        postings: The postings of all terms.
        spellings: For each term a word to show for it.
        forms: Each surface form, by its number.
    """

    documents: int
    lengths: tuple[Numbers, ...]
    postings: Postings
    spellings: Mapping[str, str]
    forms: Sequence[SurfaceForm] = ()


def utf16(term: str) -> bytes:
    """Return a key that sorts text as JavaScript's ``<`` does."""
    return term.encode("utf-16-be")


def utf16_sorted(terms: Iterable[str]) -> list[str]:
    """Sort text as JavaScript's ``<`` does."""
    ordered = sorted(terms)
    # Python's order is another one only where letters take two code units.
    text = "".join(ordered)
    return ordered if len(utf16(text)) == 2 * len(text) else sorted(ordered, key=utf16)


def invert(batches: Iterable[AnalysedDocuments], analysis: Analysis | None = None) -> InvertedIndex:
    """Make the index of analysed documents; their numbers are their places.

    Args:
        batches: The documents.
        analysis: Learns all spellings; a new one if None.
    """
    analysis = analysis or Analysis()
    documents = AnalysedDocuments.joined(batches)
    analysis.learn(documents.words)
    numbers: dict[SurfaceForm, int] = {}
    form_numbers = [numbers.setdefault(form, len(numbers)) for form in documents.words.values()]
    terms = utf16_sorted({form.term for form in numbers if form.term})
    places = {term: place for place, term in enumerate(terms)} | {"": STOP_WORD}
    forms = tuple(numbers)
    occurrences = _Occurrences.of(
        documents,
        np.array(form_numbers, np.intc),
        np.array([places[form.term] for form in forms], np.intc),
    )
    return InvertedIndex(
        len(documents.counts),
        occurrences.lengths,
        occurrences.postings(terms),
        analysis.spellings(),
        forms,
    )


@dataclass(frozen=True, slots=True)
class _Occurrences:
    """Occurrences of terms in the order of the documents, compounds after their second words.

    Attributes:
        texts: The text that each stands in: the document times the number of fields, plus the
            field.
        places: Where each stands in it.
        forms: The number of its form.
        terms: The number of its term.
        lengths: For each field the number of terms in each document, compounds aside.
    """

    texts: Numbers
    places: Numbers
    forms: Numbers
    terms: Numbers
    lengths: tuple[Numbers, ...]

    @classmethod
    def of(
        cls, documents: AnalysedDocuments, form_numbers: Numbers, term_numbers: Numbers
    ) -> _Occurrences:
        """Take them from documents.

        A compound is found as a term, too, but does not make a document longer: its words do.

        Args:
            documents: The documents.
            form_numbers: The number of each spelling's form.
            term_numbers: The number of each form's term.
        """
        counts = documents.counts.ravel().astype(np.intp)
        starts = np.cumsum(counts) - counts
        texts = _texts(documents.counts)
        places = np.arange(len(texts)) - starts[texts]
        forms = form_numbers[documents.tokens]
        is_term = term_numbers[forms] != STOP_WORD
        lengths = np.bincount(texts[is_term], minlength=len(counts)).reshape(-1, len(FIELDS))
        if len(documents.compounds):
            compound_texts = _texts(documents.compound_counts)
            at = starts[compound_texts] + documents.compound_places + 1
            texts = np.insert(texts, at, compound_texts)
            places = np.insert(places, at, documents.compound_places)
            forms = np.insert(forms, at, form_numbers[documents.compounds])
            is_term = term_numbers[forms] != STOP_WORD
        kept = np.flatnonzero(is_term)
        forms = forms[kept]
        return cls(
            texts[kept],
            places[kept].astype(np.intc),
            forms,
            term_numbers[forms],
            tuple(lengths.T),
        )

    def postings(self, terms: Sequence[str]) -> Postings:
        """Return the postings of all terms.

        A stable sort by term and field leaves documents and places in their order.
        """
        lists = self.terms * np.intc(len(FIELDS)) + self.texts % np.intc(len(FIELDS))
        order = stable_order(lists)
        lists, texts, places = lists[order], self.texts[order], self.places[order]
        is_new = _differs(lists) | _differs(texts)
        first = np.flatnonzero(is_new)
        term_numbers, fields = np.divmod(lists[first], len(FIELDS))
        return Postings(
            terms,
            bounds=np.searchsorted(term_numbers, np.arange(len(terms) + 1)),
            fields=fields.astype(np.uint8),
            documents=texts[first] // np.intc(len(FIELDS)),
            frequencies=np.diff(first, append=len(lists)),
            gaps=np.where(is_new, places, np.diff(places, prepend=np.intc(0)) - np.intc(1)),
            forms=self.forms[order],
        )


def _differs(column: Numbers) -> NDArray[np.bool_]:
    """Return whether each number is another one than that before it."""
    differs = np.ones(len(column), bool)
    np.not_equal(column[1:], column[:-1], out=differs[1:])
    return differs


def _texts(counts: Numbers) -> Numbers:
    """Return the text of each item, given how many each document has in each field."""
    return np.repeat(np.arange(counts.size, dtype=np.intc), counts.ravel())
