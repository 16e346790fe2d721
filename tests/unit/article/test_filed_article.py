from __future__ import annotations

import datetime
from pathlib import Path

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import render_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import filed_articles
from cuttings.errors import InputError

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


def _write(folder: ContentFolder, name: str, text: str) -> Path:
    path = folder.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_article_is_read_with_its_html_and_its_text(folder: ContentFolder) -> None:
    path = _write(folder, "2024/a-title.md", render_article(ARTICLE))
    problems: list[InputError] = []
    (filed,) = filed_articles(folder, problems.append)
    assert (filed.path, problems) == (path, [])
    assert filed.article == ARTICLE
    assert "<p>2016. november</p>" in filed.html
    assert "script" not in filed.html
    assert filed.text == "2016. november\n\none\n\ntwo"


def test_what_cannot_be_read_is_reported_and_the_rest_is_read(folder: ContentFolder) -> None:
    bad = _write(folder, "bad.md", "Date: 2024-01-01\n\nNo title\n")
    (folder.articles / "gone.md").symlink_to(folder.root / "nowhere")
    _write(folder, "good.md", render_article(ARTICLE))
    problems: list[InputError] = []
    assert [filed.path.name for filed in filed_articles(folder, problems.append)] == ["good.md"]
    assert str(problems[0]) == f"{bad}: it has no Title line; add one, as in 'Title: …'"
    assert [Path(problem.path).name for problem in problems] == ["bad.md", "gone.md"]
