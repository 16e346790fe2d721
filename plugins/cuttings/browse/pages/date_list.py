"""The list of years and months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.browse.pages.period_page import months_of_year
from cuttings.browse.parts.chart import Bar
from cuttings.browse.parts.period import Period
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One year of the list.

    Attributes:
        year: The year in digits.
        path: Its page's path from the site's root.
        count: Number of its stories.
        months: Its twelve months.
    """

    year: str
    path: str
    count: int
    months: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateList:
    """What the list of dates shows.

    Attributes:
        path: The page's path from the site's root.
        years: From the newest.
        undated: Number of stories without a date; their page is
            ``dates/undated.html`` if there are any.
    """

    path: str
    years: tuple[YearRow, ...]
    undated: int


def make_date_list(stories: Sequence[TaggedArticle]) -> DateList:
    """List every year in which a story was published."""
    years: dict[int, list[TaggedArticle]] = {}
    for story in stories:
        if date := story.article.date:
            years.setdefault(date.year, []).append(story)
    return DateList(
        path="dates/index.html",
        years=tuple(_row(year, years[year]) for year in sorted(years, reverse=True)),
        undated=len(stories) - sum(map(len, years.values())),
    )


def _row(year: int, stories: Sequence[TaggedArticle]) -> YearRow:
    period = Period(year)
    return YearRow(
        year=period.label,
        path=period.path,
        count=len(stories),
        months=months_of_year(year, stories),
    )
