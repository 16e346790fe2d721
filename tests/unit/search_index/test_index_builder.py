from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index import token_column
from cuttings.search_index.index_builder import build_index, number_documents


def test_documents_go_from_the_newest_to_the_undated(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [
        make_story(slug="undated-b"),
        make_story(slug="old", date=datetime.date(1945, 5, 8)),
        make_story(slug="morning", date=datetime.datetime(2024, 4, 26, 8)),
        make_story(slug="undated-a"),
        make_story(slug="evening", date=datetime.datetime(2024, 4, 26, 20, tzinfo=datetime.UTC)),
        make_story(slug="day", date=datetime.date(2024, 4, 26)),
    ]
    assert [story.article.slug for story in number_documents(stories)] == [
        "evening",
        "morning",
        "day",
        "old",
        "undated-a",
        "undated-b",
    ]


def test_the_same_stories_give_the_same_files(
    make_story: Callable[..., TaggedArticle], blinken: Entity, china: Entity, tmp_path: Path
) -> None:
    stories = [
        make_story("Oil", "Oil rose.", people=(blinken,), countries=(china,)),
        make_story("Gas", "Gas fell.", source="CNN"),
    ]
    build_index(stories, tmp_path / "a")
    build_index(stories[::-1], tmp_path / "b")
    assert _files(tmp_path / "a") == _files(tmp_path / "b")
    build_index(stories[:1], tmp_path / "a")
    build_index(stories[:1], tmp_path / "c")
    assert _files(tmp_path / "a") == _files(tmp_path / "c")


def test_the_files_are_the_same_however_many_processes_there_are(
    make_story: Callable[..., TaggedArticle],
    blinken: Entity,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(token_column, "LEAST_SHARE", 100)
    stories = [
        make_story(f"Story {number}", f"Oil rose by {number} to 中国's été", people=(blinken,))
        for number in range(20)
    ]
    for processes in (1, 2, 3):
        build_index(stories, tmp_path / str(processes), processes=processes)
    assert _files(tmp_path / "1") == _files(tmp_path / "2") == _files(tmp_path / "3")


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    build_index([], tmp_path)
    assert (tmp_path / "manifest.js").is_file()


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
