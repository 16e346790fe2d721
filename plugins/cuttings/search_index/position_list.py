"""Positions: where the terms of a partition stand, for the queries that ask for a phrase.

They weigh as much as the postings themselves, so they are files of their own, which a query
without a phrase never loads.
"""

from __future__ import annotations

from collections.abc import Iterable

from cuttings.search_index.inverted_index import TermPostings
from cuttings.search_index.packing import pack

SEPARATOR = " "
"""Stands after the positions of each term; occurs in no packed number."""


def pack_positions(postings: Iterable[TermPostings]) -> str:
    """Return the positions of all terms of a partition as one text.

    For each term, field after field and occurrence after occurrence, the packed
    number of tokens between it and the term's last occurrence in the same
    document, or the beginning of the field's text.
    """
    return "".join(
        "".join(pack(lists.positions) for lists in entry.fields) + SEPARATOR for entry in postings
    )
