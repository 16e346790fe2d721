"""What an article's page says of where its text came from and how much of the story it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Article

WHOLE = Article(title="Whole", body="All of it.", slug="whole", added=datetime.date(2026, 1, 2))
PART = Article(
    title="Part",
    body="Some of it.",
    slug="part",
    added=datetime.date(2026, 1, 2),
    extent="summary",
    original="a" * 64,
    record="b" * 64,
)


@pytest.fixture(scope="module")
def pages(
    file_articles: Callable[..., Path],
    run_pelican: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("provenance")
    content = file_articles(folder / "content", WHOLE, PART)
    build = run_pelican(content, folder / "output")
    assert build.status == 0, build.messages
    return folder / "output" / "articles"


def test_a_text_that_is_not_the_whole_story_says_so(pages: Path) -> None:
    assert "Summary only" in (pages / "part.html").read_text(encoding="utf-8")
    assert " only</li>" not in (pages / "whole.html").read_text(encoding="utf-8")


def test_an_article_names_its_file_and_its_record(pages: Path) -> None:
    page = (pages / "part.html").read_text(encoding="utf-8")
    assert f"SHA-256 {PART.original}" in page
    assert f"SHA-256 {PART.record}" in page
