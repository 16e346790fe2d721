from __future__ import annotations

import pytest

from cuttings.entities.words.filed_name import filed_name


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Ronald Reagan", "Reagan, Ronald"),
        ("John F. Kennedy", "Kennedy, John F."),
        ("Charles de Gaulle", "de Gaulle, Charles"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Osama bin Laden", "bin Laden, Osama"),
        ("Robert De Niro", "De Niro, Robert"),
        ("José Ortega y Gasset", "Ortega y Gasset, José"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("Henry Ford II", "Ford, Henry, II"),
        ("King Fahd", "Fahd, King"),
        ("Pope John Paul II", "John Paul II, Pope"),
        ("John Smith (banker)", "Smith, John (banker)"),
    ],
)
def test_a_name_is_filed_by_its_surname(name: str, filed: str) -> None:
    assert filed_name(name) == filed


@pytest.mark.parametrize(
    "name",
    [
        "Madonna",
        "Elizabeth II",
        "Smith, John",
        "習近平",
        "محمد منصور",
        "50 Cent",
        "Xi Jinping",
        "Mao Tse-tung",
        "Kim Dae-jung",
        "Lee Kuan Yew",
        "Nguyen Van Linh",
        "Madonna (singer)",
        "",
    ],
)
def test_a_name_of_one_part_or_family_first_stays(name: str) -> None:
    assert filed_name(name) == name


@pytest.mark.parametrize("name", ["Kim Philby", "Lee Iacocca", "Kim Campbell", "An Wang"])
def test_a_family_name_of_asia_may_be_a_given_name_elsewhere(name: str) -> None:
    assert filed_name(name) == ", ".join(reversed(name.split()))
