"""Related stories: those that share what few stories have, near in time."""

from __future__ import annotations

import datetime
import functools
import hashlib
import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cuttings.article.shortened import shortened
from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import Role, TaggedArticle

MOST_RELATED = 4
"""Related stories shown with one story."""

WINDOW = 12
"""Stories looked at on either side of a story in the list of each of its entities.

Those nearest in time stand nearest in such a list, so the work for one story
does not grow with the archive.
"""

RAREST = 12
"""Entities of one story that are looked at, the rarest first."""

MENTIONED_WEIGHT = 0.7
"""What an entity counts in a story that only mentions it; 1 in one about it."""

LEAST_SHARED = 0.5
"""Least sum of weights: an entity that a third of all stories carry, if two only
mention it, or one that three in five carry, if both are about it."""

_STEPS = 8
"""Steps in which the logarithm of a number of stories is rounded: one story more in a name's
hundreds must not weigh the links of all of them anew."""

_HALF_LIFE_DAYS = 30
"""Days apart at which nearness in time counts half of what it does on one day (chosen by eye)."""

_NAMED = 3
"""Names that a reason gives."""


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story to read next, and why.

    Attributes:
        story: The other story.
        reason: What both name ("Xi Jinping and CNN"); the style sheet says that they do.
    """

    story: TaggedArticle
    reason: str


Related = Sequence[tuple[str, str]]
"""Paths of the pages of stories related to one, the closest first, each with the reason."""


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
        self._entities = [{_key(tag.entity): tag for tag in story.tags} for story in stories]
        self._postings: dict[str, list[int]] = {}
        self._places: list[dict[str, int]] = []
        for number, entities in enumerate(self._entities):
            places = {}
            for key in entities:
                posting = self._postings.setdefault(key, [])
                places[key] = len(posting)
                posting.append(number)
            self._places.append(places)
        total = _rounded_logarithm(max(len(stories), 1))
        self._weights = {
            key: total - _rounded_logarithm(len(posting)) for key, posting in self._postings.items()
        }

    def of(
        self, story: TaggedArticle, listed: Iterable[TaggedArticle] = ()
    ) -> tuple[RelatedStory, ...]:
        """Return the stories closest to ``story``, which is one of the archive.

        Args:
            story: The story.
            listed: Stories that its page lists already, as versions of it or as similar.
        """
        return self.shown(self.find(story, listed))

    def find(self, story: TaggedArticle, listed: Iterable[TaggedArticle] = ()) -> Related:
        """Return what ``of`` does, as it is kept for the next build."""
        number = self._numbers[story.path]
        without = {self._numbers[other.path] for other in listed}
        return tuple(
            (self._stories[other].path, self._reason(number, other))
            for other in self._closest(number, without)
        )

    def shown(self, related: Related) -> tuple[RelatedStory, ...]:
        """Return related stories, as they were kept, as those of the archive."""
        return tuple(
            RelatedStory(self._stories[self._numbers[path]], reason) for path, reason in related
        )

    def digest(self, story: TaggedArticle, listed: Iterable[TaggedArticle] = ()) -> bytes:
        """Return a digest of all from which ``find`` finds what it does, b"" if not known.

        That are the weights of the story's entities, the stories that are looked at for them, and
        those left out.
        """
        if not self._digests:
            return b""
        number = self._numbers[story.path]
        digest = hashlib.blake2b(self._digests[number], digest_size=16)
        digest.update(array("d", map(self._weights.__getitem__, self._places[number])))
        for key in self._rarest(number):
            window = self._postings[key][self._window(number, key)]
            digest.update(b"%d" % len(window))
            digest.update(b"".join(map(self._digests.__getitem__, window)))
        digest.update("".join(sorted(other.digest for other in listed)).encode())
        return digest.digest()

    def _closest(self, number: int, without: set[int]) -> list[int]:
        """Return the numbers of the stories closest to one, the closest first."""
        mine = self._entities[number]
        scored = []
        for other in self._candidates(number) - without:
            shared = mine.keys() & self._entities[other].keys()
            weight = math.fsum(self._shared_weight(key, number, other) for key in shared)
            if weight >= LEAST_SHARED:
                scored.append((-weight * self._nearness(number, other), other))
        return [other for _, other in sorted(scored)[:MOST_RELATED]]

    def _candidates(self, number: int) -> set[int]:
        candidates: set[int] = set()
        for key in self._rarest(number):
            candidates.update(self._postings[key][self._window(number, key)])
        candidates.discard(number)
        return candidates

    def _rarest(self, number: int) -> list[str]:
        """Return the entities by which other stories are looked for."""
        shared = [key for key in self._places[number] if len(self._postings[key]) > 1]
        return sorted(shared, key=lambda key: (-self._weights[key], key))[:RAREST]

    def _window(self, number: int, key: str) -> slice:
        """Return which stories of an entity are looked at for one of them."""
        place = self._places[number][key]
        return slice(max(place - WINDOW, 0), place + WINDOW + 1)

    @functools.cached_property
    def _digests(self) -> list[bytes]:
        """The stories' digests; none if one of them is not known."""
        digests = [bytes.fromhex(story.digest) for story in self._stories]
        return digests if all(digests) else []

    def _shared_weight(self, key: str, number: int, other: int) -> float:
        weight = self._weights[key]
        for tag in (self._entities[number][key], self._entities[other][key]):
            if tag.role is not Role.ABOUT:
                weight *= MENTIONED_WEIGHT
        return weight

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
        weights = {
            key: self._shared_weight(key, number, other) for key in mine.keys() & theirs.keys()
        }
        shared = sorted(weights, key=lambda key: (-weights[key], key))
        return _enumerate([shortened(mine[key].entity.heading) for key in shared[:_NAMED]])


@functools.cache
def _rounded_logarithm(count: int) -> float:
    return round(math.log(count) * _STEPS) / _STEPS


def _key(entity: Entity) -> str:
    return f"{entity.kind}:{entity.slug}"


def _enumerate(names: Sequence[str]) -> str:
    """Join names as a sentence does: "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
