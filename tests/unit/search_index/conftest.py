"""Stories for the tests of the search index."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from tests.stories import tag_of, tagged_article

from cuttings.article.identity import make_slug
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


@pytest.fixture
def make_story() -> MakeStory:
    """A function that makes a tagged article from the little that a test cares about."""
    return _story


def _story(
    title: str = "A title",
    text: str = "",
    *,
    slug: str = "",
    date: datetime.date | None = None,
    source: str = "",
    people: tuple[Entity, ...] = (),
    countries: tuple[Entity, ...] = (),
) -> TaggedArticle:
    return tagged_article(
        text,
        [tag_of(entity) for entity in (*people, *countries)],
        text=text,
        date=date,
        title=title,
        slug=slug or make_slug(title, "story"),
        source=source,
    )


@pytest.fixture
def blinken() -> Entity:
    """A person."""
    return Entity(
        kind=EntityKind.PERSON,
        heading="Antony Blinken",
        slug="antony-blinken",
        see_from=("Tony Blinken",),
    )


@pytest.fixture
def china() -> Entity:
    """A country."""
    return Entity(
        kind=EntityKind.COUNTRY, heading="China", slug="china", code="CN", states=("China",)
    )
