"""Other versions of a story, and how each differs from it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.browse.parts.word_difference import Passage, word_difference
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import VersionCluster

MOST_LISTED = 48
"""Versions listed with a story: a thousand versions must not make a million lines."""

MOST_COMPARED = 2
"""Versions whose difference is shown: as a rule the one before and the one behind.

A reader goes from one to the next, and each difference has the bytes of a story.
"""


@dataclass(frozen=True)
class OtherVersion:
    """One other version of a story.

    Attributes:
        story: The version.
        compared_with: The story whose text it is compared with, None if it is with none.
    """

    story: TaggedArticle
    compared_with: TaggedArticle | None

    @functools.cached_property
    def difference(self) -> tuple[Passage, ...] | None:
        """What leads from the story's text to its own, () if nothing does; None if not compared.

        It is worked out only where it is shown.
        """
        if self.compared_with is None:
            return None
        return word_difference(self.compared_with.text, self.story.text)


class OtherVersions:
    """Finds the other versions of any story.

    Args:
        clusters: The stories of the archive that are versions of one.
    """

    def __init__(self, clusters: Iterable[VersionCluster]) -> None:
        self._clusters = {
            story.path: (place, cluster)
            for cluster in clusters
            for place, story in enumerate(cluster.stories)
        }

    def count(self, story: TaggedArticle) -> int:
        """Return how many other versions ``story`` has."""
        found = self._clusters.get(story.path)
        return len(found[1].stories) - 1 if found else 0

    def of(self, story: TaggedArticle) -> tuple[OtherVersion, ...]:
        """Return other versions of ``story``, newest first; of very many those nearest to it."""
        if story.path not in self._clusters:
            return ()
        place, cluster = self._clusters[story.path]
        others = [number for number in range(len(cluster.stories)) if number != place]
        nearest = sorted(others, key=lambda number: abs(number - place))[:MOST_LISTED]
        compared = set(nearest[:MOST_COMPARED])
        return tuple(
            OtherVersion(cluster.stories[number], story if number in compared else None)
            for number in sorted(nearest)
        )
