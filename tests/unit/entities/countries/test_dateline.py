from __future__ import annotations

import pytest

from cuttings.entities.countries.dateline import find_dateline, place_country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("MOSCOW, Feb 26 (Reuters) - The talks", "Russia"),
        ("LONDON — The talks", "United Kingdom"),
        ("NEW YORK, Oct. 3, 1987 -- The talks", "United States"),
        ("PARIS (AP) – The talks", "France"),
        ("PORTLAND, Ore., Feb 26 - The talks", "United States"),
        ("WINDSOR, Ontario (AP) - The talks", "Canada"),
        ("TAUPO, New Zealand, March 23 - The talks", "New Zealand"),
        ("NOWHERE, Feb 26 - The talks", ""),
        ("Moscow is cold - very cold", ""),
        ("NATO - The talks", ""),
    ],
)
def test_dateline_tells_the_country(text: str, country: str) -> None:
    dateline = find_dateline(text)
    assert (dateline.country if dateline else "") == country


def test_dateline_ends_before_the_report() -> None:
    text = "NEW YORK, Feb 26 (Reuters) - The talks"
    dateline = find_dateline(text)
    assert dateline is not None
    assert dateline.place == "NEW YORK"
    assert text[dateline.length :] == "The talks"
    assert find_dateline("The talks") is None


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
