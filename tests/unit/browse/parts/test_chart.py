from __future__ import annotations

import datetime
from collections import Counter

from cuttings.browse.parts.chart import Bar, ChartUnit, chart_over_time, day_bars
from cuttings.browse.parts.period import Period


def days(*texts: str) -> list[datetime.date]:
    return [datetime.date.fromisoformat(text) for text in texts]


def test_months_without_stories_are_drawn_without_link() -> None:
    chart = chart_over_time(days("2024-01-05", "2024-03-01", "2024-03-31"))
    assert chart.unit is ChartUnit.MONTH
    assert chart.bars == (
        Bar("January 2024", 1, "dates/2024-01.html", 0.5),
        Bar("February 2024", 0, "", 0.0),
        Bar("March 2024", 2, "dates/2024-03.html", 1.0),
    )


def test_months_run_over_the_turn_of_a_year() -> None:
    chart = chart_over_time(days("2023-12-31", "2024-01-01"))
    assert [bar.path for bar in chart.bars] == ["dates/2023-12.html", "dates/2024-01.html"]


def test_longer_stretches_are_drawn_by_year_then_by_decade() -> None:
    years = chart_over_time(days("1999-12-31", "2003-01-01"))
    assert years.unit is ChartUnit.YEAR
    assert [(bar.label, bar.count) for bar in years.bars] == [
        ("1999", 1),
        ("2000", 0),
        ("2001", 0),
        ("2002", 0),
        ("2003", 1),
    ]
    decades = chart_over_time(days("1899-12-31", "2003-01-01"))
    assert decades.unit is ChartUnit.DECADE
    assert decades.bars[0] == Bar("1890s", 1, "", 1.0)
    assert len(decades.bars) == 12


def test_no_days_no_bars() -> None:
    assert chart_over_time([]).bars == ()


def test_the_first_and_last_year_of_the_calendar() -> None:
    chart = chart_over_time([datetime.date.min, datetime.date.max])
    assert (chart.bars[0].label, chart.bars[-1].label) == ("00s", "9990s")


def test_a_month_is_drawn_from_its_first_day_to_its_last() -> None:
    bars = day_bars(Counter({Period(2024, 2, 3): 4, Period(2024, 2, 28): 2}), lambda day: day.path)
    assert len(bars) == 29
    assert bars[0] == Bar("1 February 2024", 0, "", 0.0)
    assert bars[2] == Bar("3 February 2024", 4, "dates/2024-02-03.html", 1.0)
    assert (bars[27].share, bars[28].count) == (0.5, 0)
    whole = day_bars(Counter({Period(2024, 2, 1): 1, Period(2024, 2, 29): 3}), lambda day: day.path)
    assert [bar.count for bar in (whole[0], whole[28])] == [1, 3]
