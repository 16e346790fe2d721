"""Stories in the same form of words about another event, as a newswire has them of every bond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import SimilarPair

MOST_SIMILAR = 5
"""Similar stories listed with one story."""


@dataclass(frozen=True, slots=True)
class SimilarStory:
    """A story that is worded like another.

    Attributes:
        story: The story.
        distance: How far from the other it is in time ("6 days later"), or "".
    """

    story: TaggedArticle
    distance: str


class SimilarStories:
    """Finds the stories that are worded like any story.

    Args:
        pairs: The stories of the archive that are worded alike and no versions of one.
    """

    def __init__(self, pairs: Iterable[SimilarPair]) -> None:
        self._others: dict[str, list[TaggedArticle]] = defaultdict(list)
        for pair in pairs:
            self._others[pair.earlier.path].append(pair.later)
            self._others[pair.later.path].append(pair.earlier)

    def of(self, story: TaggedArticle) -> tuple[SimilarStory, ...]:
        """Return the similar stories nearest to ``story`` in time, newest first."""
        others = self._others.get(story.path, ())
        nearest = sorted(others, key=lambda other: (abs(_days(story, other)), other.path))
        shown = sorted(nearest[:MOST_SIMILAR], key=lambda other: (-_days(story, other), other.path))
        return tuple(SimilarStory(other, _distance(story, other)) for other in shown)


def _days(story: TaggedArticle, other: TaggedArticle) -> int:
    return (other.article.filing_date - story.article.filing_date).days


def _distance(story: TaggedArticle, other: TaggedArticle) -> str:
    if story.article.date is None or other.article.date is None:
        return ""
    days = _days(story, other)
    if not days:
        return "On the same day"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}"
