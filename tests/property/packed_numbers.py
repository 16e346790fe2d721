"""Reads packed numbers."""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.search_index.packing import FINAL_DIGITS, LEADING_DIGITS


def unpack(text: str) -> Iterator[int]:
    """Read numbers as the format says, apart from the code that writes them."""
    rest = 0
    for character in text:
        if character in LEADING_DIGITS:
            rest = rest * len(LEADING_DIGITS) + LEADING_DIGITS.index(character) + 1
        else:
            yield rest * len(FINAL_DIGITS) + FINAL_DIGITS.index(character)
            rest = 0
    assert rest == 0
