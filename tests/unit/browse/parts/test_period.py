from __future__ import annotations

import datetime

from cuttings.browse.parts.period import Period, day_label


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


def test_a_day_is_part_of_a_month_and_a_year() -> None:
    day = Period.of_day(datetime.date(2018, 4, 5))
    assert (day.label, day.path) == ("5 April 2018", "dates/2018-04-05.html")
    assert day.above == (Period(2018), Period(2018, 4))
    assert (Period(2018, 4).above, Period(2018).above) == ((Period(2018),), ())


def test_periods_follow_each_other() -> None:
    assert (Period(2018, 4).next, Period(2018, 12).next) == (Period(2018, 5), Period(2019, 1))
    assert Period(999).next.text == "1000"
