"""Postings as tests write and read them: for each term what each field has of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cuttings.search_index.postings import Postings

TermPostings = Sequence[Sequence[tuple[int, int]]]
"""For each field the documents that hold a term, each with how often."""


def made_postings(terms: Mapping[str, TermPostings], gaps: Sequence[int] | None = None) -> Postings:
    """Return the postings of terms, which are in their order; without gaps they are all 0."""
    rows = [
        (field, *posting)
        for fields in terms.values()
        for field, postings in enumerate(fields)
        for posting in postings
    ]
    counts = [sum(map(len, fields)) for fields in terms.values()]
    fields, documents, frequencies = np.array(rows, np.intp).reshape(-1, 3).T
    size = int(frequencies.sum())
    return Postings(
        tuple(terms),
        np.concatenate([[0], np.cumsum(counts, dtype=np.intp)]),
        fields,
        documents,
        frequencies,
        gaps=np.zeros(size, np.intp) if gaps is None else np.array(gaps, np.intp),
        forms=np.zeros(size, np.intp),
    )


def read_postings(postings: Postings) -> dict[str, dict[int, list[tuple[int, int]]]]:
    """Return for each term the documents that hold it by the number of the field."""
    found: dict[str, dict[int, list[tuple[int, int]]]] = {term: {} for term in postings.terms}
    columns = (postings.term_numbers, postings.fields, postings.documents, postings.frequencies)
    for term, field, *posting in zip(*(column.tolist() for column in columns), strict=True):
        found[postings.terms[term]].setdefault(field, []).append(tuple(posting))
    return found
