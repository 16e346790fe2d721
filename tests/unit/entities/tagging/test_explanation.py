from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import FormUse, Rule
from cuttings.entities.tagging.article_tagging import tag_files
from cuttings.entities.tagging.explanation import LineOrigin, explain
from cuttings.entities.tagging.explanation_text import explanation_record, explanation_text
from cuttings.entities.tagging.tagger import Tagger

TEXT = (
    "Title: Leaders meet\nAdded: 2020-01-02\n\n"
    "Chancellor Angela Merkel met President Emmanuel Macron in Paris.\n\n"
    "Merkel thanked the European Union.\n"
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "leaders.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_untagged_article_shows_what_the_tagger_would_write(path: Path, tagger: Tagger) -> None:
    explanation = explain(path, Authorities(), tagger)
    line = explanation.lines[EntityKind.PERSON]
    assert line.origin is LineOrigin.UNTAGGED
    merkel = line.tags[0]
    assert merkel.entity.heading == "Angela Merkel"
    assert merkel.uses == (
        FormUse("Angela Merkel", Rule.NAME, 1),
        FormUse("Merkel", Rule.SURNAME, 1),
    )
    assert path.read_text(encoding="utf-8") == TEXT


def test_it_is_said_who_set_each_line(path: Path, tagger: Tagger) -> None:
    tag_files([path], tagger, Authorities())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Countries: France", "Countries: Chile"), encoding="utf-8")
    explanation = explain(path, Authorities(), tagger)
    origins = {kind: line.origin for kind, line in explanation.lines.items()}
    assert origins == {
        EntityKind.PERSON: LineOrigin.TAGGER,
        EntityKind.COUNTRY: LineOrigin.PERSON,
        EntityKind.ORGANIZATION: LineOrigin.TAGGER,
    }
    (chile,) = explanation.lines[EntityKind.COUNTRY].tags
    assert (chile.count, chile.uses) == (0, ())
    assert "    no form in the text names it alone" in explanation_text(explanation).splitlines()
    assert [(item.form, item.kind) for item in explanation.rejected][:1] == [
        ("France", EntityKind.COUNTRY)
    ]


def test_a_tag_that_newer_rules_would_add_is_reported(path: Path, tagger: Tagger) -> None:
    tag_files([path], tagger, Authorities())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("met President", "met Olaf Scholz and President"), "utf-8")
    explanation = explain(path, Authorities(), tagger)
    assert any(
        item.form == "Olaf Scholz" and "cuttings tag" in item.reason
        for item in explanation.rejected
    )


def test_a_reviewed_article_says_so(path: Path, tagger: Tagger) -> None:
    path.write_text(f"People: Angela Merkel\nReviewed: yes\n{TEXT}", encoding="utf-8")
    explanation = explain(path, Authorities(), tagger)
    assert "PEOPLE (reviewed by a person)" in explanation_text(explanation)
    assert any(
        item.form == "Emmanuel Macron" and "reviewed" in item.reason
        for item in explanation.rejected
    )


def test_a_story_that_fits_two_records_keeps_the_name_and_says_so(
    path: Path, tagger: Tagger
) -> None:
    records = [
        AuthorityRecord(heading=heading, see_from=("Angela Merkel",), when=(word,))
        for heading, word in (
            ("Merkel (a)", "Paris"),
            ("Merkel (b)", "France"),
            ("Merkel (c)", "x"),
        )
    ]
    explanation = explain(path, Authorities({EntityKind.PERSON: records}), tagger)
    merkel = explanation.lines[EntityKind.PERSON].tags[0]
    assert merkel.entity.heading == "Angela Merkel"
    assert merkel.choice is not None
    assert merkel.choice.fitting == (("Merkel (a)", "Paris"), ("Merkel (b)", "France"))
    lines = explanation_text(explanation).splitlines()
    told = "    Not distinguished from namesakes: the story fits Merkel (a) (“Paris”);"
    assert told in lines
    record = explanation_record(explanation)["people"]
    assert isinstance(record, dict)
    assert record["tags"][0]["told_apart"] == {
        "fitting": [
            {"name": "Merkel (a)", "word": "Paris"},
            {"name": "Merkel (b)", "word": "France"},
        ],
        "others": ["Merkel (c)"],
    }
    assert "told_apart" not in record["tags"][1]


def test_what_stands_only_in_capitals_is_said_to_be_in_doubt(path: Path, tagger: Tagger) -> None:
    lines = TEXT.split("\n\n")
    lines.append("HE THANKED ANNA BRANDT OF NORWAY AND CHANCELLOR MERKEL, THE U.S. SAID.\n")
    path.write_text("\n\n".join(lines), encoding="utf-8")
    explanation = explain(path, Authorities(), tagger)
    doubtful = [
        tag.entity.heading
        for line in explanation.lines.values()
        for tag in line.tags
        if explanation.is_doubtful(tag)
    ]
    assert doubtful == ["Anna Brandt", "Norway"]
    assert explanation_text(explanation).count("in doubt: it stands only in capitals") == 2
    people = explanation_record(explanation)["people"]
    assert isinstance(people, dict)
    marked = {tag["name"]: tag.get("only_in_capitals", False) for tag in people["tags"]}
    assert marked == {"Angela Merkel": False, "Emmanuel Macron": False, "Anna Brandt": True}
