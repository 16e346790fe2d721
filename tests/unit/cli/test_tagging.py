"""``cuttings explain``, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main

STORY = """Chancellor visits Paris

PARIS, 5 May 2010 - German Chancellor Angela Merkel met President Nicolas Sarkozy in Paris on
Wednesday. Merkel said the euro would be defended. "We stand together," Sarkozy said.

On Monday John Baker and Peter Baker came to the bank. Baker was tired.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    source = tmp_path / "merkel.txt"
    source.write_text(STORY, encoding="utf-8")
    folder = ContentFolder(tmp_path / "content")
    main(["add", str(source), "--content", str(folder.root)])
    (path,) = folder.article_paths()
    return path


def _explain(
    article: Path, capsys: pytest.CaptureFixture[str], *options: str, status: int = 0
) -> str:
    capsys.readouterr()
    content = str(article.parents[2])
    assert main(["explain", str(article), "--content", content, *options]) == status
    return capsys.readouterr().out


def test_each_tag_is_explained_and_nothing_is_written(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = article.read_bytes()
    lines = _explain(article, capsys).splitlines()
    assert article.read_bytes() == before
    assert lines[:2] == [str(article), "Chancellor visits Paris"]
    assert "PEOPLE (found by the tagger)" in lines
    assert "    Merkel: surname of Angela Merkel, once" in lines
    assert "    German: demonym of Germany, once" in lines
    assert any(line.startswith("    “") and "Angela Merkel met" in line for line in lines)
    assert "  Baker (person): it fits Peter Baker and John Baker" in lines
    assert max(map(len, lines[2:])) <= 80


def test_a_form_that_names_another_place_is_said_to_be_that(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\nA senator from Georgia flew back to Atlanta.\n", encoding="utf-8")
    lines = _explain(article, capsys).splitlines()
    assert "  Georgia (country): the state, beside “Atlanta”" in lines


def test_a_removed_tag_is_reported_with_its_reason(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = article.read_text(encoding="utf-8")
    article.write_text(
        text.replace("People: Angela Merkel; ", "People: "),
        encoding="utf-8",
    )
    output = _explain(article, capsys)
    assert "PEOPLE (edited by a person)" in output
    assert "COUNTRIES (found by the tagger)" in output
    assert "Angela Merkel (person): the line was edited by a person" in output


def test_hidden_and_merged_names_are_reported(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    authorities = ContentFolder(article.parents[2]).authorities
    authorities.mkdir(exist_ok=True)
    (authorities / "people.csv").write_text(
        "heading,see-from,same-as,note,hide\n"
        "Nicolas Sarkozy,,,,yes\nMerkel (politician),Angela Merkel,,,\n",
        encoding="utf-8",
    )
    lines = _explain(article, capsys).splitlines()
    assert "  Nicolas Sarkozy (person): an authority record hides it" in lines
    assert "    Angela Merkel: another form of Merkel (politician), once" in lines


def test_the_same_as_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = json.loads(_explain(article, capsys, "--json"))
    assert list(record) == [
        "article",
        "title",
        "people",
        "countries",
        "organizations",
        "rejected",
    ]
    assert record["people"]["set_by"] == "tagger"
    merkel = record["people"]["tags"][0]
    assert merkel["name"] == "Angela Merkel"
    assert {"form": "Merkel", "rule": "surname", "count": 1} in merkel["forms"]
    assert {tag["code"] for tag in record["countries"]["tags"]} >= {"DE", "FR"}
    assert all(set(item) == {"kind", "form", "reason"} for item in record["rejected"])


def test_an_article_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.md"
    assert main(["explain", str(missing)]) == 2
    assert capsys.readouterr().err == (
        f"{missing}: there is no such file or folder; check the spelling\n"
    )


def test_an_unreadable_article_is_one_line(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_bytes(b"Title: \xff\n")
    capsys.readouterr()
    assert main(["explain", str(article)]) == 1
    assert capsys.readouterr().err == f"{article}: it is not UTF-8 text; save it as UTF-8\n"


def test_a_story_in_another_language_has_no_people_and_each_command_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "rat.md"
    text = "Der Rat der Stadt hat am Mittwoch über die neue Brücke gesprochen, sagte Karl Weber."
    source.write_text(f"Title: Rat\nLanguage: en\n\n{text}\n", encoding="utf-8")
    folder = ContentFolder(tmp_path / "content")
    main(["add", str(source), "--content", str(folder.root)])
    said = "1 story is in another language than English: only countries were looked for"
    assert said in capsys.readouterr().out.splitlines()
    (path,) = folder.article_paths()
    assert {"Language: de", "People:"} <= set(path.read_text(encoding="utf-8").splitlines())
    why = "The text is in another language (de): names are recognized in English"
    assert _explain(path, capsys).splitlines()[2] == why
    assert json.loads(_explain(path, capsys, "--json"))["other_language"] == "de"
