from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.holdings import MOST_AT_ONE_ADDRESS, Holdings


@pytest.fixture
def folder(folder: ContentFolder) -> ContentFolder:
    year = folder.articles / "1989"
    year.mkdir(parents=True)
    (year / "wall.md").write_text("Title: Wall\nOriginal: abc\n\nOriginal: def\n", encoding="utf-8")
    (year / "other.md").write_text("Title: Other\nSlug: summit\n\nText\n", encoding="utf-8")
    folder.originals.mkdir()
    (folder.originals / "abc.txt").touch()
    return folder


def test_articles_are_found_by_their_original(folder: ContentFolder) -> None:
    holdings = Holdings(folder)
    assert holdings.articles_of("abc") == (folder.articles / "1989" / "wall.md",)
    assert holdings.articles_of("def") == ()
    assert holdings.has_original("abc")
    assert not holdings.has_original("def")


def test_a_slug_is_free_once_in_the_whole_archive(folder: ContentFolder) -> None:
    holdings = Holdings(folder)
    digest = "0123456789" * 6
    assert holdings.free_slug("new", digest) == "new"
    assert holdings.free_slug("summit", digest) == "summit-01234567"
    holdings.add(folder.articles / "2000" / "x.md", digest, "", "summit-01234567")
    again = holdings.free_slug("summit", digest)
    assert again.startswith("summit-")
    assert again != "summit-01234567"


def test_articles_are_found_by_their_address(folder: ContentFolder) -> None:
    path = folder.articles / "1989" / "summit.md"
    path.write_text("Title: Summit\nURL: https://www.planet.example/a\n\nText\n", encoding="utf-8")
    holdings = Holdings(folder)
    assert holdings.articles_at("http://planet.example/a/#top") == (path,)
    assert holdings.articles_at("http://planet.example/b") == ()
    assert holdings.articles_at("") == ()


def test_of_very_many_articles_at_one_address_the_last_are_remembered(tmp_path: Path) -> None:
    holdings = Holdings(ContentFolder(tmp_path))
    paths = [Path(f"{number}.md") for number in range(100)]
    for path in paths:
        holdings.add_address(path, "https://planet.example/news/")
    last = tuple(paths[-MOST_AT_ONE_ADDRESS:])
    assert holdings.articles_at("https://planet.example/news") == last


def test_an_empty_archive_holds_nothing(tmp_path: Path) -> None:
    assert Holdings(ContentFolder(tmp_path)).articles_of("abc") == ()


def test_the_stories_of_one_file_are_found_by_it(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    year = folder.articles / "1989"
    year.mkdir(parents=True)
    for record in ("b", "c"):
        text = f"Title: Wall\nOriginal: abc\nRecord: {record}\n\nText\n"
        (year / f"{record}.md").write_text(text, encoding="utf-8")
    holdings = Holdings(folder)
    assert holdings.stories_of("abc") == (year / "b.md", year / "c.md")
    assert holdings.articles_of("abc") == ()
    assert holdings.stories_of("") == ()
