"""Stories made by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import pytest
from tests.stories import tag_of, tagged_article

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle

KINDS = {"p": EntityKind.PERSON, "c": EntityKind.COUNTRY, "o": EntityKind.ORGANIZATION}

MakeStory = Callable[..., TaggedArticle]


def make_tag(name: str) -> Tag:
    """Make a tag from ``kind:Heading``; an exclamation mark means the story is about it."""
    kind, heading = name.rstrip("!").split(":", 1)
    entity = Entity(
        kind=KINDS[kind],
        heading=heading,
        slug=heading.lower().replace(" ", "-") or "empty",
        code=country_names().codes.get(heading, "") if kind == "c" else "",
        states=country_names().states([heading]) if kind == "c" else (),
    )
    role = Role.ABOUT if name.endswith("!") else Role.MENTIONED
    return tag_of(entity, role, (FormUse(heading, Rule.NAME, 1),))


def make_story(
    slug: str,
    date: str | None = None,
    tags: Sequence[str] = (),
    *,
    title: str = "",
    body: str = "",
    source: str = "",
    url: str = "",
    summary: str = "",
    added: str = "2024-12-31",
) -> TaggedArticle:
    """Make a story; ``tags`` as ``p:Ada Lovelace``, ``c:Italy!`` or ``o:UNESCO``."""
    return tagged_article(
        body,
        [make_tag(tag) for tag in tags],
        date=datetime.date.fromisoformat(date) if date else None,
        title=title or f"Title of {slug}",
        slug=slug,
        added=datetime.date.fromisoformat(added),
        source=source,
        url=url,
        summary=summary,
    )


@pytest.fixture
def story() -> MakeStory:
    """Make one story by hand."""
    return make_story
