"""A value of any length stands whole on one page, and cut on every other."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Article, Certainty

DAY = datetime.date(2024, 1, 2)
LONG = 200_000
MOST_ELSEWHERE = 40_000
"""Bytes of any other page or file: a small archive's have half of that."""


OWN = ("people/pp-", "sources/ss-", "search/positions-")
"""Where a long name or headline is what the file is about, or the places of its words."""


@pytest.fixture(scope="module")
def site(run_pelican: Any, file_articles: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")

    def article(slug: str, day: int, **fields: Any) -> Article:
        return Article(
            body="Harbour news of the town.",
            slug=slug,
            added=DAY,
            date=DAY.replace(day=day),
            dated=Certainty.EXACT,
            countries=("France",),
            organizations=(),
            **fields,
        )

    build = run_pelican(
        file_articles(
            folder / "content",
            article("before", 1, title="Before", people=()),
            article(
                "long",
                2,
                title="Tt " * (LONG // 3),
                source="Ss " * (LONG // 3),
                author="Aa " * (LONG // 3),
                summary="Uu " * (LONG // 3),
                people=("Pp " * (LONG // 3),),
            ),
            article("after", 3, title="After", people=()),
        ),
        folder / "output",
        settings="publishconf.py",
        SITEURL="https://example.org",
    )
    assert build.status == 0, build.messages
    output: Path = build.output
    return output


def test_the_story_s_own_page_has_all_of_it(site: Path) -> None:
    page = (site / "articles" / "long.html").read_text(encoding="utf-8")
    assert ("Tt " * (LONG // 3)).strip() in page


def test_no_other_page_repeats_it(site: Path) -> None:
    large = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.stat().st_size > MOST_ELSEWHERE
    }
    repeating = {path for path in large if not path.startswith("theme/")}
    assert repeating == {
        "articles/long.html",
        "data/articles.jsonl",
        *(path for path in repeating if path.startswith(OWN)),
    }
