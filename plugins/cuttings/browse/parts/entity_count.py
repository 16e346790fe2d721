"""How often an entity is found in a set of stories."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle

MOST_ON_HOME_PAGE = 20
"""Entities of a kind on the home page: two columns of ten (chosen by eye)."""

MOST_BESIDE_STORIES = 12
"""Entities of a kind beside the stories of a source or a period (chosen by eye)."""


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity and the number of stories that carry its tag."""

    entity: Entity
    count: int


def count_entities(
    stories: Iterable[TaggedArticle], *kinds: EntityKind, limit: int | None = None
) -> tuple[EntityCount, ...]:
    """Count the entities of ``stories``, most frequent first; equal counts as ``rank`` says.

    Args:
        stories: The stories to look at.
        kinds: Only these kinds of entity; all if none is given.
        limit: At most so many.
    """
    counts = Counter(
        tag.entity
        for story in stories
        for tag in story.tags
        if not kinds or tag.entity.kind in kinds
    )
    ranked = sorted(itertools.starmap(EntityCount, counts.items()), key=rank)
    return tuple(ranked[:limit])


def rank(entry: EntityCount) -> tuple[int, bool, str, EntityKind, str]:
    """Return what puts the most frequent entities first; of equal ones those with a page."""
    entity = entry.entity
    return -entry.count, not entity.has_page, entity.heading, entity.kind, entity.slug
