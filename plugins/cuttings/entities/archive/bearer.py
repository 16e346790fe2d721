"""A person who may be meant by a surname, and when the stories are from that say so."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator

from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.archive.story_names import NameUse, StoryNames

_NEAR = datetime.timedelta(days=183)
"""How long before and after a story another one may show who held an office: half a year."""


class _Days:
    """The days of stories, so that those near a day are counted at once; undated ones are apart."""

    def __init__(self) -> None:
        self._dated: list[datetime.date] = []
        self._undated = 0

    def add(self, day: datetime.date | None) -> None:
        """Add a story."""
        if day is None:
            self._undated += 1
        else:
            insort(self._dated, day)

    def near(self, day: datetime.date | None) -> int:
        """Return how many lie within half a year of a day, or all of them without one."""
        if day is None:
            return len(self._dated) + self._undated
        first = bisect_left(self._dated, day - _NEAR)
        return bisect_right(self._dated, day + _NEAR) - first


class Bearer:
    """A person who may be meant by a surname, by the days of the stories that have the name."""

    def __init__(self, person: NameGroup) -> None:
        self.person = person
        self.named = _Days()
        self.as_woman = _Days()
        self._in_office: dict[str, _Days] = defaultdict(_Days)
        for record in person.records:
            for story, use in record.uses:
                self.add(story, use)

    def add(self, story: StoryNames, use: NameUse) -> None:
        """Add a story that names the person."""
        self.named.add(story.day)
        if use.is_woman:
            self.as_woman.add(story.day)
        for office in {end for held in use.offices for end in _ends(held)}:
            self._in_office[office].add(story.day)

    def in_office(self, office: str, day: datetime.date | None) -> int:
        """Return how many stories near a day give an office, be it with its country."""
        return self._in_office[office].near(day) if office in self._in_office else 0


def _ends(office: str) -> Iterator[str]:
    """Yield an office and what it is without the words before ("u.s treasury secretary")."""
    words = office.split()
    yield from (" ".join(words[start:]) for start in range(len(words)))
