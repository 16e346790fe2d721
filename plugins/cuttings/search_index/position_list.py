"""Positions: where the terms of a partition stand, for the queries that ask for a phrase.

They weigh as much as the postings themselves, so they are files of their own, which a query
without a phrase never loads.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cuttings.search_index.field import FIELDS
from cuttings.search_index.packed_column import PackedColumn
from cuttings.search_index.postings import Postings

SEPARATOR = " "
"""Stands after the positions of each term; occurs in no packed number."""

_HAS_POSITIONS = np.array([field.has_positions for field in FIELDS])


def pack_positions(postings: Postings) -> Iterator[str]:
    """Yield the positions of each term.

    They are, field after field and occurrence after occurrence, the packed number of tokens
    between it and the term's last occurrence in the same document, or the beginning of the
    field's text.
    """
    has_positions = _HAS_POSITIONS[postings.fields]
    written = np.repeat(has_positions, postings.frequencies)
    counts = np.where(has_positions, postings.frequencies, 0)
    bounds = np.concatenate([[0], np.cumsum(counts)])[postings.bounds]
    return (text + SEPARATOR for text in PackedColumn.of(postings.gaps[written]).cut(bounds))
