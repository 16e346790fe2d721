from __future__ import annotations

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.entity_forms import entity_forms
from cuttings.entities.form_use import Rule


def _entity(kind: EntityKind, heading: str, *see_from: str) -> Entity:
    return Entity(kind=kind, heading=heading, slug="", see_from=see_from)


def _forms(context: str, *entities: Entity) -> dict[str, tuple[str, Rule]]:
    found = entity_forms(entities, context)
    return {form: (meaning.entity.heading, meaning.rule) for form, meaning in found.items()}


def test_a_heading_goes_before_the_other_form_of_another() -> None:
    lee = _entity(EntityKind.PERSON, "Ann Lee")
    other = _entity(EntityKind.PERSON, "Bo Lee", "Ann Lee", "Bob Lee")
    forms = _forms("", lee, other)
    assert forms["Ann Lee"] == ("Ann Lee", Rule.NAME)
    assert forms["Bob Lee"] == ("Bo Lee", Rule.SEE_FROM)


def test_a_full_name_is_also_the_first_word_and_the_last() -> None:
    forms = _forms("", _entity(EntityKind.PERSON, "John Quincy B. Adams Jr."))
    assert set(forms) == {
        "John Quincy B. Adams Jr.",
        "Adams, John Quincy B., Jr.",
        "John Quincy B. Adams",
        "John Quincy Adams",
        "John Adams",
    }


def test_short_forms_are_those_that_stand_in_the_story() -> None:
    lee = _entity(EntityKind.PERSON, "Ann Lee")
    bank = _entity(EntityKind.ORGANIZATION, "European Central Bank")
    forms = _forms("Lee left the ECB.", lee, bank)
    assert forms["Lee"] == ("Ann Lee", Rule.SURNAME)
    assert forms["ECB"] == ("European Central Bank", Rule.ACRONYM)
    assert not {"Lee", "ECB", "Ann"} & _forms("Nothing.", lee, bank).keys()


def test_a_short_form_that_fits_two_means_neither() -> None:
    people = [_entity(EntityKind.PERSON, name) for name in ("Ann Lee", "Bo Lee")]
    assert "Lee" not in _forms("Lee left.", *people)


def test_a_first_name_that_is_a_country_needs_a_story_that_has_it_as_a_name() -> None:
    chad = _entity(EntityKind.PERSON, "Chad Smith")
    assert "Chad" in _forms("Chad Smith spoke. Chad left.", chad)
    assert "Chad" not in _forms("Chad Smith spoke in Chad.", chad)


def test_the_forms_of_the_country_tables_are_left_to_these() -> None:
    peru = _entity(EntityKind.COUNTRY, "Peru")
    atlantis = _entity(EntityKind.COUNTRY, "Atlantis", "the Isle")
    assert _forms("Peru and Atlantis", peru, atlantis) == {
        "the Isle": ("Atlantis", Rule.SEE_FROM),
        "Atlantis": ("Atlantis", Rule.NAME),
    }
