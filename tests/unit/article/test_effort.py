from __future__ import annotations

import pytest

from cuttings.article.effort import Effort, EffortError


def test_effort_can_be_spent_to_the_last_unit() -> None:
    effort = Effort(10)
    effort.spend(9)
    assert not effort.is_spent
    effort.spend(1)
    assert effort.is_spent
    effort.spend(0)
    with pytest.raises(EffortError):
        effort.spend(1)


def test_what_a_part_spends_the_whole_has_spent() -> None:
    whole = Effort(10)
    Effort(6, whole).spend(6)
    Effort(6, whole).spend(3)
    whole.spend(1)
    assert whole.is_spent
    with pytest.raises(EffortError):
        Effort(6, whole).spend(1)


def test_a_part_spends_no_more_of_the_whole_than_it_has() -> None:
    whole = Effort(10)
    part = Effort(4, whole)
    for _ in range(2):
        with pytest.raises(EffortError):
            part.spend(100)
    whole.spend(6)
    assert whole.is_spent
