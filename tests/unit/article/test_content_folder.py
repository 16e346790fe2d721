from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.article.article import Article
from cuttings.article.content_folder import ContentFolder


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def test_each_thing_has_its_place(folder: ContentFolder) -> None:
    places = {
        "inbox": folder.inbox,
        "articles": folder.articles,
        "originals": folder.originals,
        "to-fetch.csv": folder.fetch_list,
        "fetched.csv": folder.captures,
        "authorities": folder.authorities,
    }
    assert places == {name: folder.root / name for name in places}


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (datetime.date(812, 5, 6), "0812"),
        (datetime.datetime(2020, 3, 3, 8, tzinfo=datetime.UTC), "2020"),
        (None, "2026"),
    ],
)
def test_an_article_is_filed_by_its_year(
    folder: ContentFolder, date: datetime.date | None, year: str
) -> None:
    article = Article(
        title="Piers", body="", slug="piers", date=date, added=datetime.date(2026, 1, 2)
    )
    assert folder.article_path(article) == folder.articles / year / "piers.md"


def test_the_files_of_articles_come_in_a_fixed_order(folder: ContentFolder) -> None:
    for name in ("2021/b.md", "2020/c.md", "2021/a.md", "d.md", "2020/notes.txt"):
        path = folder.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert list(folder.article_paths()) == [
        folder.articles / name for name in ("2020/c.md", "2021/a.md", "2021/b.md", "d.md")
    ]


def test_hidden_files_and_folders_are_left_out(folder: ContentFolder) -> None:
    (folder.articles / ".git").mkdir(parents=True)
    (folder.articles / ".git" / "a.md").touch()
    (folder.articles / ".b.md").touch()
    assert list(folder.article_paths()) == []


def test_what_stands_where_an_article_should_comes_too(folder: ContentFolder) -> None:
    (folder.articles / "2020" / "folder.md").mkdir(parents=True)
    (folder.articles / "elsewhere").symlink_to(folder.root)
    (folder.articles / "link.md").symlink_to(folder.root / "nothing")
    assert list(folder.article_paths()) == [
        folder.articles / name for name in ("2020/folder.md", "elsewhere", "link.md")
    ]


def test_an_archive_without_articles_has_no_files(folder: ContentFolder) -> None:
    assert list(folder.article_paths()) == []


def test_a_folder_that_cannot_be_opened_comes_too(folder: ContentFolder) -> None:
    folder.articles.write_text("a file", encoding="utf-8")
    assert list(folder.article_paths()) == [folder.articles]
