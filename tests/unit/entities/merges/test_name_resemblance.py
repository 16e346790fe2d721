from __future__ import annotations

import pytest

from cuttings.entities.merges.name_resemblance import (
    block_keys,
    is_prefix,
    organization_resemblance,
    person_resemblance,
)

CLOSE_PEOPLE = [
    ("Olexandr Dubensky", "Olexandr Dubenskyy", "sounds"),
    ("Olexandr Dubensky", "Oleksandr Dubenskiy", "sounds"),
    ("Karim Qassem", "Karim Kassem", "sounds"),
    ("Boris Yenin", "Boris Jenin", "sounds"),
    ("Sonia Álvarez", "Sonia Alvarez", "accents"),
    ("Li Wei-ming", "Li Weiming", "punctuation"),
    ("A. Marsh", "Andrew Marsh", "initials"),
    ("Andrew J. Marsh", "Andrew Marsh", "given names"),
    ("Alex Marsh", "Alexander Marsh", "begins like"),
]
DISTANT_PEOPLE = [
    ("Mohammed Karim", "Mohammad Karim", "similar spelling"),
    ("Mik Gorbachev", "Mikhail Gorbachov", "similar spelling"),
    ("Mikhail Gorbachev", "Mikhael Gorbachov", "similar spelling"),
    ("Marsh", "Andrew Marsh", "alone"),
    ("Dubenskiy", "Olexandr Dubensky", "surname alone"),
    ("Bob Marsh", "Robert Marsh", "same surname"),
]
DIFFERENT_PEOPLE = [
    ("John Martin", "John Morton"),
    ("Andrew Marsh", "Andrew March"),
    ("Bill Park", "Bill Peck"),
    ("Marsh", "Andrew Miles"),
    ("Leo XIII", "Leo XIV"),
    ("Andrew Marsh Sr.", "Andrew Marsh Jr."),
]


@pytest.mark.parametrize(("one", "other", "reason"), CLOSE_PEOPLE)
def test_close_names_of_people(one: str, other: str, reason: str) -> None:
    for resemblance in (person_resemblance(one, other), person_resemblance(other, one)):
        assert resemblance is not None
        assert resemblance.is_close
        assert reason in resemblance.reason
    assert block_keys(one, is_person=True) & block_keys(other, is_person=True)


@pytest.mark.parametrize(("one", "other", "reason"), DISTANT_PEOPLE)
def test_names_that_need_a_shared_context(one: str, other: str, reason: str) -> None:
    for resemblance in (person_resemblance(one, other), person_resemblance(other, one)):
        assert resemblance is not None
        assert not resemblance.is_close
        assert reason in resemblance.reason
    assert block_keys(one, is_person=True) & block_keys(other, is_person=True)


@pytest.mark.parametrize(("one", "other"), DIFFERENT_PEOPLE)
def test_names_that_differ(one: str, other: str) -> None:
    assert person_resemblance(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("OTU", "Overseas Trade Union", "acronym"),
        ("O.T.U.", "Overseas Trade Union", "acronym"),
        ("Otu Board", "OTU Board", "case"),
        ("Smith & Jones", "Smith and Jones", "punctuation"),
        ("The Harbour Board", "Harbour Board", "punctuation"),
        ("Marsh Motor", "Marsh Motor Co.", "legal form"),
    ],
)
def test_names_of_organizations(one: str, other: str, reason: str) -> None:
    for resemblance in (organization_resemblance(one, other), organization_resemblance(other, one)):
        assert resemblance is not None
        assert reason in resemblance.reason
        assert resemblance.is_close
    assert block_keys(one, is_person=False) & block_keys(other, is_person=False)


def test_an_acronym_with_the_legal_form_needs_a_shared_context() -> None:
    resemblance = organization_resemblance("HTC", "Harbour Trade Corp")
    assert resemblance is not None
    assert not resemblance.is_close


def test_organizations_that_differ() -> None:
    assert organization_resemblance("Harbour Board", "Harbour Trust") is None
    assert organization_resemblance("HB", "Overseas Trade Union") is None


def test_a_given_name_begins_like_another_by_an_initial_or_three_letters() -> None:
    assert is_prefix("a.", "andrew")
    assert is_prefix("and", "andrew")
    assert not is_prefix("an", "andrew")
    assert not is_prefix("andy", "andrew")
