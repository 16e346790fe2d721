from __future__ import annotations

import pytest

from cuttings.entities.words.inverted_name import reading_order


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Mozart, Wolfgang Amadeus", "Wolfgang Amadeus Mozart"),
        ("Beethoven, Ludwig van", "Ludwig van Beethoven"),
        ("de Gaulle, Charles", "Charles de Gaulle"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("Ford, Henry, II", "Henry Ford II"),
        ("Churchill, Sir Winston", "Winston Churchill"),
        ("Fahd, King", "King Fahd"),
        ("Garcia Marquez, Gabriel", "Gabriel Garcia Marquez"),
        ("Xi, Jinping", "Xi Jinping"),
        ("Bach, J. S.", "J. S. Bach"),
        ("Smith, John (banker)", "John Smith (banker)"),
    ],
)
def test_a_name_with_the_surname_first_is_turned_round(name: str, read: str) -> None:
    assert reading_order(name) == read
    assert reading_order(read) == read


@pytest.mark.parametrize(
    "name",
    [
        "Wolfgang Amadeus Mozart",
        "Martin Luther King, Jr.",
        "Ada Falk, Amos Lee",
        "Fernand St. Germain, Volcker",
        "Falk, 45",
        "Falk, who left",
        "Falk, Mr.",
        "Falk, Ada, Lee, Amos",
        "習近平",
        "",
    ],
)
def test_what_is_not_inverted_stays(name: str) -> None:
    assert reading_order(name) == name
