from __future__ import annotations

from itertools import product

import pytest

from cuttings.entities.words.full_names import FullNames
from cuttings.entities.words.short_names import is_short_for

NAMES = (
    "Antony J. Blinken",
    "A. Blinken",
    "Ann Blinken",
    "Charles de Gaulle",
    "Leo XIII",
    "Pope Francis",
    "Xi Jinping",
    "J. K. Rowling",
    "Joanne Kathleen Rowling",
    "George Bush Sr.",
    "George W. Bush",
    "Pelé",
    "Al-Assad Bashar",
)
SHORT = (
    *NAMES,
    *"Blinken Gaulle Francis Jinping Xi Bush Leo .".split(),
    *("A. J. Blinken", "de Gaulle", "K. Rowling", "Kathleen Rowling", "J. Rowling", "G. Bush"),
)


@pytest.mark.parametrize("short", SHORT)
def test_the_same_names_are_found_as_by_comparing_each(short: str) -> None:
    names = FullNames()
    for name in NAMES:
        names.add(name)
    assert list(names.fitting(short)) == [name for name in NAMES if is_short_for(short, name)]


def test_something_is_compared() -> None:
    assert sum(is_short_for(short, full) for short, full in product(SHORT, NAMES)) > 30
