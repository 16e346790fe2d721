from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.article.front_matter import FrontMatter, split_values
from cuttings.entities.evidence import mention_finder
from cuttings.entities.recognition import recognizer as recognition
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging import tagger as tagger_module
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Candidate, FailedTagging, Tagger, Tagging

STORIES = Path(__file__).parents[3] / "cases" / "entities" / "stories"
TEXT = (
    "Chancellor Angela Merkel met President Emmanuel Macron in Paris on Monday.\n\n"
    "Merkel praised France. A French minister answered. Canada was not invited."
)


def _headings(candidates: tuple[Candidate, ...]) -> list[str]:
    return [candidate.heading for candidate in candidates]


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.md")), ids=lambda path: path.stem)
def test_stories_get_their_tags_and_no_other(path: Path) -> None:
    front_matter = FrontMatter.parse(path.read_text(encoding="utf-8"))
    tagging = Tagger().tag(
        front_matter.get("Title") or "", front_matter.body, front_matter.get("Language") or ""
    )
    found = {
        "People": _headings(tagging.people),
        "Countries": _headings(tagging.countries),
        "Organizations": _headings(tagging.organizations),
    }
    expected = {field: list(split_values(front_matter.get(field) or "")) for field in found}
    assert {field: sorted(values) for field, values in found.items()} == {
        field: sorted(values) for field, values in expected.items()
    }


def test_candidates_say_why() -> None:
    tagging = Tagger().tag("Merkel in Paris", TEXT)
    merkel = tagging.people[0]
    assert (merkel.heading, merkel.count, merkel.role) == ("Angela Merkel", 3, Role.ABOUT)
    assert merkel.evidence == TEXT.split("\n")[0]
    france, canada = tagging.countries
    assert (france.heading, france.code, france.role) == ("France", "FR", Role.ABOUT)
    assert (canada.heading, canada.code, canada.role) == ("Canada", "CA", Role.MENTIONED)
    assert canada.evidence == "Canada was not invited."


def test_many_stories_are_tagged_as_each_alone() -> None:
    stories = [Story(title=f"Number {n}", text=TEXT) for n in range(40)]
    tagger = Tagger()
    taggings = list(tagger.tag_all(stories))
    assert len(taggings) == len(stories)
    assert {tuple(_headings(tagging.people)) for tagging in taggings} == {
        tuple(_headings(tagger.tag("Number", TEXT).people))
    }


def test_dateline_given_apart_tells_the_place() -> None:
    text = "The minister said that Spain and Italy, Spain and Italy, Spain and Italy agree. Peru."
    alone = {c.heading: c.role for c in Tagger().tag("Talks", text).countries}
    placed = {c.heading: c.role for c in Tagger().tag("Talks", text, dateline="LIMA").countries}
    assert (alone["Peru"], placed["Peru"]) == (Role.MENTIONED, Role.ABOUT)


def test_the_seat_in_an_organization_s_name_tells_its_country() -> None:
    text = "The Northern Trust Company of Boston said on Monday that it had named a chairman."
    tagging = Tagger().tag("Chairman named", text)
    assert _headings(tagging.organizations) == ["Northern Trust Company of Boston"]
    assert _headings(tagging.countries) == ["United States"]


def test_no_text_has_no_tags() -> None:
    tagging = Tagger().tag("Nothing", "")
    assert (tagging.people, tagging.countries, tagging.organizations) == ((), (), ())


def test_a_text_that_is_not_english_shows_it() -> None:
    text = (
        "Le président de la République, Jean Martin, a reçu lundi à Paris la ministre Claire "
        "Dubois, avant de partir pour Berlin où il doit rencontrer le chancelier. Les deux pays "
        "veulent renforcer leur coopération dans les domaines de la recherche et des transports."
    )
    tagging = Tagger().tag("Rencontre à Paris", text)
    assert tagging.people == tagging.organizations == ()
    assert _headings(tagging.countries) == ["France", "Germany"]


@pytest.mark.parametrize("rule", ["find_names", "gather_evidence", "prose"])
def test_a_story_that_a_rule_fails_at_keeps_no_other_from_being_tagged(
    monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    whole = getattr(tagger_module, rule)

    def failing(*arguments: object) -> object:
        if any("Untaggable" in str(argument) for argument in arguments):
            raise RecursionError("too deep")
        return whole(*arguments)

    monkeypatch.setattr(tagger_module, rule, failing)
    stories = [Story(title=title, text=TEXT) for title in ("One", "Untaggable", "Three")]
    if rule == "find_names":
        stories[1] = Story(title="Two", text=f"{TEXT} Untaggable.")
    first, second, third = Tagger().tag_each(stories)
    assert isinstance(second, FailedTagging)
    assert str(second.error) == "too deep"
    assert isinstance(first, Tagging)
    assert isinstance(third, Tagging)
    with pytest.raises(RecursionError):
        list(Tagger().tag_all(stories))


def test_a_paragraph_of_a_million_characters_is_tagged_and_says_what_was_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recognition, "READ_LENGTH", 20_000)
    monkeypatch.setattr(mention_finder, "SEARCHED_LENGTH", 1_200_000)
    names = ["Angela Merkel met Emmanuel Macron."] * 500
    long = " ".join([*names, *["the Nile flows on"] * 60_000, "Peru. Merkel. Joe Biden spoke."])
    first, second = Tagger().tag_each([Story(title="Talks", text=t) for t in (long, TEXT)])
    assert isinstance(first, Tagging)
    assert isinstance(second, Tagging)
    assert len(long) > 1_000_000
    assert _headings(first.people) == ["Angela Merkel", "Emmanuel Macron"]
    assert [c.count for c in first.people] == [501, 500]
    assert _headings(first.countries) == ["Peru"]
    assert (first.unread > 800_000, second.unread) == (True, 0)


def test_a_text_in_capitals_has_its_people_and_countries() -> None:
    text = TEXT.upper()
    tagging = Tagger().tag("Merkel in Paris", text)
    assert _headings(tagging.people) == ["Angela Merkel", "Emmanuel Macron"]
    assert _headings(tagging.countries) == ["France", "Canada"]
    assert (tagging.people[0].count, tagging.in_capitals) == (3, True)
    assert tagging.people[0].evidence == text.split("\n")[0]


def test_a_paragraph_in_capitals_is_read_and_a_table_is_not() -> None:
    text = (
        f"{TEXT}\n\nTHE MAYOR, ANNA BRANDT, SAID SHE HAD MET MERKEL.\n\nIBM 33 HOLT 44\n\n"
        "REAGAN TO MEET GORBACHEV IN ICELAND"
    )
    tagging = Tagger().tag("Merkel in Paris", text)
    people = {person.heading: person.count for person in tagging.people}
    assert people == {"Angela Merkel": 4, "Emmanuel Macron": 1, "Anna Brandt": 1}
    assert not Tagger().tag("Merkel in Paris", TEXT).in_capitals
