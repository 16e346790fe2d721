"""Names of months and days of the week in the languages that stories are dated in."""

from __future__ import annotations

import calendar
import importlib
from collections.abc import Iterator
from functools import cache

LANGUAGES = "en de fr es it pt nl pl ru uk el tr sv da nb fi".split()
_MONTHS = tuple(map(str.lower, calendar.month_name[1:]))
_WEEKDAYS = tuple(map(str.lower, calendar.day_name))
_SHORTEST = 3
"""Letters of the shortest abbreviation of a month that is not another word, too."""


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
