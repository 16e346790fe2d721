from __future__ import annotations

import dataclasses

import pytest

from cuttings.browse.parts.see_also import SeeAlso
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind


def _country(heading: str, *states: str) -> Entity:
    known = states or country_names().states([heading])
    return Entity(kind=EntityKind.COUNTRY, heading=heading, slug=heading, states=known)


def _headings(entities: tuple[Entity, ...]) -> list[str]:
    return [entity.heading for entity in entities]


USSR, RUSSIA, UKRAINE = map(_country, ("Soviet Union", "Russia", "Ukraine"))


def test_a_former_state_has_its_successors_the_capital_s_first() -> None:
    see_also = SeeAlso([UKRAINE, USSR, RUSSIA, _country("Poland")])
    assert _headings(see_also.later(USSR)) == ["Russia", "Ukraine"]
    assert _headings(see_also.earlier(UKRAINE)) == ["Soviet Union"]
    assert see_also.later(RUSSIA) == see_also.earlier(USSR) == ()
    assert see_also.earlier(_country("Poland")) == ()


def test_states_that_the_archive_does_not_have_are_left_out() -> None:
    assert SeeAlso([USSR]).later(USSR) == ()
    assert SeeAlso([RUSSIA]).earlier(RUSSIA) == ()


def test_two_former_states_can_have_one_successor() -> None:
    germany = _country("Germany")
    halves = [_country("West Germany"), _country("East Germany")]
    assert _headings(SeeAlso([germany, *halves]).earlier(germany)) == [
        "East Germany",
        "West Germany",
    ]


def test_a_country_that_a_record_renames_is_still_the_same_state() -> None:
    renamed = _country("Union", "Soviet Union")
    birma = _country("Birma", "Burma")
    myanmar = _country("Republic of the Union", "Myanmar")
    see_also = SeeAlso([renamed, RUSSIA, birma, myanmar])
    assert see_also.later(renamed) == (RUSSIA,)
    assert see_also.later(birma) == (myanmar,)
    assert see_also.earlier(myanmar) == (birma,)


@pytest.mark.parametrize(
    "namesake",
    [
        Entity(kind=EntityKind.ORGANIZATION, heading="Georgia", slug="georgia"),
        _country("Georgia (state)"),
        _country("Atlantis"),
    ],
)
def test_a_namesake_is_no_successor(namesake: Entity) -> None:
    see_also = SeeAlso([USSR, namesake])
    assert see_also.later(USSR) == ()
    assert see_also.earlier(namesake) == ()


def test_namesakes_lead_to_each_other() -> None:
    plain, banker, cricketer = (
        Entity(kind=EntityKind.PERSON, heading=heading, slug=heading)
        for heading in ("Jo Smith", "Jo Smith (banker)", "Jo Smith (cricketer)")
    )
    firm = dataclasses.replace(plain, kind=EntityKind.ORGANIZATION)
    see_also = SeeAlso([cricketer, firm, plain, banker])
    assert see_also.namesakes(plain) == (banker, cricketer)
    assert see_also.namesakes(banker) == (plain, cricketer)
    assert see_also.namesakes(firm) == see_also.namesakes(USSR) == ()
