"""A bar chart of stories over time."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from cuttings.browse.parts.period import Period

LONGEST_BY_MONTH = 36
"""Months that are still drawn month by month."""

LONGEST_BY_YEAR = 100
"""Years that are still drawn year by year."""


class ChartUnit(StrEnum):
    """The stretch of time that one bar stands for."""

    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart.

    Attributes:
        label: The stretch of time in words ("April 2024", "2024", "1980s").
        count: Stories in it.
        path: The page of that stretch from the site's root; "" if there is none.
        share: ``count`` as a share of the largest bar, from 0 to 1.
    """

    label: str
    count: int
    path: str
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in order of time, without gaps, and the unit they stand for."""

    unit: ChartUnit
    bars: tuple[Bar, ...]


def chart_over_time(
    days: Iterable[datetime.date], path_of: Callable[[Period], str] = lambda period: period.path
) -> Chart:
    """Count days by month if they are close together, else by year, else by decade.

    Args:
        days: The days of the stories.
        path_of: Where the stories of a month or year are listed, from the site's root.
    """
    months = Counter((day.year, day.month) for day in days)
    if not months:
        return Chart(ChartUnit.MONTH, ())
    first, last = min(months), max(months)
    if first == last:
        return Chart(ChartUnit.MONTH, ())
    if _month_number(last) - _month_number(first) < LONGEST_BY_MONTH:
        return Chart(ChartUnit.MONTH, month_bars(months, first, last, path_of))
    years = Counter[int]()
    for (year, _month), count in months.items():
        years[year] += count
    if last[0] - first[0] < LONGEST_BY_YEAR:
        return Chart(ChartUnit.YEAR, _year_bars(years, path_of))
    decades = Counter[int]()
    for year, count in years.items():
        decades[year // 10] += count
    return Chart(ChartUnit.DECADE, _bars(decades, lambda decade: (f"{decade}0s", "")))


def month_bars(
    months: Counter[tuple[int, int]],
    first: tuple[int, int],
    last: tuple[int, int],
    path_of: Callable[[Period], str] = lambda period: period.path,
) -> tuple[Bar, ...]:
    """Draw one bar for each month from ``first`` to ``last`` (year, month), both included."""
    numbers = Counter({_month_number(month): count for month, count in months.items()})
    numbers.setdefault(_month_number(first), 0)
    numbers.setdefault(_month_number(last), 0)

    def named(number: int) -> tuple[str, str]:
        period = Period(number // 12, number % 12 + 1)
        return period.label, path_of(period)

    return _bars(numbers, named)


def day_bars(days: Counter[Period], path_of: Callable[[Period], str]) -> tuple[Bar, ...]:
    """Draw one bar for each day of the month that all ``days`` are of."""
    some = next(iter(days))
    numbers = Counter({day.day: count for day, count in days.items()})
    for end in (1, calendar.monthrange(some.year, some.month)[1]):
        numbers.setdefault(end, 0)

    def named(number: int) -> tuple[str, str]:
        day = Period(some.year, some.month, number)
        return day.label, path_of(day)

    return _bars(numbers, named)


def _year_bars(years: Counter[int], path_of: Callable[[Period], str]) -> tuple[Bar, ...]:
    return _bars(years, lambda year: (str(year), path_of(Period(year))))


def _bars(counts: Counter[int], named: Callable[[int], tuple[str, str]]) -> tuple[Bar, ...]:
    largest = max(counts.values()) or 1
    bars = []
    for number in range(min(counts), max(counts) + 1):
        label, path = named(number)
        count = counts[number]
        bars.append(Bar(label, count, path if count else "", count / largest))
    return tuple(bars)


def _month_number(month: tuple[int, int]) -> int:
    return month[0] * 12 + month[1] - 1
