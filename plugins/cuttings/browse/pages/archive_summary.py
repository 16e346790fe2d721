"""The archive in numbers, as every page's footer gives them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.browse.parts.source_count import source_path
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSummary:
    """Counts and dates over the whole archive.

    Attributes:
        articles: Number of stories.
        people: Number of people that stories name.
        countries: Number of countries that stories name.
        organizations: Number of organizations that stories name.
        sources: Number of publications with a page.
        last_added: The day the newest story came in, or None if there is none.
        first_date: The oldest day of publication, or None if no story has one.
        last_date: The latest day of publication, or None if no story has one.
    """

    articles: int
    people: int
    countries: int
    organizations: int
    sources: int
    last_added: datetime.date | None
    first_date: datetime.date | None
    last_date: datetime.date | None


def summarize_archive(stories: Iterable[TaggedArticle]) -> ArchiveSummary:
    """Count what the archive holds."""
    entities: dict[EntityKind, set[str]] = {kind: set() for kind in EntityKind}
    sources: set[str] = set()
    added: list[datetime.date] = []
    dates: list[datetime.date] = []
    for story in stories:
        for tag in story.tags:
            entities[tag.entity.kind].add(tag.entity.slug)
        if story.article.source:
            sources.add(source_path(story.article.source))
        added.append(story.article.added)
        if story.article.date:
            dates.append(story.article.filing_date)
    return ArchiveSummary(
        articles=len(added),
        people=len(entities[EntityKind.PERSON]),
        countries=len(entities[EntityKind.COUNTRY]),
        organizations=len(entities[EntityKind.ORGANIZATION]),
        sources=len(sources),
        last_added=max(added, default=None),
        first_date=min(dates, default=None),
        last_date=max(dates, default=None),
    )
