"""The home page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.browse.parts.characteristic_word import SAMPLE, characteristic_word, is_example
from cuttings.browse.parts.chart import Bar, ChartUnit, chart_over_time
from cuttings.browse.parts.entity_count import MOST_ON_HOME_PAGE, EntityCount, count_entities
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle

LATEST = 20
"""Newest stories on the home page (chosen by eye)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows.

    Attributes:
        latest: The newest stories, newest first.
        people: The people with most stories.
        countries: The countries with most stories.
        chart: Stories over time.
        chart_unit: What one bar of ``chart`` stands for.
        examples: Up to three queries that find something in this archive.
    """

    latest: tuple[TaggedArticle, ...]
    people: tuple[EntityCount, ...]
    countries: tuple[EntityCount, ...]
    chart: tuple[Bar, ...]
    chart_unit: ChartUnit
    examples: tuple[str, ...]


def make_home_page(stories: Sequence[TaggedArticle]) -> HomePage:
    """Make the home page of an archive whose stories come newest first."""
    people = count_entities(stories, EntityKind.PERSON, limit=MOST_ON_HOME_PAGE)
    countries = count_entities(stories, EntityKind.COUNTRY, limit=MOST_ON_HOME_PAGE)
    chart = chart_over_time(story.article.filing_date for story in stories if story.article.date)
    return HomePage(
        latest=tuple(stories[:LATEST]),
        people=people,
        countries=countries,
        chart=chart.bars,
        chart_unit=chart.unit,
        examples=_examples(
            stories,
            [entry.entity for entry in people if is_example(entry.entity)],
            [entry.entity for entry in countries if is_example(entry.entity)],
        ),
    )


def _examples(
    stories: Sequence[TaggedArticle], people: Sequence[Entity], countries: Sequence[Entity]
) -> tuple[str, ...]:
    """Choose a person, a country with a subject, and a word in headlines."""
    sample = stories[:SAMPLE]
    examples = [people[0].heading] if people else []
    if countries:
        country = countries[0]
        about = [story for story in sample if any(tag.entity == country for tag in story.tags)]
        subject = characteristic_word(about, sample, avoid=country.heading)
        examples.append(f"{country.heading} {subject}".strip())
    if word := characteristic_word(sample, sample, avoid=" ".join(examples)):
        examples.append(f"title:{word}")
    return tuple(examples)
