from __future__ import annotations

import datetime

from cuttings.entities.countries.country_mention import NameSpan
from cuttings.entities.countries.country_names import FormKind
from cuttings.entities.countries.known_countries import KnownCountries
from cuttings.entities.entity import EntityKind


def test_known_countries_are_found_in_a_part_of_the_story() -> None:
    text = "Moscow and Georgia agreed."
    known = KnownCountries({"Soviet Union", "United States"})
    assert [(text[m.start : m.end], m.heading, m.kind) for m in known.find(text, ())] == [
        ("Moscow", "Soviet Union", FormKind.CAPITAL),
        ("Georgia", "United States", FormKind.DIVISION),
    ]
    assert (known.at("Russia"), known.at("Peru")) == ("Soviet Union", "")


def test_a_name_of_the_story_hides_the_countries_that_it_touches() -> None:
    text = "The White House and the Bank of China met in China."
    china = text.index("Bank of China")
    names = [
        NameSpan(text.index("House"), text.index("House") + 5, EntityKind.ORGANIZATION),
        NameSpan(china, china + len("Bank of China"), EntityKind.ORGANIZATION),
    ]
    found = KnownCountries({"China", "United States"}).find(text, names)
    assert [m.heading for m in found] == ["China", "China"]


def test_a_place_is_found_as_the_state_that_had_it() -> None:
    known = KnownCountries({"Germany"}, day=datetime.date(2020, 3, 20))
    (bonn,) = known.find("The talks in Bonn go on.", ())
    assert (bonn.heading, bonn.kind) == ("Germany", FormKind.CITY)
    (bonn,) = KnownCountries({"Germany"}).find("The talks in Bonn go on.", ())
    assert bonn.heading == "Germany"


def test_a_place_in_a_state_is_found_in_a_part_of_the_story() -> None:
    story = "Fair\n\nA fair opened in Peru, Indiana.\n\nPeru slept. Peru's president did not."
    known = KnownCountries({"Peru", "United States"}, story)
    found = known.find("Peru slept. Peru's president did not.", ())
    assert [mention.heading for mention in found] == ["United States", "Peru"]
