"""What the page of a story shows of other stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.parts.day_place import DayPlaces
from cuttings.browse.parts.other_version import OtherVersion, OtherVersions
from cuttings.browse.parts.related import Related, RelatedStories, RelatedStory
from cuttings.browse.parts.similar_story import SimilarStories, SimilarStory
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.garbage_collection import without_garbage_collection
from cuttings.versions.version_cluster import SimilarPair, VersionCluster
from cuttings.worker_pool import in_batches


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherStories:
    """What a story's page shows of other stories.

    Attributes:
        day_path: Where the stories of its day are listed, from the site's root.
        versions: Other versions of the story, newest first.
        further_versions: How many more there are than ``versions`` has.
        similar: Stories of other events in the same form of words, newest first.
        related: Stories to read next, the closest first.
        newer: The next story in order of date, or None.
        older: The story before it in order of date, or None.
    """

    day_path: str
    versions: tuple[OtherVersion, ...]
    further_versions: int
    similar: tuple[SimilarStory, ...]
    related: tuple[RelatedStory, ...]
    newer: TaggedArticle | None
    older: TaggedArticle | None

    def digest_with(self, story: TaggedArticle) -> str:
        """Return the digest of the page of a story."""
        around = [other for other in (self.newer, self.older) if other]
        shown = [version.story for version in self.versions]
        shown += [similar.story for similar in self.similar]
        shown += [related.story for related in self.related]
        return content_digest(
            [story, *shown, *around],
            self.day_path,
            [version.compared_with is None for version in self.versions],
            self.further_versions,
            [similar.distance for similar in self.similar],
            [related.reason for related in self.related],
            self.newer is None,
        )


class OtherStoriesFinder:
    """Finds what the pages of an archive's stories show of other stories.

    Args:
        stories: The archive in order of date; a story's neighbours are those next to it.
        clusters: Those of its stories that are versions of one.
        similar_pairs: Those that are worded alike and no versions of one.
    """

    def __init__(
        self,
        stories: Sequence[TaggedArticle],
        clusters: Sequence[VersionCluster] = (),
        similar_pairs: Sequence[SimilarPair] = (),
    ) -> None:
        self._stories = stories
        self._around: list[TaggedArticle | None] = [None, *stories, None]
        self._days = DayPlaces(stories)
        self._versions = OtherVersions(clusters)
        self._similar = SimilarStories(similar_pairs)
        self._related = RelatedStories(stories)
        self._found: dict[int, Related] = {}
        self._last = lru_cache(maxsize=1)(self._find)

    def of(self, position: int) -> OtherStories:
        """Return what the page of the story at a position shows."""
        return self._last(position)

    @without_garbage_collection()
    def find_related(self, processes: int, known: Mapping[bytes, Related]) -> dict[bytes, Related]:
        """Find the related stories of all stories, so that no page need find its own.

        Args:
            processes: How many processes may share the work.
            known: What an earlier build found: what this returned then.

        Returns:
            What was found, by digests of all that it was found from.

        Raises:
            WorkerError: If one of them dies.
        """
        digests = [self._related.digest(story, self._listed(story)) for story in self._stories]
        self._found = {at: known[digest] for at, digest in enumerate(digests) if digest in known}
        unknown = [at for at in range(len(digests)) if at not in self._found]
        for found in in_batches(self._find_each, unknown, processes):
            self._found.update(found)
        return {digests[at]: related for at, related in self._found.items() if digests[at]}

    def _find_each(self, positions: Iterable[int]) -> dict[int, Related]:
        """Return the related stories of each but those with a fault, which their pages report."""
        found = {}
        for at in positions:
            with suppress(Exception):
                found[at] = self._related.find(self._stories[at], self._listed(self._stories[at]))
        return found

    def _find(self, position: int) -> OtherStories:
        story = self._stories[position]
        versions = self._versions.of(story)
        related = self._found.get(position)
        if related is None:
            related = self._related.find(story, self._listed(story))
        return OtherStories(
            day_path=self._days.path(story.article.date),
            versions=versions,
            further_versions=self._versions.count(story) - len(versions),
            similar=self._similar.of(story),
            related=self._related.shown(related),
            newer=self._around[position],
            older=self._around[position + 2],
        )

    def _listed(self, story: TaggedArticle) -> list[TaggedArticle]:
        """Return the stories that the page of one lists without being related."""
        versions, similar = self._versions.of(story), self._similar.of(story)
        return [one.story for one in versions] + [one.story for one in similar]
