"""The list A-Z of people, countries or organizations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.browse.parts.entity_count import EntityCount, count_entities
from cuttings.browse.parts.letter_group import LetterGroup, group_by_letter
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityList:
    """What a list of entities shows.

    Attributes:
        path: The page's path from the site's root.
        kind: The kind of entity.
        count: Number of entries.
        letters: The entries by first letter; letters without any are left out.
    """

    path: str
    kind: EntityKind
    count: int
    letters: tuple[LetterGroup[EntityCount], ...]


def make_entity_list(stories: Sequence[TaggedArticle], kind: EntityKind) -> EntityList:
    """List every entity of ``kind`` that a story carries."""
    counts = count_entities(stories, kind)
    return EntityList(
        path=f"{kind.plural}/index.html",
        kind=kind,
        count=len(counts),
        letters=group_by_letter(counts, lambda entry: entry.entity.heading),
    )
