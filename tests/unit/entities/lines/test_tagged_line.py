from __future__ import annotations

import pytest

from cuttings.article.front_matter import FrontMatter
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import (
    TaggedLine,
    fields_to_write,
    is_by_person,
    is_outdated,
    line_digest,
    text_digest,
)

ALL = ("People", "Countries", "Countries_mentioned", "Organizations")
PEOPLE = "Antony Blinken; Xi Jinping"
TAGGED = TaggedLine(
    "1", "model 1.0 abc", {"people": line_digest(PEOPLE), "countries": line_digest("China")}
).render()


def _front_matter(**fields: str) -> FrontMatter:
    return FrontMatter(tuple(fields.items()), "Body")


def test_line_reads_back() -> None:
    digests = {"people": "12345678", "organizations": "0"}
    found = {EntityKind.PERSON: ("Ann; or Anna", "Prince"), EntityKind.COUNTRY: ("Iran",)}
    for line in (
        TaggedLine("1", "model 1.0 abc", digests),
        TaggedLine("1", "model 1.0 abc", digests, "87654321", found),
        TaggedLine("1", "model 1.0 abc", digests, "87654321", found, in_capitals=True),
    ):
        assert TaggedLine.parse(line.render()) == line


@pytest.mark.parametrize("value", ["", "yes", ";;;", "1; people", "1; m; horses 42"])
def test_a_line_that_makes_no_sense_says_nothing(value: str) -> None:
    assert TaggedLine.parse(value).digests == {}


def test_white_space_is_no_edit() -> None:
    assert line_digest("a;b") == line_digest(" a ;  b ")
    assert line_digest("a; b") != line_digest("b; a")


def test_lines_are_a_persons_unless_they_match() -> None:
    front_matter = _front_matter(People=PEOPLE, Countries="China; India", Tagged=TAGGED)
    assert not is_by_person(front_matter, EntityKind.PERSON)
    assert is_by_person(front_matter, EntityKind.COUNTRY)
    assert not is_by_person(front_matter, EntityKind.ORGANIZATION)


def test_a_deleted_line_is_an_edit() -> None:
    assert is_by_person(_front_matter(Countries="China", Tagged=TAGGED), EntityKind.PERSON)


def test_untagged_articles_get_all_lines() -> None:
    assert fields_to_write(_front_matter(Title="T")) == ALL
    assert fields_to_write(_front_matter(People="Someone")) == ALL[1:]
    done = dict.fromkeys(ALL, "")
    signed = TaggedLine("1", "", {key.lower(): line_digest("") for key in ALL}).render()
    assert fields_to_write(_front_matter(**done, Tagged=signed)) == ()


def test_tagging_again_writes_only_its_own_lines() -> None:
    front_matter = _front_matter(
        People=PEOPLE, Countries="China; India", Organizations="", Tagged=TAGGED
    )
    assert fields_to_write(front_matter) == ()
    assert fields_to_write(front_matter, again=True) == ("People",)


def test_the_lines_of_countries_are_written_together() -> None:
    front_matter = _front_matter(People="", Countries="China", Organizations="", Tagged=TAGGED)
    assert fields_to_write(front_matter) == ALL[1:3]


@pytest.mark.parametrize(
    "lines", [{"Countries": "India"}, {"Countries": "China", "Countries_mentioned": "India"}]
)
def test_whoever_edits_one_line_of_countries_decides_about_both(lines: dict[str, str]) -> None:
    front_matter = _front_matter(**lines, Tagged=TAGGED)
    assert is_by_person(front_matter, EntityKind.COUNTRY)
    assert not set(ALL[1:3]) & set(fields_to_write(front_matter, again=True))


@pytest.mark.parametrize("value", ["yes", "Yes", "true"])
def test_reviewed_articles_get_none(value: str) -> None:
    assert fields_to_write(_front_matter(Title="T", Reviewed=value), again=True) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"Title": "Other"},
        {"Language": "fr"},
        {"Date": "1987-02-26"},
        {"Tagged": "0; m; text {text}"},
        {"Tagged": "7; m"},
    ],
)
def test_another_text_version_or_no_word_of_them_is_outdated(change: dict[str, str]) -> None:
    text = text_digest(_front_matter(Title="T"))
    front_matter = _front_matter(Title="T", Tagged=f"7; m; text {text}", People="A")
    assert not is_outdated(front_matter, "m")
    assert is_outdated(front_matter, "other")
    changed = {**dict(front_matter.fields), **change}
    changed["Tagged"] = changed["Tagged"].format(text=text)
    assert is_outdated(_front_matter(**changed), "m")
