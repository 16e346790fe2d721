"""Lines that follow the authority records are those of a new tagging, and come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import TAGGED
from cuttings.entities.tagging.article_tagging import tag_files
from cuttings.entities.tagging.refreshed_lines import refresh_file
from cuttings.entities.tagging.tagger import Tagger

ARTICLE = (
    "Title: Leaders meet\nDate: 2020-01-01\n\n"
    "Chancellor Angela Merkel met President Emmanuel Macron in Paris. Robert Marsh and Bob "
    "Marshall of the European Union left.\n\nMerkel thanked the European Union and India; "
    "Bob Marshall wrote to the World Bank.\n"
)
PERSON, COUNTRY, ORGANIZATION = EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.ORGANIZATION
RECORDS = {
    "rename": {PERSON: [AuthorityRecord(heading="A. Merkel", see_from=("Angela Merkel",))]},
    "merge": {PERSON: [AuthorityRecord(heading="Robert Marsh", see_from=("Bob Marshall",))]},
    "hide": {PERSON: [AuthorityRecord(heading="Angela Merkel", hidden=True)]},
    "hide all": {
        PERSON: [
            AuthorityRecord(heading=heading, hidden=True)
            for heading in ("Angela Merkel", "Emmanuel Macron", "Robert Marsh", "Bob Marshall")
        ]
    },
    "country": {COUNTRY: [AuthorityRecord(heading="Bharat", see_from=("India",))]},
    "split": {
        PERSON: [
            AuthorityRecord(heading="Robert Marsh (banker)", see_from=("Robert Marsh",)),
            AuthorityRecord(
                heading="Robert Marsh (envoy)", see_from=("Robert Marsh",), when=("European Union",)
            ),
        ]
    },
    "both": {
        ORGANIZATION: [AuthorityRecord(heading="EU", see_from=("European Union", "World Bank"))],
        PERSON: [AuthorityRecord(heading="Emmanuel Macron", hidden=True)],
    },
}


def _file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("edit", RECORDS)
def test_an_edit_of_the_records_and_its_undoing(edit: str, tmp_path: Path) -> None:
    edited = Authorities(RECORDS[edit])
    refreshed, anew = _file(tmp_path, "refreshed"), _file(tmp_path, "anew")
    tag_files([refreshed], Tagger(), Authorities())
    before = refreshed.read_bytes()
    assert not refresh_file(refreshed, Authorities())

    assert refresh_file(refreshed, edited)
    assert refreshed.read_bytes() != before
    tag_files([anew], Tagger(), edited)
    assert refreshed.read_bytes() == anew.read_bytes()
    assert not refresh_file(refreshed, edited)

    assert refresh_file(refreshed, Authorities())
    assert refreshed.read_bytes() == before


def test_one_edit_after_another(tmp_path: Path) -> None:
    path, anew = _file(tmp_path, "story"), _file(tmp_path, "anew")
    tag_files([path], Tagger(), Authorities(RECORDS["merge"]))
    for edit in RECORDS:
        refresh_file(path, Authorities(RECORDS[edit]))
    tag_files([anew], Tagger(), Authorities(RECORDS["both"]))
    assert path.read_bytes() == anew.read_bytes()


def test_what_a_person_set_stays(tmp_path: Path) -> None:
    path = _file(tmp_path, "story")
    tag_files([path], Tagger(), Authorities())
    text = path.read_text(encoding="utf-8").replace("People: ", "People: Somebody; ")
    path.write_text(text, encoding="utf-8")
    people = read_article(path).people
    assert not refresh_file(path, Authorities(RECORDS["rename"]))
    assert refresh_file(path, Authorities(RECORDS["country"]))
    article = read_article(path)
    assert article.people == people
    assert "Bharat" in (article.countries or ()) + (article.countries_mentioned or ())


def test_an_article_without_own_lines_stays(tmp_path: Path) -> None:
    path = _file(tmp_path, "story")
    assert not refresh_file(path, Authorities(RECORDS["rename"]))
    assert FrontMatter.parse(path.read_text(encoding="utf-8")).get(TAGGED) is None
