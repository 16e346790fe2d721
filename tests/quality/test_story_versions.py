"""Floors for telling versions of one story; ``story_versions`` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.reuters import ReutersStory, reuters_stories
from tests.quality.story_versions import (
    EDITED,
    FoundPairs,
    Version,
    edited_archive,
    found_pairs,
    score,
)


@pytest.fixture(scope="module")
def stories(shared_corpora: Path) -> list[ReutersStory]:
    return list(reuters_stories(shared_corpora))


@pytest.fixture(scope="module")
def archive(stories: list[ReutersStory]) -> list[Version]:
    return edited_archive(stories)


@pytest.fixture(scope="module")
def pairs(archive: list[Version]) -> FoundPairs:
    return found_pairs(archive)


def test_edited_stories_are_told_from_others(
    archive: list[Version], stories: list[ReutersStory], pairs: FoundPairs
) -> None:
    found = score(archive, stories, pairs.alone)
    assert found.made == EDITED
    assert found.precision >= 0.98
    assert found.recall >= 0.95


def test_clusters_keep_stories_apart(
    archive: list[Version], stories: list[ReutersStory], pairs: FoundPairs
) -> None:
    found = score(archive, stories, pairs.clustered)
    assert found.precision >= 0.95
    assert found.recall >= 0.95
