"""The pages of a person, a country or an organization."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from urllib.parse import quote_plus

from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.parts.chart import Bar, ChartUnit, chart_over_time
from cuttings.browse.parts.companions import Companions
from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.parts.entity_count import EntityCount
from cuttings.browse.parts.link import Link
from cuttings.browse.parts.period import Period
from cuttings.browse.parts.see_also import SeeAlso
from cuttings.browse.parts.story_list import (
    YearGroup,
    group_by_year,
    has_summaries,
    part_paths,
    split_into_parts,
    year_label,
)
from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle

APPEARS_WITH = 20
"""Entities listed beside one, most frequent first (chosen by eye)."""

LEAST_CHARTED = 5
"""Stories from which on there is a chart; of fewer their list says as much."""

APPEARS_WITH_IN_A_STORY = 4
"""Entities listed beside one for each of its stories: those of a few stories can be looked at."""

MOST_FORMS = 60
"""Forms listed of those found: a country has a thousand, as each of its places stands for it."""

FORMS_IN_VIEW = 12
"""Forms that everybody sees: four lines on a phone (chosen by eye)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """What an entity's page shows.

    Attributes:
        path: The page's path from the site's root.
        entity: Whom or what it is about.
        count: Number of its stories, over all parts.
        about_count: How many of them are about it rather than only mention it.
        forms: Other forms: of the authority record, then those found in most stories; on the first
            part only. Of forms that differ in capitals alone the most widespread stands for all.
        further_forms: The less widespread of them, for those who ask.
        earlier: Of a country, former states of the archive that it followed.
        later: Of a former state, its successors in the archive.
        namesakes: Others of its name; qualifiers in brackets distinguish them.
        first: The oldest day of publication, or None.
        last: The latest day of publication, or None.
        chart: Its stories over time, unless they are few; on the first part only.
        chart_unit: What one bar of ``chart`` stands for.
        appears_with: Other entities of several of its stories, most frequent first; on the first
            part only.
        years: The stories of this part, by year from the newest; within a year
            those about the entity come first.
        part: Which part of a long list this is, from 1.
        parts: Links to all parts; empty if there is only one.
    """

    path: str
    entity: Entity
    count: int
    about_count: int
    forms: tuple[str, ...]
    further_forms: tuple[str, ...]
    earlier: tuple[Entity, ...]
    later: tuple[Entity, ...]
    namesakes: tuple[Entity, ...]
    first: datetime.date | None
    last: datetime.date | None
    chart: tuple[Bar, ...]
    chart_unit: ChartUnit
    appears_with: tuple[EntityCount, ...]
    years: tuple[YearGroup, ...]
    part: int
    parts: tuple[Link, ...]

    @property
    def has_summaries(self) -> bool:
        """Whether the beginning of each story stands below its headline."""
        return has_summaries(self.count)


def entity_pages(stories: Sequence[TaggedArticle]) -> Iterator[LazyPage[EntityPage]]:
    """Yield each page of every entity that has any.

    Args:
        stories: The archive, newest first.
    """
    tagged: defaultdict[Entity, list[tuple[Tag, TaggedArticle]]] = defaultdict(list)
    for story in stories:
        for tag in story.tags:
            tagged[tag.entity].append((tag, story))
    index = {entity.path: (entity, of_entity) for entity, of_entity in tagged.items()}
    see_also = SeeAlso(tagged)
    companions = Companions()

    @lru_cache(maxsize=1)
    def pages_at(path: str) -> tuple[EntityPage, ...]:
        return tuple(_pages_of(*index[path], see_also, companions))

    def make(path: str, place: int) -> EntityPage:
        return pages_at(path)[place]

    @lru_cache(maxsize=1)
    def digest_at(path: str) -> str:
        entity, of_entity = index[path]
        others = (see_also.earlier(entity), see_also.later(entity), see_also.namesakes(entity))
        return content_digest([story for _, story in of_entity], entity, others)

    def exact(path: str, place: int) -> str:
        page = make(path, place)
        shown = [story for year in page.years for story in year.stories]
        return content_digest(shown, replace(page, years=()))

    for path in sorted(path for path, (entity, _) in index.items() if entity.has_page):
        for place, part_path in enumerate(part_paths(len(index[path][1]), path)):
            at = (path, place)
            yield LazyPage(
                part_path, partial(make, *at), partial(digest_at, path), partial(exact, *at)
            )


def _pages_of(
    entity: Entity,
    tagged: Sequence[tuple[Tag, TaggedArticle]],
    see_also: SeeAlso,
    companions: Companions,
) -> Iterator[EntityPage]:
    about = {id(story) for tag, story in tagged if tag.role is Role.ABOUT}
    stories = _by_year_and_role([story for _, story in tagged], about)
    days = [story.article.filing_date for story in stories if story.article.date]
    chart = chart_over_time(days, partial(_search_path, entity))
    limit = min(APPEARS_WITH, len(stories) * APPEARS_WITH_IN_A_STORY)
    appears_with = companions.of(entity, stories, limit)
    forms = _forms(entity, [tag for tag, _ in tagged])
    for part in split_into_parts(stories, entity.path):
        yield EntityPage(
            path=part.path,
            entity=entity,
            count=len(stories),
            about_count=len(about),
            forms=forms[:FORMS_IN_VIEW] if part.number == 1 else (),
            further_forms=forms[FORMS_IN_VIEW:] if part.number == 1 else (),
            earlier=see_also.earlier(entity),
            later=see_also.later(entity),
            namesakes=see_also.namesakes(entity),
            first=min(days, default=None),
            last=max(days, default=None),
            chart=chart.bars if part.number == 1 and len(stories) >= LEAST_CHARTED else (),
            chart_unit=chart.unit,
            appears_with=appears_with if part.number == 1 else (),
            years=group_by_year(part.stories),
            part=part.number,
            parts=part.parts,
        )


def _search_path(entity: Entity, period: Period) -> str:
    """Return the search for the stories of one entity in one period, from the site's root."""
    dates = f"after:{period.text} before:{period.next.text}"
    return f"search.html?q={quote_plus(dates)}&{entity.kind.value}={quote_plus(entity.slug)}"


def _by_year_and_role(stories: Sequence[TaggedArticle], about: set[int]) -> list[TaggedArticle]:
    """Keep the order of years, undated last; within one, stories about the entity first."""
    years = sorted({year_label(story) for story in stories if story.article.date}, key=int)
    rank = {label: -position for position, label in enumerate(years)}
    return sorted(
        stories, key=lambda story: (rank.get(year_label(story), 1), id(story) not in about)
    )


def _forms(entity: Entity, tags: Sequence[Tag]) -> tuple[str, ...]:
    """Return the record's other forms, then the most widespread of those found."""
    found = Counter(form for tag in tags for form in tag.forms)
    ranked = sorted(found, key=lambda form: (-found[form], form))
    by_letters = {entity.heading.casefold(): entity.heading}
    for form in (*entity.see_from, *ranked):
        by_letters.setdefault(form.casefold(), form)
    _, *others = by_letters.values()
    return tuple(others[: len(entity.see_from) + MOST_FORMS])
