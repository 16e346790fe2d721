"""Related stories: those that share what few stories have, near in time."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle

MOST_RELATED = 5
"""Related stories shown with one story."""

WINDOW = 12
"""Stories looked at on either side of a story in the list of each of its entities.

Those nearest in time stand nearest in such a list, so the work for one story
does not grow with the archive.
"""

RAREST = 12
"""Entities of one story that are looked at, the rarest first."""

LEAST_SHARED = 1.0
"""Least sum of weights: one entity that about a third of all stories carry."""

_NEAR = datetime.timedelta(days=14)
_HALF_LIFE_DAYS = 30
_NAMED = 3


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story to read next, and why.

    Attributes:
        story: The other story.
        reason: What the two share, as a phrase ("Both name Xi Jinping and CNN").
    """

    story: TaggedArticle
    reason: str


class RelatedStories:
    """Finds stories related to any story of one archive.

    Two stories are the closer, the rarer the entities they share (inverse
    document frequency) and the nearer their days of publication.

    Args:
        stories: The archive, newest first.
    """

    def __init__(self, stories: Sequence[TaggedArticle]) -> None:
        self._stories = stories
        self._numbers = {story.path: number for number, story in enumerate(stories)}
        self._entities = [{_key(tag.entity): tag.entity for tag in story.tags} for story in stories]
        self._postings: dict[str, list[int]] = {}
        self._places: list[dict[str, int]] = []
        for number, entities in enumerate(self._entities):
            places = {}
            for key in entities:
                posting = self._postings.setdefault(key, [])
                places[key] = len(posting)
                posting.append(number)
            self._places.append(places)
        total = max(len(stories), 1)
        self._weights = {
            key: math.log(total / len(posting)) for key, posting in self._postings.items()
        }

    def of(self, story: TaggedArticle) -> tuple[RelatedStory, ...]:
        """Return the stories closest to ``story``, which is one of the archive."""
        number = self._numbers[story.path]
        mine = self._entities[number]
        scored = []
        for other in self._candidates(number):
            shared = mine.keys() & self._entities[other].keys()
            weight = math.fsum(self._weights[key] for key in shared)
            if weight >= LEAST_SHARED:
                scored.append((-weight * self._nearness(number, other), other))
        return tuple(
            RelatedStory(self._stories[other], self._reason(number, other))
            for _, other in sorted(scored)[:MOST_RELATED]
        )

    def _candidates(self, number: int) -> set[int]:
        places = self._places[number]
        rarest = sorted(places, key=lambda key: (len(self._postings[key]), key))[:RAREST]
        candidates: set[int] = set()
        for key in rarest:
            place = places[key]
            candidates.update(self._postings[key][max(place - WINDOW, 0) : place + WINDOW + 1])
        candidates.discard(number)
        return candidates

    def _nearness(self, number: int, other: int) -> float:
        apart = self._apart(number, other)
        return 1.0 if apart is None else 1.0 + 1.0 / (1.0 + apart.days / _HALF_LIFE_DAYS)

    def _apart(self, number: int, other: int) -> datetime.timedelta | None:
        one, two = self._stories[number].article, self._stories[other].article
        if one.date is None or two.date is None:
            return None
        return abs(one.filing_date - two.filing_date)

    def _reason(self, number: int, other: int) -> str:
        mine, theirs = self._entities[number], self._entities[other]
        shared = sorted(mine.keys() & theirs.keys(), key=lambda key: (-self._weights[key], key))
        names = _enumerate([mine[key].heading for key in shared[:_NAMED]])
        return f"Both name {names}{_nearby(self._apart(number, other))}"


def _key(entity: Entity) -> str:
    return f"{entity.kind}:{entity.slug}"


def _enumerate(names: Sequence[str]) -> str:
    """Join names as a sentence does: "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _nearby(apart: datetime.timedelta | None) -> str:
    if apart is None or apart > _NEAR:
        return ""
    if not apart:
        return ", on the same day"
    return f", {apart.days} day{'' if apart.days == 1 else 's'} apart"
