from __future__ import annotations

import datetime

import pytest

from cuttings.article.date_line import read_date


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2015-07-24", "2015-07-24"),
        ("2015-07-24T05:36:09+01:00", "2015-07-24T05:36:09+01:00"),
        ("2015-07-24T05:36:09-23:59", "2015-07-24T05:36:09-23:59"),
        ("24 July 2015 05:36 UTC", "2015-07-24T05:36:00+00:00"),
        ("24 July 2015 05:36 EST", "2015-07-24T05:36:00"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31T23:59:59", "9999-12-31T23:59:59"),
    ],
)
def test_a_day_and_an_instant_are_read(value: str, iso: str) -> None:
    assert read_date(value).isoformat() == iso


def test_a_value_of_a_hundred_characters_is_looked_at_and_a_longer_one_not() -> None:
    value = "2015-07-24 05:36" + " " * 84
    assert read_date(value) == datetime.datetime(2015, 7, 24, 5, 36)
    with pytest.raises(ValueError, match=r"^is not a date$"):
        read_date(f"{value} ")


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "0000-01-01",
        "10000-01-01",
        "2024-02-30",
        "2024-01-01T24:30:00",
        "2024-01-01T23:59:61Z",
        "2024-01-01T00:00:00-25:00",
        "2024-01-01 00:00 +99:99",
        "1 January 2024 10:00 UTC+30",
        "0001-01-01T00:00:00+10:00",
        "9999-12-31T23:59:59-10:00",
        "9" * 50,
        "1e999999999",
        "2024-01-01 " * 10_000,
        "\ud800",
    ],
)
def test_what_is_not_a_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^is not a date$"):
        read_date(value)


@pytest.mark.parametrize("value", ["2024", "March 2024", "3 March", "Monday", "10:30"])
def test_what_leaves_a_part_out_is_not_filled_from_the_clock(value: str) -> None:
    with pytest.raises(ValueError, match=r"^is not a full date$"):
        read_date(value)


def test_a_month_that_some_years_lack_a_day_of_is_no_exception() -> None:
    assert read_date("29 February 2024") == datetime.datetime(2024, 2, 29)
