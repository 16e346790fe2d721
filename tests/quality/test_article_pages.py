"""Floors for pages that nobody tuned for; ``article_pages`` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.article_page_score import (
    Expected,
    PageReading,
    body_accuracy,
    field_score,
    passage_accuracy,
)
from tests.quality.article_pages import article_pages, in_processes, read_by_cuttings

Pair = tuple[Expected, PageReading]


@pytest.fixture(scope="module")
def unseen(shared_corpora: Path) -> list[Pair]:
    pages = [page for page in article_pages(shared_corpora / "article-pages") if page.is_unseen]
    readings = in_processes(read_by_cuttings, pages)
    return [(page.expected, reading) for page, reading in zip(pages, readings, strict=True)]


def test_the_whole_text_of_unseen_pages_is_found(unseen: list[Pair]) -> None:
    assert len(unseen) == 217
    assert body_accuracy(unseen).f1 >= 0.968


def test_passages_of_unseen_pages_are_told_from_what_is_around_them(unseen: list[Pair]) -> None:
    assert passage_accuracy(unseen).f1 >= 0.93


def test_hardly_any_unseen_page_is_refused(unseen: list[Pair]) -> None:
    assert sum(bool(reading.refused) for _, reading in unseen) <= 1


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [("title", 0.86, 0.13), ("author", 0.73, 0.071), ("date", 0.89, 0.065)],
)
def test_what_unseen_pages_say_of_their_story_is_found(
    unseen: list[Pair], field: str, right: float, wrong: float
) -> None:
    score = field_score(unseen, field)
    assert score.right >= right
    assert score.wrong <= wrong
