from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.packing import pack
from cuttings.search_index.version_list import pack_versions
from cuttings.versions.version_cluster import VersionCluster

MakeStory = Callable[..., TaggedArticle]


def test_clusters_are_written_as_differences_in_the_order_of_documents(
    make_story: MakeStory,
) -> None:
    stories = [make_story(f"Title {number}") for number in range(9)]
    first = VersionCluster((stories[4], stories[1], stories[2]))
    second = VersionCluster((stories[3], stories[8]))
    assert pack_versions(stories, [second, first]) == pack([3, 1, 1, 2, 2, 2, 5])


def test_an_archive_without_versions_writes_nothing(make_story: MakeStory) -> None:
    assert pack_versions([make_story("Title")], []) == ""
