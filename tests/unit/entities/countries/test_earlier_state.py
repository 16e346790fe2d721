from __future__ import annotations

import datetime

import pytest

from cuttings.entities.countries.country_matching import find_countries
from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.countries.earlier_state import is_of_its_time, state_of_place
from cuttings.entities.tables import table_rows

NAMES = country_names()


@pytest.mark.parametrize(
    ("place", "states"),
    [
        ("Bonn", ["West Germany", "West Germany", "Germany", "Germany"]),
        ("Munich", ["West Germany", "West Germany", "Germany", "Germany"]),
        ("Leipzig", ["East Germany", "East Germany", "Germany", "Germany"]),
        ("East Berlin", ["East Germany", "East Germany", "Germany", "Germany"]),
        ("Berlin", ["Germany", "Germany", "Germany", "Germany"]),
        ("Moscow", ["Soviet Union", "Soviet Union", "Russia", "Russia"]),
        ("Leningrad", ["Soviet Union", "Soviet Union", "Russia", "Russia"]),
        ("Kiev", ["Soviet Union", "Soviet Union", "Ukraine", "Ukraine"]),
        ("Prague", ["Czechoslovakia", "Czechoslovakia", "Czechia", "Czechia"]),
        ("Bratislava", ["Czechoslovakia", "Czechoslovakia", "Slovakia", "Slovakia"]),
        ("Belgrade", ["Yugoslavia", "Yugoslavia", "Yugoslavia", "Serbia"]),
        ("Zagreb", ["Yugoslavia", "Yugoslavia", "Croatia", "Croatia"]),
        ("Saigon", ["South Vietnam", "Vietnam", "Vietnam", "Vietnam"]),
        ("Hanoi", ["North Vietnam", "Vietnam", "Vietnam", "Vietnam"]),
        ("Rangoon", ["Burma", "Burma", "Myanmar", "Myanmar"]),
        ("Titograd", ["Yugoslavia", "Yugoslavia", "Yugoslavia", "Serbia"]),
        ("Lima", ["Peru", "Peru", "Peru", "Peru"]),
    ],
)
def test_a_place_is_that_of_the_state_which_existed_then(place: str, states: list[str]) -> None:
    heading = NAMES.forms[place].heading
    days = [datetime.date(year, 6, 1) for year in (1969, 1987, 1999, 2020)]
    assert [state_of_place(place, heading, (), day) for day in days] == states


@pytest.mark.parametrize(
    ("place", "heading", "named", "year", "state"),
    [
        ("Bonn", "West Germany", {"West Germany"}, 2020, "West Germany"),
        ("Bonn", "West Germany", {"West Germany", "Germany"}, 2020, "Germany"),
        ("Bonn", "West Germany", {"Germany"}, 1987, "West Germany"),
        ("Moscow", "Russia", {"Soviet Union"}, 2020, "Soviet Union"),
        ("Moscow", "Russia", {"Russia"}, 1987, "Soviet Union"),
        ("Moscow", "Russia", {"Soviet Union"}, None, "Soviet Union"),
        ("Moscow", "Russia", set(), None, "Russia"),
        ("Bonn", "West Germany", {"Germany"}, None, "Germany"),
        ("Bonn", "West Germany", set(), None, "West Germany"),
    ],
)
def test_what_a_story_names_outright_counts_too(
    place: str, heading: str, named: set[str], year: int | None, state: str
) -> None:
    day = datetime.date(year, 6, 1) if year else None
    assert state_of_place(place, heading, named, day) == state


@pytest.mark.parametrize(
    ("text", "year", "states"),
    [
        ("Germany raised rates.", 1987, ["West Germany"]),
        ("Germany raised rates.", 2020, ["Germany"]),
        ("German rates and East German ones differ.", 1987, ["Germany", "East Germany"]),
        ("West Germany and East Germany: German trade.", 1987, ["West Germany", "East Germany"]),
        ("Nazi Germany fell.", 1987, ["Germany"]),
        ("Russia tested a bomb.", 1987, ["Soviet Union"]),
        ("Russia tested a bomb.", 2020, ["Russia"]),
    ],
)
def test_a_country_named_alone_is_the_state_that_went_by_its_name_then(
    text: str, year: int, states: list[str]
) -> None:
    found = find_countries(text, datetime.date(year, 6, 1))
    assert list(dict.fromkeys(mention.heading for mention in found)) == states


def test_every_former_country_has_its_time() -> None:
    rows = list(table_rows("earlier_states"))
    assert {row["earlier"] for row in rows} >= NAMES.successors.keys()
    assert {row[column] for row in rows for column in ("country", "earlier")} <= NAMES.codes.keys()
    assert [row for row in rows if row["from"] >= row["until"]] == []


def test_every_place_of_a_divided_country_but_its_capital_has_its_side() -> None:
    sides = {row["place"]: row["state"] for row in table_rows("divided_places")}
    undivided = {"Berlin", "Reichstag", "Bellevue Palace", "Wilhelmstrasse"}
    day = datetime.date(1970, 1, 1)
    places = {
        form.form
        for form in NAMES.forms.values()
        if form.heading in {"Germany", "Vietnam"}
        and form.kind
        and is_of_its_time(form.kind, day)
        and form.form not in undivided
    }
    assert sides.keys() == places
    assert set(sides.values()) <= NAMES.successors.keys()
    assert not is_of_its_time(FormKind.INSTITUTION, None)
