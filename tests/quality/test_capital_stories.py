"""Stories set in capitals are tagged as the same stories are that are not."""

from __future__ import annotations

from pathlib import Path

from tests.quality.capital_stories import CAPITALS, HALVES, WRITTEN, capital_scores

LARGEST_LOSS = 0.01
STORIES = 100


def test_capitals_cost_hardly_a_person_or_country(shared_corpora: Path) -> None:
    scores = capital_scores(shared_corpora, STORIES)
    lost = {
        (half, kind, measure): written - in_capitals
        for half in HALVES
        for kind in ("people", "countries")
        for measure in ("precision", "recall")
        if (written := getattr(scores[half, kind, WRITTEN], measure))
        - (in_capitals := getattr(scores[half, kind, CAPITALS], measure))
        > LARGEST_LOSS
    }
    assert lost == {}
