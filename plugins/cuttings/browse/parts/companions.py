"""Which entities stand most often in the stories of one, however many a story names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from cuttings.browse.parts.entity_count import EntityCount, count_entities, rank
from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle

LEAST_TOGETHER = 2
"""Stories that two entities share at least if the page of one lists the other: what stands in a
single story may be there by chance, and that story is listed anyway."""

_MANY = 200
"""Tags from which on those of a story are not gone through for each of its entities."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The entities of some stories, most frequent first, and how often each stands there."""

    ranked: tuple[EntityCount, ...]
    counts: Mapping[str, int]


class Companions:
    """Counts the entities of an entity's stories.

    A list of thousands of people is ranked once for all of them, not once for each.
    """

    def __init__(self) -> None:
        self._counted: dict[tuple[str, ...], _Counted] = {}

    def of(
        self, entity: Entity, stories: Sequence[TaggedArticle], limit: int
    ) -> tuple[EntityCount, ...]:
        """Return the other entities of several of an entity's stories, most frequent first.

        A name without a page would lead to its story, which the entity's own page lists.

        Args:
            entity: The entity.
            stories: Its stories.
            limit: At most so many.
        """
        found = self._most_frequent(stories, limit + 1)
        often = (entry for entry in found if entry.count >= LEAST_TOGETHER)
        paged = (entry for entry in often if entry.entity.has_page)
        return tuple(entry for entry in paged if entry.entity != entity)[:limit]

    def _most_frequent(self, stories: Sequence[TaggedArticle], limit: int) -> Sequence[EntityCount]:
        lists = [story for story in stories if len(story.tags) > _MANY]
        if not lists:
            return count_entities(stories, limit=limit)
        listed = self._count_lists(lists)
        others = {
            entry.entity.path: EntityCount(
                entry.entity, entry.count + listed.counts.get(entry.entity.path, 0)
            )
            for entry in count_entities(story for story in stories if len(story.tags) <= _MANY)
        }
        only_listed = (entry for entry in listed.ranked if entry.entity.path not in others)
        return sorted([*others.values(), *islice(only_listed, limit)], key=rank)[:limit]

    def _count_lists(self, stories: Sequence[TaggedArticle]) -> _Counted:
        key = tuple(story.path for story in stories)
        if key not in self._counted:
            ranked = count_entities(stories)
            counts = {entry.entity.path: entry.count for entry in ranked}
            self._counted[key] = _Counted(ranked, counts)
        return self._counted[key]
