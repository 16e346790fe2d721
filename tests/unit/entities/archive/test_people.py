"""Which names are one person's, and by which of them it goes."""

from __future__ import annotations

import pytest
from tests.unit.entities.archive.named_stories import census, headings, person, story

from cuttings.entities.archive.people import people


def _headings(*names: tuple[str, int]) -> dict[str, str]:
    return headings(people(census({person(form): count for form, count in names}), ()))


def test_a_lone_name_and_what_is_left_out_are_no_people() -> None:
    named = census({person("Reagan"): 1, person("Qtrly Div"): 1, person("Ronald Reagan"): 1})
    assert headings(people(named, ["Qtrly Div"])) == {"Ronald Reagan": "Ronald Reagan"}


@pytest.mark.parametrize(
    ("first", "second", "heading"),
    [
        (("James Baker", 1), ("J. Baker", 3), "James Baker"),
        (("James Baker", 2), ("James A. Baker", 3), "James A. Baker"),
        (("James Baker", 3), ("James A. Baker", 2), "James Baker"),
        (("James Baker", 2), ("James A. Baker", 2), "James A. Baker"),
    ],
)
def test_the_heading_is_spelled_out_then_frequent_then_long(
    first: tuple[str, int], second: tuple[str, int], heading: str
) -> None:
    assert set(_headings(first, second).values()) == {heading}


def test_the_heading_is_what_a_person_wrote() -> None:
    counts = {person("J. Baker", by_person=True): 1, person("James Baker"): 5}
    assert set(headings(people(census(counts), ())).values()) == {"J. Baker"}


def test_each_name_but_the_heading_says_why() -> None:
    counts = {
        person("Clayton Yeutter"): 3,
        person("Clayton Yeuter"): 1,
        person("CLAYTON YEUTTER"): 1,
        person("Clayton Wilkins"): 3,
        person("Clayton Wilkans"): 1,
        person("Paul A. Volcker"): 2,
        person("Paul Volcker"): 1,
    }
    wilkins, yeutter, volcker = people(census(counts), ())
    assert yeutter.names == {
        "Clayton Yeutter": "",
        "CLAYTON YEUTTER": "the same but for case, accents or punctuation",
        "Clayton Yeuter": "another spelling of the same sounds",
    }
    assert wilkins.names == {
        "Clayton Wilkins": "",
        "Clayton Wilkans": "a misspelling, to judge by how few stories have it",
    }
    assert volcker.names == {
        "Paul A. Volcker": "",
        "Paul Volcker": "the only person of that surname whom it fits",
    }
    assert (yeutter.count, volcker.count) == (5, 3)


@pytest.mark.parametrize(
    ("right", "wrong", "are_one"), [(3, 1, True), (2, 1, False), (6, 2, True), (5, 2, False)]
)
def test_a_misspelling_is_rare(right: int, wrong: int, are_one: bool) -> None:
    found = _headings(("Clayton Wilkins", right), ("Clayton Wilkans", wrong))
    assert (found["Clayton Wilkans"] == "Clayton Wilkins") is are_one


def test_a_word_that_another_bears_too_is_an_error_only_with_the_same_office() -> None:
    right, wrong = person("Clayton Wilkins"), person("Clayton Wilkans")
    other = person("Hugo Wilkans")
    found = headings(people(census({right: 3, wrong: 1, other: 1}), ()))
    assert found["Clayton Wilkans"] == "Clayton Wilkans"
    right, wrong = (person(use.form, "trade representative") for use in (right, wrong))
    found = headings(people(census({right: 3, wrong: 1, other: 1}), ()))
    assert found["Clayton Wilkans"] == "Clayton Wilkins"


def test_a_misspelled_given_name_is_found_as_well() -> None:
    found = _headings(("Clayton Yeutter", 3), ("Clayten Yeutter", 1))
    assert found["Clayten Yeutter"] == "Clayton Yeutter"


@pytest.mark.parametrize(
    ("short", "full", "are_one"),
    [
        ("Hugh Liedtke", "J. Hugh Liedtke", True),
        ("J. Liedtke", "J. Hugh Liedtke", True),
        ("Larry Johnson", "Arnold L. Johnson", False),
        ("A. Johnson", "Arnold L. Johnson", True),
        ("L. Johnson", "Arnold L. Johnson", False),
        ("Lee Johnson", "Arnold Lee Johnson", True),
    ],
)
def test_given_names_must_agree(short: str, full: str, are_one: bool) -> None:
    found = _headings((short, 1), (full, 1))
    assert (found[short] == found[full]) is are_one


def test_a_fuller_name_is_the_only_one_that_fits() -> None:
    found = _headings(("J. Baker", 1), ("James Baker", 1), ("John Baker", 1))
    assert found["J. Baker"] == "J. Baker"


@pytest.mark.parametrize(
    ("others", "offices", "are_one"),
    [(["Howard"], (), True), (["Howard", "Susan"], (), False), (["Howard", "Susan"], ("x",), True)],
)
def test_with_a_common_surname_the_office_must_be_the_same(
    others: list[str], offices: tuple[str, ...], are_one: bool
) -> None:
    counts = {person(f"{given} Baker"): 1 for given in others}
    counts |= {person(form, *offices): 1 for form in ("J. Baker", "James Baker")}
    found = headings(people(census(counts), ()))
    assert (found["J. Baker"] == "James Baker") is are_one


def test_two_names_of_one_story_are_two_people() -> None:
    both = story(person("J. Baker"), person("James Baker"))
    assert headings(people(census({}, both), ()))["J. Baker"] == "J. Baker"
