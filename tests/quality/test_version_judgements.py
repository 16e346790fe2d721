"""Floors for telling versions from other events; ``version_judgements`` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.version_judgements import judged_score, judged_stories, judgements


def test_versions_are_told_from_other_events_in_the_same_words(shared_corpora: Path) -> None:
    judged = judgements()
    assert len(judged) == 200
    stories = judged_stories(shared_corpora)
    for is_unseen in (True, False):
        score = judged_score([one for one in judged if one.is_unseen is is_unseen], stories)
        assert score.precision >= 0.97
        assert score.recall >= 0.95


def test_a_third_of_the_judgements_is_kept_apart() -> None:
    unseen = sum(one.is_unseen for one in judgements())
    assert unseen == pytest.approx(200 / 3, abs=8)
