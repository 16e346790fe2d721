from __future__ import annotations

import datetime

import pytest

from cuttings.entities.countries.place_country import place_country


def test_place_on_its_own() -> None:
    assert place_country("TOKYO, March 3 -") == "Japan"
    assert place_country("Tokyo") == "Japan"
    assert place_country("") == ""


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("BIRMINGHAM, Ala, March 3 -", "United States"),
        ("Hauppauge, N.Y,. March 13 -", "United States"),
        ("CANTON, MA., March 27", "United States"),
        ("LONDON, Ontario, March 3 -", "Canada"),
        ("CANBERRA, A.C.T.", "Australia"),
        ("BIRMINGHAM, April 3", "United Kingdom"),
        ("WOLFSBURG, West Germany, March 13 -", "West Germany"),
        ("NOWHERE, March 13 -", ""),
    ],
)
def test_what_follows_the_city_decides(place: str, country: str) -> None:
    assert place_country(place) == country


def test_the_day_decides_where_the_country_was_another_then() -> None:
    then, now = datetime.date(1987, 3, 3), datetime.date(2020, 3, 3)
    places = ("LEIPZIG, March 3 -", "MOSCOW", "BONN")
    assert [place_country(place, then) for place in places] == [
        "East Germany",
        "Soviet Union",
        "West Germany",
    ]
    assert [place_country(place, now) for place in places] == ["Germany", "Russia", "Germany"]
