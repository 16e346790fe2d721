"""The stories as the desk knows them, of their files or of what is kept of these."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import InputError
from cuttings.review.archive.archive_stories import ArchiveStories
from cuttings.review.archive.desk_story import first_lines


def _refuse(error: InputError) -> None:
    raise error


def _opened(archive: ContentFolder) -> ArchiveStories:
    stories = ArchiveStories(archive)
    stories.refresh(_refuse)
    return stories


def test_a_desk_that_is_opened_again_knows_the_stories_without_their_files(
    archive: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.article.article_files._SETTLED", -10_000_000_000)
    monkeypatch.setattr("cuttings.kept_rows._MOST_UNKEPT", 0)
    read = _opened(archive)
    changed, *_ = archive.article_paths()
    text = changed.read_text(encoding="utf-8").replace("Title: ", "Title: Late: ")
    changed.write_text(text, encoding="utf-8")
    asked: list[Path] = []

    def noted(path: Path) -> list[Any]:
        asked.append(path)
        return first_lines(path)

    monkeypatch.setattr("cuttings.review.archive.archive_stories.first_lines", noted)
    opened = _opened(archive)
    assert asked == [changed]
    late = opened.get(changed)
    assert late is not None
    assert late.title.startswith("Late: ")
    others = [story for story in opened.newest if story is not late]
    assert others == [story for story in read.newest if story.path != changed]
