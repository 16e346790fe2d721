"""The pages of a publication."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.parts.chart import Bar, ChartUnit, chart_over_time
from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.parts.entity_count import MOST_BESIDE_STORIES, EntityCount, count_entities
from cuttings.browse.parts.link import Link
from cuttings.browse.parts.source_count import SourceCount, count_sources, source_path
from cuttings.browse.parts.story_list import (
    YearGroup,
    group_by_year,
    has_summaries,
    part_paths,
    split_into_parts,
)
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """What a publication's page shows.

    Attributes:
        path: The page's path from the site's root.
        name: The publication.
        count: Number of its stories, over all parts.
        first: The oldest day of publication, or None.
        last: The latest day of publication, or None.
        chart: Its stories over time; on the first part only, as are ``people`` and ``countries``.
        chart_unit: What one bar of ``chart`` stands for.
        people: The people its stories mention most.
        countries: The countries its stories mention most.
        years: The stories of this part, by year from the newest.
        part: Which part of a long list this is, from 1.
        parts: Links to all parts; empty if there is only one.
    """

    path: str
    name: str
    count: int
    first: datetime.date | None
    last: datetime.date | None
    chart: tuple[Bar, ...]
    chart_unit: ChartUnit
    people: tuple[EntityCount, ...]
    countries: tuple[EntityCount, ...]
    years: tuple[YearGroup, ...]
    part: int
    parts: tuple[Link, ...]

    @property
    def has_summaries(self) -> bool:
        """Whether the beginning of each story stands below its headline."""
        return has_summaries(self.count)


def source_pages(stories: Sequence[TaggedArticle]) -> Iterator[LazyPage[SourcePage]]:
    """Yield each page of every publication.

    Args:
        stories: The archive, newest first.
    """
    index: dict[str, list[TaggedArticle]] = {}
    for story in stories:
        if story.article.source:
            index.setdefault(source_path(story.article.source), []).append(story)
    sources = {source.path: source for source in count_sources(stories)}

    @lru_cache(maxsize=1)
    def pages_at(path: str) -> tuple[SourcePage, ...]:
        return tuple(_pages_of(sources[path], index[path]))

    def make(path: str, place: int) -> SourcePage:
        return pages_at(path)[place]

    @lru_cache(maxsize=1)
    def digest_at(path: str) -> str:
        return content_digest(index[path], sources[path])

    def exact(path: str, place: int) -> str:
        page = make(path, place)
        shown = [story for year in page.years for story in year.stories]
        return content_digest(shown, replace(page, years=()))

    for path in sources:
        for place, part_path in enumerate(part_paths(len(index[path]), path)):
            at = (path, place)
            yield LazyPage(
                part_path, partial(make, *at), partial(digest_at, path), partial(exact, *at)
            )


def _pages_of(source: SourceCount, stories: Sequence[TaggedArticle]) -> Iterator[SourcePage]:
    days = [story.article.filing_date for story in stories if story.article.date]
    chart = chart_over_time(days)
    people = count_entities(stories, EntityKind.PERSON, limit=MOST_BESIDE_STORIES)
    countries = count_entities(stories, EntityKind.COUNTRY, limit=MOST_BESIDE_STORIES)
    for part in split_into_parts(stories, source.path):
        is_first = part.number == 1
        yield SourcePage(
            path=part.path,
            name=source.name,
            count=source.count,
            first=min(days, default=None),
            last=max(days, default=None),
            chart=chart.bars if is_first else (),
            chart_unit=chart.unit,
            people=people if is_first else (),
            countries=countries if is_first else (),
            years=group_by_year(part.stories),
            part=part.number,
            parts=part.parts,
        )
