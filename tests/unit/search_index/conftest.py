"""Stories for the tests of the search index."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from cuttings.article.article import Article, Certainty
from cuttings.article.identity import make_slug
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle

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
    article = Article(
        title=title,
        body=text,
        slug=slug or make_slug(title, "story"),
        added=datetime.date(2026, 1, 2),
        date=date,
        dated=Certainty.EXACT if date else Certainty.UNKNOWN,
        source=source,
    )
    return TaggedArticle(
        article=article,
        html="",
        text=text,
        people=tuple(map(_tag, people)),
        countries=tuple(map(_tag, countries)),
    )


def _tag(entity: Entity) -> Tag:
    return Tag(entity=entity, role=Role.ABOUT, count=1, evidence="")


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
