"""What a name is that the tagger takes for a person's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.entities.archive.named_stories import census, organization, person, story

from cuttings.entities.archive.companies import companies
from cuttings.entities.archive.kinds import kinds
from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.authorities.archive_name import ArchiveName
from cuttings.entities.entity import EntityKind

NAMED = NameUse(EntityKind.PERSON, "Diebold")
HUMAN = replace(NAMED, is_human=True)
COMPANY = replace(NAMED, is_company=True)
BY_PERSON = replace(NAMED, by_person=True)
WITH_INC = organization("Diebold Inc")
MARKET = NameUse(EntityKind.PERSON, "Qtrly Div", is_common=True)


def _kinds(counts: dict[NameUse, int], *others: StoryNames) -> list[ArchiveName]:
    archive = census(counts, *others)
    return list(kinds(archive, companies(archive)))


@pytest.mark.parametrize(
    ("counts", "is_company"),
    [
        ({WITH_INC: 2, NAMED: 2}, True),
        ({WITH_INC: 1, NAMED: 2}, False),
        ({WITH_INC: 1, NAMED: 2, COMPANY: 1}, True),
        ({WITH_INC: 5, NAMED: 1, HUMAN: 1}, False),
        ({WITH_INC: 5, BY_PERSON: 1}, False),
    ],
)
def test_what_as_many_stories_name_as_a_company_is_one(
    counts: dict[NameUse, int], is_company: bool
) -> None:
    found = _kinds(counts)
    assert [name.heading for name in found] == ["Diebold Inc"] * is_company
    for name in found:
        number = "1 other story" if counts[WITH_INC] == 1 else f"{counts[WITH_INC]} other stories"
        assert (name.why, name.when) == (f"so named in {number}", ())


@pytest.mark.parametrize(("others", "is_company"), [(1, True), (2, False)])
def test_what_half_of_its_stories_show_as_a_company_is_one(others: int, is_company: bool) -> None:
    found = _kinds({COMPANY: 1, NAMED: others})
    assert [(name.heading_kind, name.heading) for name in found] == (
        [(EntityKind.ORGANIZATION, "Diebold")] * is_company
    )


def test_a_given_name_before_a_name_keeps_it_a_persons() -> None:
    shown = replace(person("Paul Diebold"), is_company=True)
    assert _kinds({shown: 1, person("Paul Volcker"): 1}) == []
    assert len(_kinds({replace(shown, may_be_human=False): 1, person("Paul Volcker"): 1})) == 1


@pytest.mark.parametrize(
    ("counts", "is_nobody"),
    [
        ({MARKET: 2}, True),
        ({MARKET: 1, replace(MARKET, is_common=False): 1}, False),
        ({MARKET: 1, replace(MARKET, may_be_human=True): 1}, False),
        ({MARKET: 1, person("Qtrly Baker"): 1}, False),
        ({replace(MARKET, form="Q. Div"): 1}, False),
        ({replace(MARKET, form="Qtrly"): 1}, True),
        ({replace(MARKET, form="Qtrly"): 2}, False),
    ],
)
def test_what_is_always_written_small_as_well_and_does_nothing_is_nobodys(
    counts: dict[NameUse, int], is_nobody: bool
) -> None:
    found = _kinds(counts)
    assert [name.heading for name in found] == [""] * is_nobody
    assert all(name.heading_kind is EntityKind.PERSON for name in found)


def test_a_short_name_is_the_organization_of_its_story() -> None:
    stores = organization("Diebold Stores")
    together = [story(HUMAN)] + [story(NAMED, stores) for _ in range(2)]
    (found,) = _kinds({}, *together)
    assert (found.heading_kind, found.heading) == (EntityKind.ORGANIZATION, "Diebold Stores")
    assert found.when == ("Diebold Stores",)
    assert found.why == "short for Diebold Stores, which the story has, too"
    two = story(NAMED, stores, organization("Diebold Bank"))
    assert _kinds({}, story(HUMAN), two) == []
    assert _kinds({}, story(HUMAN, stores), story(NAMED)) == []
    whole = replace(NAMED, form="Ann Diebold")
    assert _kinds({}, story(whole, organization("Ann Diebold Stores"))) == []
