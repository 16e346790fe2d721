"""Versions: which documents are one story, so that a result can show it once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.packing import pack
from cuttings.versions.version_cluster import VersionCluster


def pack_versions(stories: Sequence[TaggedArticle], clusters: Iterable[VersionCluster]) -> str:
    """Return the clusters as they are written.

    Args:
        stories: The archive in the order of its documents.
        clusters: Those of its stories that are versions of one.

    Returns:
        The packed numbers of each cluster: how many documents it has, then their numbers,
        ascending, as differences. The first is counted from the first of the cluster before.
    """
    documents = {story.path: number for number, story in enumerate(stories)}
    numbered = (sorted(documents[story.path] for story in cluster.stories) for cluster in clusters)
    return pack(_differences(sorted(numbered)))


def _differences(clusters: Iterable[Sequence[int]]) -> Iterator[int]:
    last_first = 0
    for numbers in clusters:
        yield len(numbers)
        last = last_first
        for number in numbers:
            yield number - last
            last = number
        last_first = numbers[0]
