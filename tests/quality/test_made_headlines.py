"""Floors that the headlines we make have reached; they only rise."""

from __future__ import annotations

from pathlib import Path

from tests.quality.made_headlines import headline_scores

FLOOR = 0.358
LARGEST_GAP = 0.01


def test_made_headlines_have_the_words_of_editors(shared_corpora: Path) -> None:
    seen, unseen = (score.f1 for score in headline_scores(shared_corpora).values())
    assert unseen >= FLOOR
    assert abs(seen - unseen) <= LARGEST_GAP
