"""Sorted terms, front-coded: each says how much it shares with the one before."""

from __future__ import annotations

from collections.abc import Iterable

from cuttings.search_index.packing import pack_number

SEPARATOR = " "
"""Stands after each term; occurs in none, and in no packed number."""


def pack_terms(terms: Iterable[str]) -> str:
    """Return sorted terms as one text.

    Each is the packed number of UTF-16 code units it shares with the term
    before, the rest, and a space.
    """
    pieces: list[str] = []
    previous = ""
    for term in terms:
        pieces.append(front_coded(term, previous))
        previous = term
    return "".join(pieces)


def front_coded(term: str, known: str) -> str:
    """Return ``term`` by what it shares with a ``known`` one, and a separator."""
    shared = shared_length(known, term)
    units = shared if term.isascii() else len(term[:shared].encode("utf-16-be")) // 2
    return f"{pack_number(units)}{term[shared:]}{SEPARATOR}"


def shared_length(first: str, second: str) -> int:
    """Return how many characters two terms have in common at their start."""
    if second.startswith(first):
        return len(first)
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))
