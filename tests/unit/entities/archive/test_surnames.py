"""Whose a surname is that stands alone in a story."""

from __future__ import annotations

import datetime

import pytest
from tests.unit.entities.archive.named_stories import DAY, census, organization, person, story

from cuttings.entities.archive.census import Census
from cuttings.entities.archive.people import people
from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.archive.surnames import owned_surnames
from cuttings.entities.authorities.archive_name import ArchiveName
from cuttings.entities.entity import EntityKind

HALF_A_YEAR = datetime.timedelta(days=183)
TITLED = NameUse(
    EntityKind.PERSON,
    "Baker",
    offices=frozenset({"treasury secretary"}),
    titled=frozenset({"Treasury Secretary Baker"}),
)


def _owned(counts: dict[NameUse, int], *others: StoryNames) -> list[ArchiveName]:
    return _owned_of(census(counts, *others))


def _owned_of(stories: Census) -> list[ArchiveName]:
    lone = stories.record(EntityKind.PERSON, "Baker")
    assert lone is not None
    return list(owned_surnames([lone], people(stories, ()), stories))


def _headings(counts: dict[NameUse, int], *others: StoryNames) -> list[str]:
    return [name.heading for name in _owned(counts, *others)]


@pytest.mark.parametrize(("stories", "is_owned"), [(3, True), (2, False)])
def test_three_stories_with_the_whole_name_own_a_surname(stories: int, is_owned: bool) -> None:
    owned = _owned({person("James Baker"): stories, person("Baker"): 1})
    assert [name.heading for name in owned] == ["James Baker"] * is_owned
    for name in owned:
        assert (name.since, name.until, name.when) == (None, None, ())
        assert name.why == (
            "named in full, or by office, in 3 other stories within half a year, "
            "others of that surname in none"
        )


@pytest.mark.parametrize(("most", "is_owned"), [(5, True), (4, False)])
def test_others_of_the_surname_have_a_fifth_of_the_stories(most: int, is_owned: bool) -> None:
    counts = {person("James Baker"): most, person("Howard Baker"): 1, person("Baker"): 1}
    owned = _owned(counts)
    assert [name.heading for name in owned] == ["James Baker"] * is_owned
    assert all(name.why.endswith("others of that surname in 1") for name in owned)


@pytest.mark.parametrize(("most", "is_owned"), [(5, True), (4, False)])
def test_companies_of_the_name_count_as_others(most: int, is_owned: bool) -> None:
    counts = {person("James Baker"): most, person("Baker"): 1, organization("Baker Hughes"): 1}
    assert _headings(counts) == ["James Baker"] * is_owned
    headed = {**counts, organization("Baker Foundation"): 9}
    assert _headings(headed) == ["James Baker"] * is_owned


@pytest.mark.parametrize(("days", "is_owned"), [(183, True), (184, False), (-183, True)])
def test_only_stories_within_half_a_year_count(days: int, is_owned: bool) -> None:
    lone = story(person("Baker"), day=DAY + datetime.timedelta(days=days))
    assert _headings({person("James Baker"): 3}, lone) == ["James Baker"] * is_owned


def test_a_story_without_a_day_is_near_all() -> None:
    lone = story(person("Baker"), day=None)
    assert _headings({person("James Baker"): 3}, lone) == ["James Baker"]
    undated = [story(person("James Baker"), day=None) for _ in range(3)]
    assert _headings({}, lone, *undated) == ["James Baker"]
    assert _headings({person("Baker"): 1}, *undated) == []


def test_a_surname_that_a_person_set_stays_alone() -> None:
    assert _headings({person("James Baker"): 3, person("Baker", by_person=True): 1}) == []


def test_a_surname_is_the_last_word_of_a_name_not_its_first() -> None:
    assert _headings({person("Baker Smith"): 3, person("Baker"): 1}) == []


def test_one_story_with_the_office_is_enough() -> None:
    (owned,) = _owned({person("James Baker", "treasury secretary"): 1, TITLED: 1})
    assert owned == ArchiveName(
        kind=EntityKind.PERSON,
        form="Baker",
        heading_kind=EntityKind.PERSON,
        heading="James Baker",
        why=(
            "named in full, or by office, in 1 other story within half a year, "
            "others of that surname in none"
        ),
    )


def test_an_office_may_stand_with_its_country() -> None:
    full = person("James Baker", "u.s treasury secretary")
    assert _headings({full: 1, TITLED: 1}) == ["James Baker"]


@pytest.mark.parametrize(
    ("office", "expected"),
    [("chairman", ["James Baker"]), ("president", []), ("prime minister", [])],
)
def test_an_office_that_many_have_tells_nobody_apart(office: str, expected: list[str]) -> None:
    assert _headings({person("James Baker"): 3, person("Baker", office): 1}) == expected


def test_offices_tell_two_people_apart_and_the_rest_stays_alone() -> None:
    other = NameUse(
        EntityKind.PERSON,
        "Baker",
        offices=frozenset({"prime minister"}),
        titled=frozenset({"Prime Minister Baker"}),
    )
    names = _owned(
        {
            person("James Baker", "treasury secretary"): 3,
            person("Howard Baker"): 2,
            TITLED: 4,
            other: 1,
            person("Baker"): 1,
        }
    )
    assert [(name.heading, name.when, name.since) for name in names] == [
        ("James Baker", ("Treasury Secretary Baker",), None)
    ]
    assert names[0].why == (
        "so named in full and as treasury secretary in 3 other stories within half a year"
    )


def test_what_an_office_settled_counts_for_the_stories_without_one() -> None:
    counts = {person("James Baker", "treasury secretary"): 2, TITLED: 1, person("Baker"): 1}
    assert _headings(counts) == ["James Baker"]
    assert _headings({person("James Baker"): 2, TITLED: 1, person("Baker"): 1}) == []


def test_a_surname_that_is_ones_for_a_time_has_its_days() -> None:
    near = [story(person("Baker"), day=DAY + datetime.timedelta(days=day)) for day in (0, 9)]
    later = story(person("Baker"), day=DAY + 2 * HALF_A_YEAR)
    (owned,) = _owned({person("James Baker"): 3}, *near, later)
    assert (owned.since, owned.until) == (DAY, DAY + datetime.timedelta(days=9))


def test_mrs_leaves_out_who_is_never_so_called_unless_nobody_is() -> None:
    lone = {person("Baker", is_woman=True): 1}
    counts = {person("James Baker"): 3, person("Susan Baker", is_woman=True): 3, **lone}
    assert _headings(counts) == ["Susan Baker"]
    assert _headings({person("James Baker"): 3, **lone}) == ["James Baker"]


def test_a_title_that_is_nobodys_stays_with_the_surname() -> None:
    other = NameUse(
        EntityKind.PERSON,
        "Baker",
        offices=frozenset({"prime minister"}),
        titled=frozenset({"Prime Minister Baker"}),
    )
    names = _owned({person("James Baker"): 3, person("Baker"): 1, other: 1})
    assert [(name.heading, name.when) for name in names] == [
        ("James Baker", ()),
        ("Baker", ("Prime Minister Baker",)),
    ]
    assert names[1].why == "nobody of that name has this office"
