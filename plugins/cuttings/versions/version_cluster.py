"""Version clusters: which stories of an archive are versions of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.candidate_pair import NEIGHBOURS, candidate_pairs
from cuttings.versions.shingle_set import ShingleSet

LEAST_SIMILARITY = 0.32
"""Least Jaccard similarity of the shingles of two versions: about what is left where a quarter
of the words is cut here and there. Chosen by ``tests.quality.story_versions``."""

LEAST_SHARED = 12
"""Least shingles that two versions share: notices of two lines are worded alike."""


@dataclass(frozen=True, slots=True)
class VersionCluster:
    """Two or more versions of one story.

    Attributes:
        stories: The versions in the archive's order, newest first.
    """

    stories: tuple[TaggedArticle, ...]


def find_version_clusters(stories: Sequence[TaggedArticle]) -> tuple[VersionCluster, ...]:
    """Return the clusters of an archive whose stories come newest first.

    A story is in one cluster at most. The same stories give the same clusters.
    """
    oldest_first = stories[::-1]
    texts = [ShingleSet.of(f"{story.article.title}\n{story.text}") for story in oldest_first]
    clusters = _clusters(len(texts), version_pairs(texts))
    return tuple(
        VersionCluster(tuple(oldest_first[number] for number in reversed(numbers)))
        for numbers in reversed(clusters)
    )


def version_pairs(texts: Sequence[ShingleSet]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of texts that are versions of each other, the earlier first.

    Args:
        texts: The texts, oldest first; the pairs are sorted by the later.
    """
    for earlier, later in candidate_pairs(texts):
        one, other = texts[earlier], texts[later]
        shared = one.shared_with(other)
        united = len(one) + len(other) - shared
        if shared >= LEAST_SHARED and shared >= LEAST_SIMILARITY * united:
            yield earlier, later


def _clusters(count: int, pairs: Iterator[tuple[int, int]]) -> list[list[int]]:
    """Return the texts that have versions, grouped; oldest first.

    A text joins the cluster that most of its versions are in, if it is a version of half of it.
    So one text that resembles two stories does not make one of them.
    """
    earlier_versions: list[list[int]] = [[] for _ in range(count)]
    for earlier, later in pairs:
        earlier_versions[later].append(earlier)
    members: list[list[int]] = []
    cluster_of: list[int] = []
    for number, versions in enumerate(earlier_versions):
        votes = Counter(cluster_of[version] for version in versions)
        fitting = [
            (votes[cluster], -cluster)
            for cluster in votes
            if 2 * votes[cluster] >= min(len(members[cluster]), NEIGHBOURS)
        ]
        cluster = -max(fitting)[1] if fitting else len(members)
        if not fitting:
            members.append([])
        members[cluster].append(number)
        cluster_of.append(cluster)
    return [numbers for numbers in members if len(numbers) > 1]
