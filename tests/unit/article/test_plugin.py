from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import render_article
from cuttings.article.plugin import ArticleReader
from cuttings.build_problems import BuildProblems

ARTICLE = Article(
    title="A “title” with <tags> & more",
    body="2016\\. november\n\n- one\n- <b>two</b>\n\n<script>alert(1)</script>",
    slug="a-title",
    added=datetime.date(2024, 4, 28),
    date=datetime.datetime(2024, 4, 27, 13, 5, tzinfo=datetime.UTC),
    dated=Certainty.EXACT,
    summary="Less < more",
    people=("Ann; Lee",),
)


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return {**DEFAULT_CONFIG, "PATH": str(tmp_path)}


def _write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_articles_are_read_as_cuttings_reads_them(tmp_path: Path, settings: dict[str, Any]) -> None:
    path = _write(tmp_path, "articles/2024/a-title.md", render_article(ARTICLE))
    content, metadata = ArticleReader(settings).read(path)
    assert metadata["article"].title == metadata["title"] == ARTICLE.title
    assert metadata["article"].people == ("Ann; Lee",)
    assert metadata["slug"] == "a-title"
    assert metadata["date"] == ARTICLE.date
    assert metadata["summary"] == "Less &lt; more"
    assert "2016. november" in content
    assert "script" not in content


def test_undated_articles_carry_the_day_they_came_in(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    path = _write(tmp_path, "articles/x.md", "Title: T\nDate: 2024-01-02\nDated: unknown\n\nText\n")
    _, metadata = ArticleReader(settings).read(path)
    assert metadata["article"].date is None
    assert (metadata["date"].year, metadata["date"].month, metadata["date"].day) == (2024, 1, 2)


def test_other_markdown_is_left_to_pelican(tmp_path: Path, settings: dict[str, Any]) -> None:
    path = _write(tmp_path, "pages/about.md", "Title: About\nStatus: hidden\n\nHello *you*\n")
    content, metadata = ArticleReader(settings).read(path)
    assert content == "<p>Hello <em>you</em></p>"
    assert metadata["status"] == "hidden"
    assert "article" not in metadata


def test_unreadable_articles_are_skipped_and_told_in_one_line(
    tmp_path: Path, settings: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    path = _write(tmp_path, "articles/bad.md", "Date: 2024-01-01\n\nNo title\n")
    _, metadata = ArticleReader(settings).read(path)
    assert metadata == {"status": "skip"}
    assert BuildProblems.of(settings).count == 1
    assert [record.getMessage() for record in caplog.records] == [
        f"{path}: it has no Title line; add one, as in 'Title: …'"
    ]
