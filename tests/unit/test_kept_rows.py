"""What is kept of articles is what reading every file gives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.holdings import Holdings
from cuttings.kept_rows import KeptRows


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuttings.article.article_files._SETTLED", -10_000_000_000)
    monkeypatch.setattr("cuttings.kept_rows._MOST_UNKEPT", 0)


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    folder = ContentFolder(tmp_path)
    year = folder.articles / "1989"
    year.mkdir(parents=True)
    lines = "Original: abc\nRecord: def\nURL: https://planet.example/a/\n"
    (year / "wall.md").write_text(f"Title: Wall\n{lines}\nText\n", encoding="utf-8")
    (year / "other.md").write_text("Title: Other\nSlug: summit\n\nText\n", encoding="utf-8")
    Holdings(folder)
    return folder


def _record(folder: ContentFolder) -> dict[str, Any]:
    record: dict[str, Any] = orjson.loads(folder.identities_cache.read_bytes())
    return record


def _mark(folder: ContentFolder, **changes: object) -> None:
    """Change what is kept, so that it shows whether a file was read."""
    record = _record(folder)
    for row in record["articles"].values():
        row[-1] = "kept"
    folder.identities_cache.write_bytes(orjson.dumps(record | changes))


def _rows(folder: ContentFolder) -> list[str]:
    kept = KeptRows(folder.identities_cache, folder.root, lambda path: [path.stem])
    return [kept.row(path)[-1] for path in folder.article_paths()]


def test_an_archive_holds_what_its_files_say_whether_they_are_read_or_not(
    folder: ContentFolder,
) -> None:
    wall = folder.articles / "1989" / "wall.md"
    for _ in range(2):
        holdings = Holdings(folder)
        assert holdings.articles_of("def") == holdings.stories_of("abc") == (wall,)
        assert holdings.articles_at("http://planet.example/a") == (wall,)
        assert holdings.free_slug("summit", "0" * 64) == "summit-00000000"


def test_a_file_is_read_again_when_it_was_touched(folder: ContentFolder) -> None:
    _mark(folder)
    assert _rows(folder) == ["kept", "kept"]
    os.utime(folder.articles / "1989" / "wall.md")
    assert _rows(folder) == ["kept", "wall"]


@pytest.mark.parametrize("damage", ["{", "[]", '{"articles": {}}', "code"])
def test_what_is_damaged_or_of_other_code_is_read_anew(folder: ContentFolder, damage: str) -> None:
    _mark(folder, code="other")
    if damage != "code":
        folder.identities_cache.write_text(damage, encoding="utf-8")
    assert _rows(folder) == ["other", "wall"]


def test_what_is_gone_is_forgotten(folder: ContentFolder) -> None:
    (folder.articles / "1989" / "wall.md").unlink()
    Holdings(folder)
    assert list(_record(folder)["articles"]) == ["articles/1989/other.md"]


def test_a_few_files_are_read_in_each_run(
    folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.kept_rows._MOST_UNKEPT", 2)
    folder.identities_cache.unlink()
    assert Holdings(folder).free_slug("wall", "0" * 64) != "wall"
    assert not folder.identities_cache.exists()
