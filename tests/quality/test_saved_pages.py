"""Floors for the reading of saved pages; ``saved_pages`` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.saved_pages import Row, mean_f1, saved_page_rows


@pytest.fixture(scope="module")
def rows(shared_corpora: Path) -> list[Row]:
    return saved_page_rows(shared_corpora / "saved-pages")


def test_every_page_is_taken_in(rows: list[Row]) -> None:
    assert len(rows) == 16
    assert min(row.ours.f1 for row in rows) >= 0.9


def test_the_words_of_the_story_are_found(rows: list[Row]) -> None:
    ours = mean_f1([row.ours for row in rows])
    assert ours >= 0.98
    assert ours > mean_f1([row.baseline for row in rows]) + 0.05


def test_the_headline_is_found(rows: list[Row]) -> None:
    # The other two references take the title element, not the heading that readers see.
    assert sum(row.ours.title for row in rows) >= 14


def test_the_author_is_found(rows: list[Row]) -> None:
    assert sum(row.ours.author is True for row in rows) >= 11
