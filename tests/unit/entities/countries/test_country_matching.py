from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cuttings.entities.countries.country_matching import find_countries, match_countries
from cuttings.entities.countries.country_names import FormKind

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
