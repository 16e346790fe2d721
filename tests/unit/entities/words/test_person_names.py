from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cuttings.entities.words.person_names import (
    clean_person,
    fullest,
    has_title,
    is_short_for,
    lone_forms,
    surname,
)

CASES = Path(__file__).parents[3] / "cases" / "entities"


def _rows(name: str) -> list[tuple[str, ...]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("form", "name"), _rows("person_names.csv"))
def test_titles_and_possessives_are_trimmed(form: str, name: str) -> None:
    assert clean_person(form) == name


@pytest.mark.parametrize(("short", "full", "same"), _rows("short_names.csv"))
def test_short_names_fit_their_full_name(short: str, full: str, same: str) -> None:
    assert is_short_for(short, full) is (same == "yes")


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Antony Blinken", "Blinken"),
        ("Charles de Gaulle", "de Gaulle"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Martin Luther King Jr.", "King"),
        ("Madonna", "Madonna"),
    ],
)
def test_surname_takes_its_particles_along(name: str, last: str) -> None:
    assert surname(name) == last


def test_single_names_are_shorter_only_by_their_title() -> None:
    assert lone_forms("Pelé") == ()
    assert lone_forms("Pope Francis") == ("Francis",)


def test_fullest_form_has_most_words() -> None:
    assert fullest(["Blinken", "Antony Blinken", "A. Blinken"]) == "Antony Blinken"


def test_title_is_seen() -> None:
    assert has_title("President Xi")
    assert not has_title("Xi Jinping")
