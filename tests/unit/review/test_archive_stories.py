from __future__ import annotations

from pathlib import Path

import pytest
from tests.files.desk_archive import file_story

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.errors import InputError, raise_error
from cuttings.review.archive.archive_stories import ArchiveStories

PERSON = EntityKind.PERSON


@pytest.fixture
def paths(folder: ContentFolder) -> list[Path]:
    names = ("Ann Lee", "Bo Ek", "Ann Lee")
    return [file_story(folder, f"Story {day}", day, name) for day, name in enumerate(names, 1)]


@pytest.fixture
def stories(folder: ContentFolder, paths: list[Path]) -> ArchiveStories:
    stories = ArchiveStories(folder)
    assert stories.refresh(raise_error)
    assert [story.path for story in stories.newest] == paths[::-1]
    return stories


def _titles(stories: ArchiveStories, name: str) -> list[str]:
    return [story.title for story in stories.names.get((PERSON, name), ())]


def test_only_what_changed_is_read_again(stories: ArchiveStories, paths: list[Path]) -> None:
    before = [stories.get(path) for path in paths]
    assert not stories.refresh(raise_error)
    text = paths[1].read_text("utf-8")
    paths[1].write_text(text.replace("Story 2", "By hand"), "utf-8")
    assert stories.refresh(raise_error)
    after = [stories.get(path) for path in paths]
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]
    assert _titles(stories, "Bo Ek") == ["By hand"]
    paths[0].unlink()
    assert stories.refresh(raise_error)
    assert stories.get(paths[0]) is None
    assert _titles(stories, "Ann Lee") == ["Story 3"]


def test_a_file_that_cannot_be_read_is_reported_and_the_others_count(
    stories: ArchiveStories, paths: list[Path]
) -> None:
    reported: list[InputError] = []
    paths[1].write_bytes(b"\xff\xfe")
    assert stories.refresh(reported.append)
    assert [error.path for error in reported] == [paths[1]]
    assert [story.path for story in stories.newest] == [paths[2], paths[0]]


def test_one_file_is_read_again_after_a_decision(
    folder: ContentFolder, stories: ArchiveStories, paths: list[Path]
) -> None:
    text = paths[1].read_text("utf-8")
    paths[1].write_text(text.replace("People: Bo Ek", "People: Ann Lee; Cy Po"), "utf-8")
    stories.refresh_one(paths[1])
    assert _titles(stories, "Ann Lee") == ["Story 3", "Story 2", "Story 1"]
    assert _titles(stories, "Cy Po") == ["Story 2"]
    assert (PERSON, "Bo Ek") not in stories.names
    assert [story.title for story in stories.newest] == ["Story 3", "Story 2", "Story 1"]
    assert not stories.refresh(raise_error)
    new = file_story(folder, "Story 0", 9, "Bo Ek")
    stories.refresh_one(new)
    assert _titles(stories, "Bo Ek") == ["Story 0"]
    assert stories.newest[0].path == new
    paths[0].write_text(paths[0].read_text("utf-8").replace("2020-01-01", "2020-01-30"), "utf-8")
    stories.refresh_one(paths[0])
    assert stories.newest[0].path == paths[0]
    assert _titles(stories, "Ann Lee") == ["Story 1", "Story 3", "Story 2"]


def test_a_heading_has_the_stories_of_all_its_forms(
    stories: ArchiveStories, paths: list[Path]
) -> None:
    record = AuthorityRecord(heading="Ann Lee", see_from=("Bo Ek",))
    authorities = Authorities({PERSON: [record]})
    found = stories.of_name((PERSON, "Ann Lee"), authorities)
    assert [story.path for story in found] == paths[::-1]
    assert list(stories.of_name((PERSON, "Bo Ek"), authorities)) == []
    alone = stories.of_name((PERSON, "Bo Ek"), Authorities())
    assert [stories.file_of(story) for story in alone] == ["articles/2020/story-2.md"]
