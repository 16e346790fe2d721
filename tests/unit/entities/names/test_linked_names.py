from __future__ import annotations

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.linked_names import LinkedNames, link_names
from cuttings.entities.names.name import Name


def _link(*forms: str, kind: EntityKind = EntityKind.PERSON, titled: bool = False) -> LinkedNames:
    return link_names(
        Name(kind, 20 * n, 20 * n + len(form), form, titled) for n, form in enumerate(forms)
    )


def test_short_forms_join_the_fullest_one() -> None:
    linked = _link("Blinken", "Xi Jinping", "Antony Blinken", "Xi", "A. Blinken")
    assert linked.people == ("Antony Blinken", "Xi Jinping")
    assert linked.rejected == ()


def test_a_surname_that_fits_two_stays_unlinked_and_is_reported() -> None:
    linked = _link("George Bush", "Laura Bush", "Bush")
    assert linked.people == ("George Bush", "Laura Bush")
    assert [(r.form, r.reason) for r in linked.rejected] == [
        ("Bush", "it fits George Bush and Laura Bush")
    ]


@pytest.mark.parametrize("joined", ["Blinken Volta", "Blinken-Volta", "Blinken–Volta"])
def test_two_surnames_joined_are_no_third_person(joined: str) -> None:
    linked = _link("Antony Blinken", "Ida Volta", joined)
    assert linked.people == ("Antony Blinken", "Ida Volta")
    assert [(r.form, r.reason) for r in linked.rejected] == [
        (joined, "it joins Antony Blinken and Ida Volta")
    ]


def test_a_double_name_is_no_joint_of_two() -> None:
    assert _link("Ann Lee", "Ida Volta", "Ida Lee-Volta").people[-1] == "Ida Lee-Volta"


@pytest.mark.parametrize("kind", [EntityKind.PERSON, EntityKind.ORGANIZATION])
def test_a_name_that_nothing_shows_is_rejected_and_one_mention_that_is_shown_is_enough(
    kind: EntityKind,
) -> None:
    hidden = Name(kind, 0, 5, "Volta", is_shown=False)
    linked = link_names([hidden])
    assert (linked.people, linked.organizations) == ((), ())
    assert "nothing in the story shows" in linked.rejected[0].reason
    shown = link_names([hidden, Name(kind, 9, 14, "Volta")])
    assert shown.people + shown.organizations == ("Volta",)


def test_a_name_that_heads_a_sentence_as_people_do_is_a_person() -> None:
    subject = Name(EntityKind.PERSON, 0, 5, "Volta", is_subject=True, is_shown=False)
    assert link_names([subject]).people == ("Volta",)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Allied", "Allied Bancshares", "Allied Bancshares Inc"), ("Allied Bancshares Inc",)),
        (
            ("Allied Stores", "Allied", "Allied Lyons PLC"),
            ("Allied Stores", "Allied", "Allied Lyons PLC"),
        ),
        (("Lee and Co", "Lee and Co Inc"), ("Lee and Co Inc",)),
    ],
)
def test_a_companys_short_forms_join_the_one_that_they_begin(
    forms: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert _link(*forms, kind=EntityKind.ORGANIZATION).organizations == expected


def test_an_acronym_joins_its_full_name() -> None:
    linked = _link("ECB", "European Central Bank", "NATO", kind=EntityKind.ORGANIZATION)
    assert linked.organizations == ("European Central Bank", "NATO")


def test_an_acronym_of_two_names_stays_apart() -> None:
    linked = _link("AAB", "Alpha Ash Bank", "Alder Arm Bond", kind=EntityKind.ORGANIZATION)
    assert set(linked.organizations) == {"AAB", "Alpha Ash Bank", "Alder Arm Bond"}


def test_a_persons_name_is_no_organization() -> None:
    names = [
        Name(EntityKind.PERSON, 0, 14, "Antony Blinken"),
        Name(EntityKind.ORGANIZATION, 20, 27, "Blinken"),
    ]
    assert link_names(names).organizations == ()
