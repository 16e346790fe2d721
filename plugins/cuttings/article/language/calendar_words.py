"""Names of months and days of the week in the languages that stories are dated in."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache

LANGUAGES = "en de fr es it pt nl pl ru uk el tr sv da nb fi".split()
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_SHORTEST = 3
"""Letters of the shortest abbreviation of a month that is not another word, too."""

ENGLISH_MONTHS = frozenset((*_MONTHS, *(month[:3] for month in _MONTHS), "sept"))
"""Names and abbreviations of the months in English, in lower case."""

ENGLISH_DAYS_AND_MONTHS = ENGLISH_MONTHS.union(_WEEKDAYS)
"""The same and the days of the week.
An abbreviated day is more often another word ("Sat", "Sun")."""


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of each month by its names and abbreviations, in lower case.

    A name of two months, as that of one language may be in another, is left out.
    """
    numbers: dict[str, int] = {}
    doubtful: set[str] = set()
    for number, month in enumerate(_MONTHS, start=1):
        for name in _names(month):
            if numbers.setdefault(name, number) != number:
                doubtful.add(name)
    return {
        name: number
        for name, number in numbers.items()
        if len(name) >= _SHORTEST and name not in doubtful
    }


@cache
def weekday_names() -> frozenset[str]:
    """Return the names and abbreviations of the days of the week, in lower case."""
    return frozenset(name for day in _WEEKDAYS for name in _names(day))


def _names(english: str) -> Iterator[str]:
    """Yield the names of a month or day in all languages, as dateparser's tables have them."""
    for language in LANGUAGES:
        table = importlib.import_module(f"dateparser.data.date_translation_data.{language}")
        yield from (name.casefold().rstrip(".") for name in table.info[english])
