from __future__ import annotations

import pytest

from cuttings.article.language.calendar_words import (
    ENGLISH_DAYS_AND_MONTHS,
    ENGLISH_MONTHS,
    month_numbers,
    weekday_names,
)


@pytest.mark.parametrize(
    ("name", "number"),
    [("january", 1), ("jan", 1), ("sept", 9), ("março", 3), ("mai", 5), ("mei", 5), ("мая", 5)],
)
def test_a_month_has_its_number(name: str, number: int) -> None:
    assert month_numbers()[name] == number


def test_no_english_month_is_doubtful() -> None:
    assert month_numbers().keys() >= ENGLISH_MONTHS
    assert len(ENGLISH_MONTHS) == 24


def test_days_of_the_week_are_whole_words() -> None:
    assert {"monday", "sunday", "may"} <= ENGLISH_DAYS_AND_MONTHS
    assert not {"sun", "sat", "mon"} & ENGLISH_DAYS_AND_MONTHS
    assert {"monday", "lundi", "montag"} <= weekday_names()
