"""Words that stick to a person's name."""

from __future__ import annotations

import pytest
from tests.unit.entities.archive.named_stories import census, person

from cuttings.entities.archive.clutter import uncluttered


def _found(*names: tuple[str, int]) -> dict[str, tuple[str, str]]:
    return uncluttered(census({person(form): count for form, count in names}))


def test_a_misspelled_title_or_function_word_is_none_of_the_name() -> None:
    names = _found(("Preesident Nixon", 1), ("Richard Nixon", 1), ("Accordng Nixon", 1))
    assert names["Preesident Nixon"] == (
        "Nixon",
        "“Preesident” before it is “president” misspelled",
    )
    assert _found(("Marshall Nixon", 1), ("Richard Nixon", 1)) == {}


@pytest.mark.parametrize(("known", "is_held"), [(2, True), (1, False)])
def test_a_word_that_one_story_alone_has_before_a_frequent_name_is_none_of_it(
    known: int, is_held: bool
) -> None:
    found = _found(("Monday Paul Volcker", 1), ("Paul Volcker", known))
    why = "Paul Volcker is so named in 2 other stories, “Monday” before it in no other"
    assert found == ({"Monday Paul Volcker": ("Paul Volcker", why)} if is_held else {})


def test_a_given_name_of_several_people_belongs_to_the_name() -> None:
    names = [("Jean Paul Volcker", 1), ("Paul Volcker", 3), ("Jean Monnet", 1)]
    assert "Jean Paul Volcker" in _found(*names[:2], ("Hugo Monnet", 1))
    assert _found(*names, ("Jean Racine", 1)) == {}


def test_a_comma_parts_two_people_or_turns_one_round() -> None:
    turned = _found(("Volcker, Paul", 1), ("Paul Volcker", 1))
    assert turned == {"Volcker, Paul": ("Paul Volcker", "the surname stands first")}
    two = _found(("James Baker, Volcker", 1), ("Paul Volcker", 1))
    assert two == {
        "James Baker, Volcker": ("James Baker", "“Volcker” behind the comma is another's name")
    }
    assert _found(("Baker, Volcker", 1), ("Paul Volcker", 1)) == {}
    three = _found(("James Baker, Volcker, Ann Lee", 1), ("Paul Volcker", 1))
    assert [name for name, _ in three.values()] == ["James Baker"]


def test_what_a_person_set_is_left_as_it_is() -> None:
    counts = {person("Preesident Nixon", by_person=True): 1, person("Richard Nixon"): 1}
    assert uncluttered(census(counts)) == {}
