"""Postings: which documents hold each term in which field, and where, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.stable_order import stable_order


@dataclass(frozen=True)
class Postings:
    """The postings of all terms: term after term, field after field, document after document.

    Attributes:
        terms: The terms, ascending as JavaScript sorts; a term's number is its place.
        bounds: Where the postings of each term begin, and the end of the last.
        fields: The field of each posting.
        documents: Its document.
        frequencies: How often that holds the term there.
        gaps: For each occurrence the number of tokens since the last one of the same posting, or
            the beginning of the field's text.
        forms: For each occurrence the number of its surface form.
    """

    terms: Sequence[str]
    bounds: Numbers
    fields: Numbers
    documents: Numbers
    frequencies: Numbers
    gaps: Numbers
    forms: Numbers

    @cached_property
    def term_numbers(self) -> Numbers:
        """The term of each posting."""
        return np.repeat(np.arange(len(self.terms)), np.diff(self.bounds))

    @cached_property
    def occurrence_bounds(self) -> Numbers:
        """Where the occurrences of each posting begin, and the end of the last."""
        return np.concatenate([np.zeros(1, np.intp), np.cumsum(self.frequencies, dtype=np.intp)])

    @cached_property
    def is_first_of_field(self) -> NDArray[np.bool_]:
        """Whether each posting is the first of its term in its field."""
        is_first: NDArray[np.bool_] = np.diff(self.fields.astype(np.intp), prepend=-1) != 0
        is_first[self.bounds[:-1]] = True
        return is_first

    @cached_property
    def holding(self) -> Holding:
        """The documents that hold each term in any field."""
        return Holding.of(self)


@dataclass(frozen=True, slots=True)
class Holding:
    """The documents that hold each term in any field, ascending.

    Attributes:
        bounds: Where the documents of each term begin, and the end of the last.
        documents: The documents, term after term.
        places: The place of each posting's document among these.
    """

    bounds: Numbers
    documents: Numbers
    places: Numbers

    @classmethod
    def of(cls, postings: Postings) -> Holding:
        """Find them."""
        size = int(postings.documents.max(initial=0)) + 1
        all_keys = postings.term_numbers * size + postings.documents
        order = stable_order(all_keys)
        ordered = all_keys[order]
        is_new = np.diff(ordered, prepend=-1) != 0
        places = np.empty(len(order), np.intp)
        places[order] = np.cumsum(is_new) - 1
        keys = ordered[is_new]
        bounds = np.searchsorted(keys, np.arange(len(postings.terms) + 1) * size)
        return cls(bounds, keys % size, places)

    @property
    def counts(self) -> Numbers:
        """How many documents hold each term."""
        return np.diff(self.bounds)
