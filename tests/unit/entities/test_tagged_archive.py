from __future__ import annotations

import datetime
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.tagged_archive import tagged_archive
from cuttings.errors import raise_error


def _filed(slug: str, date: datetime.date | None) -> FiledArticle:
    article = Article(
        title=slug,
        body="Text.",
        slug=slug,
        added=datetime.date(2026, 1, 2),
        original="",
        date=date,
    )
    return FiledArticle(Path(f"{slug}.md"), article, "<p>Text.</p>", "Text.")


def test_stories_go_from_the_newest_to_the_oldest_then_the_undated(tmp_path: Path) -> None:
    articles = [
        _filed("b-undated", None),
        _filed("old", datetime.date(1987, 1, 1)),
        _filed("a-undated", None),
        _filed("new", datetime.date(2025, 1, 1)),
        _filed("also-new", datetime.date(2025, 1, 1)),
    ]
    archive = tagged_archive(articles, Authorities.read(tmp_path, raise_error), raise_error)
    assert [story.article.slug for story in archive.stories] == [
        "also-new",
        "new",
        "old",
        "a-undated",
        "b-undated",
    ]
