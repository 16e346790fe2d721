"""Version clusters: which stories of an archive are versions of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cuttings.article.address_key import address_key
from cuttings.article.article import Article
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError, Report, raise_error
from cuttings.versions.candidate_pair import NEIGHBOURS, candidate_pairs
from cuttings.versions.shingle_set import ShingleSet

LEAST_SIMILARITY = 0.32
"""Least Jaccard similarity of the shingles of two versions: about what is left where a quarter
of the words is cut here and there. Chosen by ``tests.quality.story_versions``."""

LEAST_SHARED = 12
"""Least shingles that two versions share: notices of two lines are worded alike."""

MOST_AT_ONE_ADDRESS = 16
"""Stories at one address from which on it is the address of a list, not of one story."""


@dataclass(frozen=True, slots=True)
class VersionCluster:
    """Two or more versions of one story.

    Attributes:
        stories: The versions in the archive's order, newest first.
    """

    stories: tuple[TaggedArticle, ...]


def find_version_clusters(
    stories: Sequence[TaggedArticle], report: Report = raise_error
) -> tuple[VersionCluster, ...]:
    """Return the clusters of an archive whose stories come newest first.

    A story is in one cluster at most. The same stories give the same clusters. What stands at the
    address of an earlier story is a newer version of it, however much of its text is another.

    Args:
        stories: The archive.
        report: Called with the reason for each story whose text cannot be compared.
    """
    oldest_first = stories[::-1]
    texts = [_shingles(story, report) for story in oldest_first]
    clusters = _clusters(len(texts), version_pairs(texts), _revisits(oldest_first))
    return tuple(
        VersionCluster(tuple(oldest_first[number] for number in reversed(numbers)))
        for numbers in reversed(clusters)
    )


def _shingles(story: TaggedArticle, report: Report) -> ShingleSet:
    try:
        return ShingleSet.of(f"{story.article.title}\n{story.text}")
    except Exception as error:
        report(InputError.unforeseen(story.name, error, step="compared with others"))
        return ShingleSet.of("")


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


def _revisits(stories: Sequence[TaggedArticle]) -> dict[int, int]:
    """Return for stories that stand at the address of an earlier one the number of that.

    Stories with headlines of their own out of one file that names one address for all, as some
    feeds and tables do, are not versions of each other.

    Args:
        stories: The stories, oldest first.
    """
    at_address: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        if key := address_key(story.article.url):
            at_address[key].append(number)
    return {
        later: earlier
        for numbers in at_address.values()
        if len(numbers) < MOST_AT_ONE_ADDRESS
        for earlier, later in pairwise(numbers)
        if not _are_listed_together(stories[earlier].article, stories[later].article)
    }


def _are_listed_together(one: Article, other: Article) -> bool:
    is_one_file = bool(one.original) and one.original == other.original
    return is_one_file and one.title != other.title


def _clusters(
    count: int, pairs: Iterator[tuple[int, int]], revisits: Mapping[int, int]
) -> list[list[int]]:
    """Return the texts that have versions, grouped; oldest first.

    A text joins the cluster that most of its versions are in, if it is a version of half of it.
    So one text that resembles two stories does not make one of them. Else it joins that of the
    text which it is a revisit of.
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
        if fitting:
            cluster = -max(fitting)[1]
        elif number in revisits:
            cluster = cluster_of[revisits[number]]
        else:
            cluster = len(members)
            members.append([])
        members[cluster].append(number)
        cluster_of.append(cluster)
    return [numbers for numbers in members if len(numbers) > 1]
