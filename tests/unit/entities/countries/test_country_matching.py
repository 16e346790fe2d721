from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from cuttings.entities.countries.country_matching import (
    find_countries,
    match_countries,
    story_countries,
)
from cuttings.entities.countries.country_mention import NameSpan
from cuttings.entities.countries.country_names import FormKind
from cuttings.entities.entity import EntityKind
from cuttings.entities.rejected import Rejected

CASES = Path(__file__).parents[3] / "cases" / "entities" / "countries.csv"


def _cases() -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["countries"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "countries"), _cases())
def test_text_names_its_countries_and_no_other(text: str, countries: str) -> None:
    found = dict.fromkeys(mention.heading for mention in find_countries(text))
    assert list(found) == (countries.split("|") if countries else [])


def test_a_mention_tells_where_and_how() -> None:
    text = "The Kremlin's envoy left Moscow for a Russian base."
    found = [(text[m.start : m.end], m.heading, m.kind) for m in match_countries(text)]
    assert found == [
        ("Kremlin", "Russia", FormKind.SEAT),
        ("Moscow", "Russia", FormKind.CAPITAL),
        ("Russian", "Russia", FormKind.DEMONYM),
    ]


@pytest.mark.parametrize(
    ("organization", "counts"),
    [
        ("the Community Bank of Ohio", True),
        ("the Bank of England", True),
        ("the British Museum", True),
        ("the museum in Ohio", False),
    ],
)
def test_a_place_in_an_organization_counts_only_as_its_seat(
    organization: str, counts: bool
) -> None:
    text = f"{organization} and London"
    assert [m.counts_in_organization(text) for m in match_countries(text)] == [counts, False]


def test_favourable_words_outweigh_adverse_ones() -> None:
    adverse = "The Georgia senator met the governor in Atlanta."
    assert {m.heading for m in find_countries(adverse)} == {"United States"}
    favourable = f"{adverse} He had flown in from Tbilisi."
    assert {m.heading for m in find_countries(favourable)} == {"United States", "Georgia"}


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("Shares of Unilever <UK> rose.", "UK", "it is a ticker symbol"),
        ("It cost ten Swiss francs.", "Swiss", "it says which currency is meant"),
        ("Jack London wrote it.", "London", "it is part of a longer name"),
        ("The London Symphony Orchestra played.", "London", "it is part of a longer name"),
        ("The New Norway opened.", "Norway", "it is part of a longer name"),
        ("Mr Jordan rose.", "Jordan", "a title stands before it"),
        ("Ore. is short.", "Ore.", "no city and comma stand before the abbreviation"),
        (
            "The Thai Securities and Exchange Commission met.",
            "Securities and Exchange Commission",
            "it is an institution of Thailand",
        ),
        (
            "The Securities and Exchange Commission of Thailand met.",
            "Securities and Exchange Commission",
            "it is an institution of Thailand",
        ),
        ("He moved to London, Ontario.", "London", "it lies in Ontario"),
        ("Peru, Indiana, slept.", "Peru", "it lies in Indiana"),
        ("It lies in Moscow, Idaho. Moscow slept.", "Moscow", "it is a place in Idaho"),
        ("Athens, Georgia, slept. Georgia slept.", "Georgia", "a city lies in it elsewhere"),
        ("The governor of Georgia spoke in Atlanta.", "Georgia", "the state, beside “Atlanta”"),
        ("Turkey and stuffing were served.", "Turkey", "the bird, beside “stuffing”"),
        (
            "TURKEY PRICES SOAR\n\nShoppers pay more for a turkey this year.",
            "TURKEY",
            "the text below the headline has it as a common noun",
        ),
        (
            "PARIS HILTON ARRIVES\n\nParis Hilton smiled.",
            "PARIS",
            "the text below the headline has it only within other names",
        ),
        ("Chad smiled at the crowd.", "Chad", "only people do what follows"),
    ],
)
def test_a_form_that_does_not_count_has_its_reason(text: str, form: str, reason: str) -> None:
    rejected = story_countries(text, (), (), ()).rejected
    assert Rejected(EntityKind.COUNTRY, form, reason) in rejected


def test_a_form_in_a_name_says_in_which() -> None:
    text = "Mr de Brazil reads news of the Peru Gazette and of the Bank of England."
    names = [
        NameSpan(text.index(name), text.index(name) + len(name), kind)
        for name, kind in (
            ("de Brazil", EntityKind.PERSON),
            ("Peru Gazette", EntityKind.ORGANIZATION),
            ("Bank of England", EntityKind.ORGANIZATION),
        )
    ]
    found = story_countries(text, names, (), ())
    assert found.headings == ("Peru", "United Kingdom")
    assert found.rejected == (Rejected(EntityKind.COUNTRY, "Brazil", "it is part of “de Brazil”"),)


def test_a_given_name_that_is_a_country_is_no_country() -> None:
    text = "Chad Smith spoke. Later Chad left."
    reason = "it is a name of a person in the story"
    rejected = story_countries(text, (), ["Chad Smith"], ()).rejected
    assert Rejected(EntityKind.COUNTRY, "Chad", reason) in rejected
    assert (
        Rejected(EntityKind.COUNTRY, "Chad", reason)
        not in story_countries(text, (), (), ()).rejected
    )


def test_a_form_of_a_country_that_the_story_names_otherwise_is_not_rejected() -> None:
    text = "Jack London left Britain for London."
    found = story_countries(text, (), (), ())
    assert (found.headings, found.rejected) == (("United Kingdom",), ())


def test_the_country_of_a_dateline_is_the_former_one_where_the_story_names_only_that() -> None:
    text = "Soviet envoys met."
    assert story_countries(text, (), (), ["Russia"]).headings == ("Soviet Union",)
    assert story_countries("Envoys met.", (), (), ["Russia", ""]).headings == ("Russia",)


def test_the_day_says_which_state_a_place_lay_in() -> None:
    text = "Talks\n\nThe talks in Leipzig go on, as in Bratislava and Kiev."
    day = datetime.date(1987, 2, 26)
    headings = ("East Germany", "Czechoslovakia", "Soviet Union")
    assert story_countries(text, (), (), (), day).headings == headings
    assert [m.kind for m in find_countries(text, day)] == [FormKind.CITY] * 3
    assert story_countries(text, (), (), ()).headings == ("Germany", "Slovakia", "Ukraine")


def test_the_day_says_whose_an_institution_was() -> None:
    text = "The Bundesbank and the KGB replied."
    today = story_countries(text, (), (), (), datetime.date(2020, 3, 20)).headings
    assert today == ("Germany", "Russia")
    then = story_countries(text, (), (), (), datetime.date(1987, 2, 26)).headings
    assert then == ("West Germany", "Soviet Union")
