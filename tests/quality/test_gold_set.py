"""The gold set: how it is read and compared, and the floors reached on it, which only rise."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.quality.gold_passage import GOLD, GoldSetError, Passage, read_passages
from tests.quality.gold_set import PARTS, Result, failure_text, results, scores
from tests.quality.tag_error import ErrorKind, TagError, tag_errors

from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging.tagger import Candidate, Tagging

PERSON, COUNTRY, ORGANIZATION = EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION

FLOORS = {
    "development": {
        "people": 0.99,
        "countries": 0.99,
        "organizations": 0.95,
        "countries about": 0.893,
    },
    "held-out": {
        "people": 0.983,
        "countries": 0.964,
        "organizations": 0.92,
        "countries about": 0.947,
    },
}
RIGHT_TRAPS = {"development": 18, "held-out": 8}
"""Passages of pure prose that are left without any tag."""


@pytest.fixture(scope="module", params=PARTS)
def part(request: pytest.FixtureRequest) -> tuple[str, tuple[Result, ...]]:
    return request.param, results(request.param)


def test_the_set_has_120_passages_and_30_traps_a_third_of_each_held_out() -> None:
    development, held_out = (read_passages(GOLD / name) for name in PARTS)
    assert (len(development), len(held_out)) == (80, 40)
    assert sum(passage.is_trap for passage in development) == 20
    assert sum(passage.is_trap for passage in held_out) == 10


def test_traps_and_only_these_expect_no_tag() -> None:
    for name in PARTS:
        for passage in read_passages(GOLD / name):
            assert any(passage.expected.values()) is not passage.is_trap, passage.name


def test_tags_reach_the_floors(part: tuple[str, tuple[Result, ...]]) -> None:
    name, tagged = part
    measured = {kind: score.f1 for kind, score in scores(tagged).items()}
    assert {k: f1 for k, f1 in measured.items() if f1 < FLOORS[name][k]} == {}


def test_traps_stay_without_tags(part: tuple[str, tuple[Result, ...]]) -> None:
    name, tagged = part
    right = sum(result.passage.is_trap and not result.errors for result in tagged)
    assert right >= RIGHT_TRAPS[name]


def test_a_passage_is_read_with_its_fields(tmp_path: Path) -> None:
    (tmp_path / "titles.md").write_text(
        "# Titles\n\n## The mayor\nTitle: Mayor resigns\nPeople: Ann Lee; Bo Ek\n"
        "Countries: Norway\nCountries_mentioned: Chile\nNever: Mayor\n\nAnn Lee left.\n",
        encoding="utf-8",
    )
    (passage,) = read_passages(tmp_path)
    assert passage.theme == "titles"
    assert passage.name == "The mayor"
    assert passage.title == "Mayor resigns"
    assert passage.text == "Ann Lee left."
    assert passage.expected[PERSON] == {"Ann Lee", "Bo Ek"}
    assert passage.expected[COUNTRY] == {"Norway", "Chile"}
    assert passage.about == {"Norway"}
    assert passage.never == {"Mayor"}


@pytest.mark.parametrize(
    ("section", "problem"), [("Peple: Ann Lee\n\nText.", "no such field"), ("Title: X", "no text")]
)
def test_a_passage_that_cannot_be_read_is_named(tmp_path: Path, section: str, problem: str) -> None:
    (tmp_path / "titles.md").write_text(f"# Titles\n\n## The mayor\n{section}\n", encoding="utf-8")
    with pytest.raises(GoldSetError, match=rf"titles\.md, The mayor: {problem}"):
        read_passages(tmp_path)


@pytest.mark.parametrize(
    ("people", "kind", "expected", "got"),
    [
        ([], ErrorKind.MISSED, "Ann Lee", ""),
        (["Lee"], ErrorKind.WRONG_HEADING, "Ann Lee", "Lee"),
        (["Ann Lee", "Lee"], ErrorKind.SPLIT, "Ann Lee", "Lee"),
        (["Ann Lee", "Mayor"], ErrorKind.WARNED_OF, "", "Mayor"),
        (["Ann Lee", "Friday"], ErrorKind.SPURIOUS, "", "Friday"),
        (["Ann Lee", "Port Office"], ErrorKind.WRONG_KIND, "Port Office", "person Port Office"),
    ],
)
def test_each_kind_of_error_is_told_apart(
    people: list[str], kind: ErrorKind, expected: str, got: str
) -> None:
    passage = _passage(people={"Ann Lee"}, organizations={"Port Office"})
    found = () if kind is ErrorKind.WRONG_KIND else ("Port Office",)
    tagging = Tagging(
        people=tuple(_candidate(PERSON, heading) for heading in people),
        countries=(),
        organizations=tuple(_candidate(ORGANIZATION, heading) for heading in found),
    )
    entity_kind = ORGANIZATION if kind is ErrorKind.WRONG_KIND else PERSON
    assert tag_errors(passage, tagging) == (TagError(kind, entity_kind, expected, got),)


def test_two_people_under_one_heading_are_merged() -> None:
    tagging = Tagging(people=(_candidate(PERSON, "Lee Ek"),), countries=(), organizations=())
    (merged, missed) = tag_errors(_passage(people={"Ann Lee", "Bo Ek"}), tagging)
    assert merged == TagError(ErrorKind.MERGED, PERSON, "Ann Lee", "Lee Ek")
    assert missed == TagError(ErrorKind.MISSED, PERSON, "Bo Ek", "")


def test_a_country_in_the_wrong_role_is_an_error_and_an_optional_tag_is_none() -> None:
    passage = _passage(countries={"Norway"}, optional={"Storting"})
    tagging = Tagging(
        people=(),
        countries=(_candidate(COUNTRY, "Norway", Role.MENTIONED),),
        organizations=(_candidate(ORGANIZATION, "Storting"),),
    )
    expected = TagError(ErrorKind.WRONG_ROLE, COUNTRY, "Norway about", "mentioned")
    assert tag_errors(passage, tagging) == (expected,)


def test_a_failure_tells_passage_error_rule_and_what_was_rejected() -> None:
    passage = _passage(people={"Ann Lee"})
    tagging = Tagging(people=(_candidate(PERSON, "Lee"),), countries=(), organizations=())
    text = failure_text(Result(passage, tagging, tag_errors(passage, tagging)))
    assert "The text." in text
    assert "wrong heading person: expected Ann Lee, got Lee" in text
    assert "tagged person Lee, about, by name from Lee" in text


def _passage(
    *,
    people: set[str] | None = None,
    countries: set[str] | None = None,
    organizations: set[str] | None = None,
    optional: set[str] | None = None,
) -> Passage:
    return Passage(
        theme="titles",
        name="The mayor",
        title="",
        text="The text.",
        expected={
            PERSON: frozenset(people or ()),
            COUNTRY: frozenset(countries or ()),
            ORGANIZATION: frozenset(organizations or ()),
        },
        about=frozenset(countries or ()),
        optional=frozenset(optional or ()),
        never=frozenset({"Mayor"}),
    )


def _candidate(kind: EntityKind, heading: str, role: Role = Role.ABOUT) -> Candidate:
    return Candidate(
        kind=kind,
        heading=heading,
        code="",
        role=role,
        count=1,
        evidence="",
        uses=(FormUse(heading, Rule.NAME, 1),),
    )
