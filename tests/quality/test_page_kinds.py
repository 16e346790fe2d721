"""Floors for telling pages that are no article; ``page_kinds`` prints the table."""

from __future__ import annotations

from pathlib import Path

from tests.quality.page_kinds import precision, recall, saved_pages, written_pages


def test_pages_that_are_no_article_are_told() -> None:
    verdicts = written_pages()
    assert precision(verdicts) >= 0.99
    assert recall(verdicts) >= 0.99


def test_no_saved_article_is_left_out(shared_corpora: Path) -> None:
    verdicts = list(saved_pages(shared_corpora / "saved-pages"))
    assert len(verdicts) == 16
    assert all(one.is_right for one in verdicts)
