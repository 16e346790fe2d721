from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article_file import read_article
from cuttings.entities.entity import EntityKind
from cuttings.errors import CuttingsError
from cuttings.review.archive.desk_story import Name
from cuttings.review.desk import Desk
from cuttings.review.story_desk import StoryDesk

NOBODY: Name = (EntityKind.PERSON, "")


@pytest.fixture
def stories(desk: Desk) -> StoryDesk:
    return StoryDesk(desk)


def first(stories: StoryDesk) -> dict[str, Any]:
    return stories.open_stories(frozenset(), 1)[0]


def path_of(desk: Desk, story: dict[str, Any]) -> Path:
    return desk.folder.root / str(story["file"])


def edit(stories: StoryDesk, story: dict[str, Any], action: str, name: Name = NOBODY) -> str:
    return stories.edit(story["file"], story["digest"], action, name)


def test_a_story_has_its_tags_with_sentences_and_its_mentions_marked(stories: StoryDesk) -> None:
    story = first(stories)
    assert (story["title"], story["date"], story["source"]) == (
        "Story 21.1",
        "2020-01-22",
        "Harbour Post",
    )
    (tag,) = story["tags"]
    assert (tag["heading"], tag["count"]) == ("José Zamora", 2)
    pieces = story["paragraphs"][0]
    assert [piece["text"] for piece in pieces if piece["tag"] == 0] == ["José Zamora"] * 2
    assert "".join(piece["text"] for piece in pieces).startswith("José Zamora spoke")


def test_tags_are_added_removed_and_given_another_role(desk: Desk, stories: StoryDesk) -> None:
    story = first(stories)
    edit(stories, story, "add", (EntityKind.COUNTRY, "UK"))
    again = stories.show(story["file"])
    edit(stories, again, "role", (EntityKind.COUNTRY, "United Kingdom"))
    article = read_article(path_of(desk, story))
    assert (article.countries, article.countries_mentioned) == ((), ("United Kingdom",))
    edit(stories, stories.show(story["file"]), "remove", (EntityKind.PERSON, "José Zamora"))
    assert read_article(path_of(desk, story)).people == ()


def test_a_reviewed_story_is_left_alone_and_leaves_the_list(desk: Desk, stories: StoryDesk) -> None:
    story = first(stories)
    before = path_of(desk, story).read_bytes()
    edit(stories, story, "reviewed")
    assert path_of(desk, story).read_bytes() == before.replace(b"Reviewed: no", b"Reviewed: yes")
    assert stories.progress() == {"done": 1, "open": 65, "stories": 1, "searching": False}
    assert first(stories)["title"] == "Story 21.2"
    desk.undo(1)
    assert path_of(desk, story).read_bytes() == before
    assert first(stories)["title"] == "Story 21.1"


def test_a_story_that_was_edited_by_hand_meanwhile_is_shown_anew(
    desk: Desk, stories: StoryDesk
) -> None:
    story = first(stories)
    path = path_of(desk, story)
    path.write_text(path.read_text("utf-8").replace("Story 21.1", "By hand"), "utf-8")
    with pytest.raises(CuttingsError, match="changed meanwhile; here it is anew"):
        edit(stories, story, "reviewed")
    assert "By hand" in path.read_text("utf-8")
    assert stories.show(story["file"])["title"] == "By hand"


@pytest.mark.parametrize("file", ["../secret.md", "/etc/passwd", "articles/2020/none.md", ""])
def test_nothing_but_a_story_of_the_archive_is_shown(stories: StoryDesk, file: str) -> None:
    with pytest.raises(CuttingsError, match="not in the archive"):
        stories.show(file)
