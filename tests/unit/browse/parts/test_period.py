from __future__ import annotations

import datetime

from cuttings.browse.parts.period import Period, day_label, period_path


def test_a_period_has_a_label_and_a_page() -> None:
    periods = [Period(2024, 1), Period(2024, 12), Period(2024), Period(812)]
    assert [(period.label, period.path) for period in periods] == [
        ("January 2024", "dates/2024-01.html"),
        ("December 2024", "dates/2024-12.html"),
        ("2024", "dates/2024.html"),
        ("812", "dates/0812.html"),
    ]


def test_periods_are_in_order_of_time() -> None:
    assert sorted([Period(2024, 2), Period(2023, 12), Period(2024)]) == [
        Period(2023, 12),
        Period(2024),
        Period(2024, 2),
    ]


def test_a_day_is_written_as_people_do() -> None:
    assert day_label(datetime.date(2018, 1, 5)) == "5 January 2018"
    assert day_label(datetime.datetime(2018, 12, 31, 8)) == "31 December 2018"
    assert day_label(None) == "Undated"


def test_a_day_lies_in_a_month() -> None:
    assert period_path(datetime.date(2018, 4, 5)) == "dates/2018-04.html"
    assert period_path(None) == "dates/undated.html"
