"""The pages of a year, of a month, of a day in a long month, and of the undated stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.parts.chart import Bar, day_bars, month_bars
from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.parts.day_place import DayPlaces
from cuttings.browse.parts.entity_count import MOST_BESIDE_STORIES, EntityCount, count_entities
from cuttings.browse.parts.link import Link
from cuttings.browse.parts.period import UNDATED_LABEL, UNDATED_PATH, Period
from cuttings.browse.parts.story_list import (
    STORIES_IN_A_PART,
    has_summaries,
    part_paths,
    split_into_parts,
)
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Stories listed under one heading.

    Attributes:
        day: Their day on the page of a month; else None, and they have no heading.
        stories: The stories, newest first.
    """

    day: Period | None
    stories: tuple[TaggedArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPage:
    """What the page of a year, month or day shows.

    Attributes:
        path: The page's path from the site's root.
        label: The period in words ("April 2024"), or "Undated".
        above: Links to the longer periods that it is part of, the longest first.
        count: Number of its stories, over all parts.
        months: The months of a year; empty for other periods.
        days: The days of a month; empty for other periods.
        is_day: Whether the period is one day.
        people: The people mentioned most; on the first part only.
        countries: The countries mentioned most; on the first part only.
        groups: The stories of this part, newest first; those of a month by day. Empty for a year or
            a month of too many stories for one page, which the pages of its months or days list.
        newer: The next period of the same length that has stories, or None.
        older: The one before, or None.
        part: Which part of a long list this is, from 1.
        parts: Links to all parts; empty if there is only one.
    """

    path: str
    label: str
    above: tuple[Link, ...]
    count: int
    months: tuple[Bar, ...]
    days: tuple[Bar, ...]
    is_day: bool
    people: tuple[EntityCount, ...]
    countries: tuple[EntityCount, ...]
    groups: tuple[DayGroup, ...]
    newer: Link | None
    older: Link | None
    part: int
    parts: tuple[Link, ...]

    @property
    def has_summaries(self) -> bool:
        """Whether the beginning of each story stands below its headline."""
        return has_summaries(self.count)


def period_pages(stories: Sequence[TaggedArticle]) -> Iterator[LazyPage[PeriodPage]]:
    """Yield each page of a period.

    The periods are every year and month with stories, the days of months that are too long for one
    page, and that of the undated stories.
    """
    places = DayPlaces(stories)
    years: dict[Period, list[TaggedArticle]] = {}
    months: dict[Period, list[TaggedArticle]] = {}
    days: dict[Period, list[TaggedArticle]] = {}
    undated: list[TaggedArticle] = []
    for story in stories:
        if date := story.article.date:
            years.setdefault(Period(date.year), []).append(story)
            months.setdefault(Period(date.year, date.month), []).append(story)
            if places.has_page(day := Period.of_day(date)):
                days.setdefault(day, []).append(story)
        else:
            undated.append(story)
    for periods in (years, months, days):
        order = sorted(periods)
        links: list[Link | None] = [None, *(_link(period) for period in order), None]
        for position, period in enumerate(order):
            yield from _lazily(
                period, periods[period], places, older=links[position], newer=links[position + 2]
            )
    if undated:
        yield from _lazily(None, undated, places, older=None, newer=None)


def _lazily(
    period: Period | None,
    stories: Sequence[TaggedArticle],
    places: DayPlaces,
    *,
    older: Link | None,
    newer: Link | None,
) -> Iterator[LazyPage[PeriodPage]]:
    @lru_cache(maxsize=1)
    def pages() -> tuple[PeriodPage, ...]:
        return tuple(_pages_of(period, stories, places, older=older, newer=newer))

    def make(place: int) -> PeriodPage:
        return pages()[place]

    @lru_cache(maxsize=1)
    def digest() -> str:
        return content_digest(stories, older, newer)

    def exact(place: int) -> str:
        page = make(place)
        shown = [story for group in page.groups for story in group.stories]
        days = [(group.day, len(group.stories)) for group in page.groups]
        return content_digest(shown, days, replace(page, groups=()))

    path = period.path if period else UNDATED_PATH
    for place, part_path in enumerate(part_paths(len(_listed(period, stories)), path)):
        yield LazyPage(part_path, partial(make, place), digest, partial(exact, place))


def _pages_of(
    period: Period | None,
    stories: Sequence[TaggedArticle],
    places: DayPlaces,
    *,
    older: Link | None,
    newer: Link | None,
) -> Iterator[PeriodPage]:
    people = count_entities(stories, EntityKind.PERSON, limit=MOST_BESIDE_STORIES)
    countries = count_entities(stories, EntityKind.COUNTRY, limit=MOST_BESIDE_STORIES)
    is_month = bool(period and period.month and not period.day)
    months = months_of_year(period.year, stories) if period and not period.month else ()
    days = days_of_month(stories, places) if is_month else ()
    listed = _listed(period, stories)
    for part in split_into_parts(listed, period.path if period else UNDATED_PATH):
        is_first = part.number == 1
        yield PeriodPage(
            path=part.path,
            label=period.label if period else UNDATED_LABEL,
            above=tuple(map(_link, period.above)) if period else (),
            count=len(stories),
            months=months,
            people=people if is_first else (),
            countries=countries if is_first else (),
            days=days,
            is_day=bool(period and period.day),
            groups=_groups(part.stories, by_day=is_month),
            newer=newer,
            older=older,
            part=part.number,
            parts=part.parts,
        )


def _link(period: Period) -> Link:
    return Link(period.label, period.path)


def months_of_year(year: int, stories: Sequence[TaggedArticle]) -> tuple[Bar, ...]:
    """Draw the twelve months of ``year``; all ``stories`` are of that year."""
    counts = Counter(
        (story.article.date.year, story.article.date.month)
        for story in stories
        if story.article.date
    )
    return month_bars(counts, (year, 1), (year, 12))


def days_of_month(stories: Sequence[TaggedArticle], places: DayPlaces) -> tuple[Bar, ...]:
    """Draw the days of the month that all ``stories`` are of."""
    counts = Counter(Period.of_day(day) for story in stories if (day := story.article.day))
    return day_bars(counts, places.path_of)


def _listed(period: Period | None, stories: Sequence[TaggedArticle]) -> Sequence[TaggedArticle]:
    """Return those stories of a period that its own pages list: all, or none."""
    has_shorter = period is not None and not period.day
    return () if has_shorter and len(stories) > STORIES_IN_A_PART else stories


def _groups(stories: Sequence[TaggedArticle], *, by_day: bool) -> tuple[DayGroup, ...]:
    groups: dict[Period | None, list[TaggedArticle]] = {}
    for story in stories:
        day = Period.of_day(story.article.day) if by_day and story.article.day else None
        groups.setdefault(day, []).append(story)
    return tuple(DayGroup(day, tuple(found)) for day, found in groups.items())
