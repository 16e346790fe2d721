from __future__ import annotations

import dataclasses

import pytest

from cuttings.browse.succession import Succession
from cuttings.entities.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind


def _country(heading: str, *see_from: str, code: str | None = None) -> Entity:
    names = country_names()
    known = code if code is not None else names.codes.get(heading, "")
    return Entity(
        kind=EntityKind.COUNTRY, heading=heading, slug=heading, code=known, see_from=see_from
    )


def _headings(entities: tuple[Entity, ...]) -> list[str]:
    return [entity.heading for entity in entities]


USSR, RUSSIA, UKRAINE = map(_country, ("Soviet Union", "Russia", "Ukraine"))


def test_a_former_state_has_its_successors_the_capital_s_first() -> None:
    succession = Succession([UKRAINE, USSR, RUSSIA, _country("Poland")])
    assert _headings(succession.later(USSR)) == ["Russia", "Ukraine"]
    assert _headings(succession.earlier(UKRAINE)) == ["Soviet Union"]
    assert succession.later(RUSSIA) == succession.earlier(USSR) == ()
    assert succession.earlier(_country("Poland")) == ()


def test_states_that_the_archive_does_not_have_are_left_out() -> None:
    assert Succession([USSR]).later(USSR) == ()
    assert Succession([RUSSIA]).earlier(RUSSIA) == ()


def test_two_former_states_can_have_one_successor() -> None:
    germany = _country("Germany")
    halves = [_country("West Germany"), _country("East Germany")]
    assert _headings(Succession([germany, *halves]).earlier(germany)) == [
        "East Germany",
        "West Germany",
    ]


def test_a_country_that_a_record_renames_is_still_the_same_state() -> None:
    renamed = _country("USSR", "Soviet Union", code="")
    birma = _country("Birma", "Burma", code="")
    myanmar = _country("Republic of the Union", "Myanmar", code="MM")
    succession = Succession([renamed, RUSSIA, birma, myanmar])
    assert succession.later(renamed) == (RUSSIA,)
    assert succession.later(birma) == (myanmar,)
    assert succession.earlier(myanmar) == (birma,)


@pytest.mark.parametrize(
    "namesake",
    [
        dataclasses.replace(_country("Georgia"), kind=EntityKind.ORGANIZATION),
        _country("Georgia (state)", "Georgia", code=""),
        _country("Atlantis", code=""),
    ],
)
def test_a_namesake_is_no_successor(namesake: Entity) -> None:
    succession = Succession([USSR, namesake])
    assert succession.later(USSR) == ()
    assert succession.earlier(namesake) == ()
