"""Floors for telling pages that are no article; ``page_kinds`` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.page_kinds import JUDGES, precision, recall, saved_pages, written_pages

FLOORS = {"in a web archive": 0.99, "saved with its address": 0.87, "saved without": 0.68}


@pytest.mark.parametrize("name", JUDGES)
def test_pages_that_are_no_article_are_told(name: str) -> None:
    verdicts = written_pages(JUDGES[name])
    assert precision(verdicts) >= 0.99
    assert recall(verdicts) >= FLOORS[name]


@pytest.mark.parametrize("name", JUDGES)
def test_no_saved_article_is_left_out(shared_corpora: Path, name: str) -> None:
    verdicts = list(saved_pages(shared_corpora / "saved-pages", JUDGES[name]))
    assert len(verdicts) == 16
    assert all(one.is_right for one in verdicts)
