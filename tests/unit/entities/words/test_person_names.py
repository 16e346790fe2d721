from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cuttings.entities.words.person_names import clean_person, lone_forms, surname

CASES = Path(__file__).parents[3] / "cases" / "entities" / "person_names.csv"


def _rows() -> list[tuple[str, ...]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("form", "name"), _rows())
def test_titles_and_possessives_are_trimmed(form: str, name: str) -> None:
    assert clean_person(form) == name


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


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Charles de Gaulle", ("de Gaulle", "De Gaulle", "Gaulle", "Charles")),
        ("Bashar al-Assad", ("al-Assad", "Al-Assad", "Assad", "Bashar")),
        ("Jean-Luc Picard", ("Picard", "Jean-Luc")),
        ("Ann Smith-Jones", ("Smith-Jones", "Ann")),
        ("J. Smith", ("Smith",)),
        ("Jo Smith", ("Smith", "Jo")),
        ("Martin Luther King Jr.", ("King", "Martin")),
        ("Amos Lee, III", ("Lee", "Amos")),
        ("King Charles III", ("Charles",)),
    ],
)
def test_a_text_may_go_on_with_the_surname_or_the_first_name(
    name: str, forms: tuple[str, ...]
) -> None:
    assert lone_forms(name) == forms


def test_single_names_are_shorter_only_by_their_title() -> None:
    assert lone_forms("Pelé") == ()
    assert lone_forms("Pope Francis") == ("Francis",)
