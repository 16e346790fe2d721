"""Partitions: the postings of neighbouring terms, small enough to load for one query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.packed_column import PackedColumn
from cuttings.search_index.postings import Postings
from cuttings.search_index.term_list import pack_terms

PARTITION_SIZE = 10_000
"""Characters after which a partition is closed: about 7 KB gzipped."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One partition as it is written.

    Attributes:
        terms: Its terms, ascending.
        layout: For each term a packed bit set of the fields that hold it
            (bit 0 the first field), then for each of these the number of documents.
        documents: For each posting, in the order of terms and fields, the packed
            gap to the posting list's previous document (to -1 for its first)
            less one, doubled, plus one if the term occurs there more than once.
        frequencies: For each posting that occurs more than once, how often, less two.
    """

    terms: Sequence[str]
    layout: str
    documents: str
    frequencies: str

    @property
    def payload(self) -> list[str]:
        """What the script file holds before its terms' preview files and rarer words."""
        return [pack_terms(self.terms), self.layout, self.documents, self.frequencies]


def partitions(postings: Postings, size: int = PARTITION_SIZE) -> Iterator[Partition]:
    """Cut postings into partitions; those of one term stay together.

    Args:
        postings: All postings.
        size: Characters of packed postings and terms that close a partition.
    """
    layout, layout_bounds = _layout(postings)
    is_repeated = postings.frequencies > 1
    documents = PackedColumn.of(_gaps(postings) * 2 + is_repeated)
    frequencies = PackedColumn.of(postings.frequencies[is_repeated] - 2)
    repeated_bounds = np.concatenate([[0], np.cumsum(is_repeated)])[postings.bounds]
    lengths = np.concatenate([[0], np.cumsum(list(map(len, postings.terms)), dtype=np.intp)])
    ends = lengths + documents.bounds[postings.bounds] + frequencies.bounds[repeated_bounds]
    bounds = _bounds(ends, size)
    texts = zip(
        layout.cut(layout_bounds[bounds]),
        documents.cut(postings.bounds[bounds]),
        frequencies.cut(repeated_bounds[bounds]),
        strict=True,
    )
    for (start, end), parts in zip(pairwise(bounds), texts, strict=True):
        yield Partition(postings.terms[start:end], *parts)


def _layout(postings: Postings) -> tuple[PackedColumn, Numbers]:
    """Return the layout of all terms, and where that of each begins among its numbers."""
    lists = np.flatnonzero(postings.is_first_of_field)
    counts = np.diff(lists, append=len(postings.documents))
    bounds = np.searchsorted(lists, postings.bounds)
    held = np.left_shift(1, postings.fields[lists].astype(np.intp))
    present = np.diff(np.concatenate([[0], np.cumsum(held)])[bounds])
    numbers = np.insert(counts, bounds[:-1], present)
    return PackedColumn.of(numbers), bounds + np.arange(len(bounds))


def _gaps(postings: Postings) -> Numbers:
    documents = postings.documents
    return np.where(postings.is_first_of_field, documents, np.diff(documents, prepend=0) - 1)


def _bounds(ends: Numbers, size: int) -> list[int]:
    """Return where partitions begin among the terms, and the end of the last.

    Args:
        ends: How many characters all terms before each have, and all in the end.
        size: Characters that close a partition.
    """
    bounds = [0]
    last = len(ends) - 1
    while bounds[-1] < last:
        end = np.searchsorted(ends, ends[bounds[-1]] + size)
        bounds.append(min(int(end), last))
    return bounds
