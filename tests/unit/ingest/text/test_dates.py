from __future__ import annotations

import datetime

import pytest

from cuttings.ingest.text.dates import (
    dateline_date,
    line_date,
    parse_date,
    parse_stated_date,
    url_date,
)

MARCH = datetime.date(2020, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-03",
        "2020-03-03T23:30:00-08:00",
        "2020-03-03T10:00:00.000Z",
        "2020-03-03 10:00:00",
        "20200303",
        "3 March 2020",
        "March 3, 2020",
        "Mar. 3rd, 2020 at 6:01 am",
        "3 mars 2020",
        "3 de marzo de 2020",
        "3. März 2020",
        "03.03.2020",
        "03/03/2020",
        "Tue Mar 03 21:30:09 EST 2020",
        "mar., 3 mars 2020",
        "3 марта 2020 г.",
        "3 marca 2020 r.",
        "3 maart 2020",
        "3 Μαρτίου 2020",
        "3 Mart 2020 Salı",
        "3-Mar-2020",
        "2020年3月3日",
    ],
)
def test_full_dates_are_read_in_their_own_zone(text: str) -> None:
    assert parse_date(text) == MARCH


@pytest.mark.parametrize(
    "text", ["", "2020", "March 2020", "3 March", "10:30", "today", "04/05/2020", "2020-13-45"]
)
def test_what_is_not_a_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_with_the_day_first_is_read_where_it_can_only_be_so() -> None:
    assert parse_date("13/05/2020") == datetime.date(2020, 5, 13)
    assert parse_date("4.5.2020") == datetime.date(2020, 5, 4)


@pytest.mark.parametrize(
    ("paragraph", "date"),
    [
        ("LONDON, 3 March 2020 (Reuters) - Prices rose.", MARCH),
        ("SAN SALVADOR, March 3, 2020 — Prices rose.", MARCH),
        ("New Delhi, March 3, 2020: Prices rose.", MARCH),
        ("Rome, Italy, 3 March 2020", MARCH),
        ("Merkel, who was born on 3 March 2020: a portrait.", None),
        ("The treaty was signed in Rome, Italy, on 3 March 2020.", None),
        ("SALVADOR, Feb 26 - Showers continued.", None),
        ("Prices rose on 3 March 2020 - the highest - in London.", None),
        ("He was born on 3 March 2020.", None),
    ],
)
def test_only_a_dateline_with_a_year_is_a_date(paragraph: str, date: datetime.date | None) -> None:
    assert dateline_date(paragraph) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 3 March 2020", MARCH),
        ("March 3, 2020 at 6:01 am", MARCH),
        ("Updated Tuesday, 3 March 2020, 10:30 GMT", MARCH),
        ("Veröffentlicht am Dienstag, 3. März 2020 um 10.30 Uhr", MARCH),
        ("Publié le 3 mars 2020 à 10:30", MARCH),
        ("03.03.2020, 10:30", MARCH),
        ("Опубликовано 3 марта 2020, вторник", MARCH),
        ("The treaty of 3 March 2020", None),
        ("3 March", None),
    ],
)
def test_a_line_that_is_only_a_date(line: str, date: datetime.date | None) -> None:
    assert line_date(line) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.org/2020/03/03/story.html", MARCH),
        ("https://example.org/news/2020-03-03/story", MARCH),
        ("https://example.org/2020/mar/03/story", MARCH),
        ("https://example.org/20200303-story", MARCH),
        ("https://example.org/2020/03/story", None),
        ("https://example.org/article/20203003", None),
        ("https://example.org/?d=2020/03/03", None),
        ("", None),
        ("https://[x.example/2020/03/03/a", None),
    ],
)
def test_dates_in_addresses(url: str, date: datetime.date | None) -> None:
    assert url_date(url) == date


def test_the_first_date_stated_is_taken() -> None:
    assert parse_stated_date("on March 3, 2020 and 4 April 2021") == MARCH
    assert parse_stated_date("on 31 February 2020") is None


def test_a_value_longer_than_any_date_is_none() -> None:
    assert parse_date("3/3/2020 " + "1 " * 1_000_000) is None
    assert parse_date("Thu, 05 Mar 2020 10:00:00 +0000 (UTC)") == datetime.date(2020, 3, 5)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12-05-2020", datetime.date(2020, 12, 5)),
        ("13-05-2020", datetime.date(2020, 5, 13)),
        ("03.04.2020", datetime.date(2020, 4, 3)),
        ("05/05/2020", datetime.date(2020, 5, 5)),
        ("13/05/2020", datetime.date(2020, 5, 13)),
        ("05/13/2020", datetime.date(2020, 5, 13)),
        ("12/05/2020", None),
        ("05/12/2020", None),
    ],
)
def test_the_mark_between_numbers_tells_which_is_the_day(
    text: str, date: datetime.date | None
) -> None:
    assert parse_date(text) == date
