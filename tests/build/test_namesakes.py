"""Two people of one name, distinguished by authority records and put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main

STORIES = {
    "bank": "LONDON - John Smith left Barclays on Monday. Smith had led the bank for ten years.",
    "match": "LEEDS - Captain John Smith won the Test match on Monday. Smith thanked the crowd.",
    "garden": "BRISTOL - John Smith opened a garden on Monday. Smith planted a tree with Ann Lee.",
}
RECORDS = """heading,see-from,when,same-as,note,hide
John Smith (banker),John Smith,Barclays | clearing house,,Led a bank,
John Smith (cricketer),John Smith,Test match | Lord's,,,
"""


@pytest.fixture
def folder(add_stories: Callable[[Mapping[str, str]], ContentFolder]) -> ContentFolder:
    return add_stories({f"News of the {name}": text for name, text in STORIES.items()})


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _article(folder: ContentFolder, name: str) -> Path:
    return folder.articles / "2022" / f"news-of-the-{name}.md"


def _people(folder: ContentFolder) -> dict[str, tuple[str, ...] | None]:
    return {name: read_article(_article(folder, name)).people for name in STORIES}


def _run(folder: ContentFolder, *words: str) -> int:
    return main([*words, "--content", str(folder.root)])


def test_namesakes_are_split_explained_built_and_put_together_again(
    folder: ContentFolder, tmp_path: Path, run_pelican: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    together = _files(folder.root)
    records = folder.authorities / "people.csv"
    records.write_text(RECORDS, encoding="utf-8")

    untagged = run_pelican(folder.root, tmp_path / "untagged", CUTTINGS_PAGE_FROM="1")
    assert untagged.status == 0, untagged.messages
    assert _people(folder)["bank"] == ("John Smith",)

    assert _run(folder, "tag") == 0
    assert _people(folder) == {
        "bank": ("John Smith (banker)",),
        "match": ("John Smith (cricketer)",),
        "garden": ("John Smith", "Ann Lee"),
    }
    split = _files(folder.root)
    assert _run(folder, "tag") == 0
    assert _files(folder.root) == split

    table = tmp_path / "merges.csv"
    assert _run(folder, "authority", "suggest", str(table)) == 0
    assert "Smith" not in table.read_text(encoding="utf-8")
    assert _run(folder, "authority", "apply", str(table)) == 0
    assert _files(folder.root) == split

    capsys.readouterr()
    for name in STORIES:
        assert _run(folder, "explain", str(_article(folder, name))) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "John Smith (banker): about, 2 mentions" in lines
    assert "John Smith: another form of John Smith (banker), once" in lines
    assert "Smith: surname of John Smith (cricketer), once" in lines
    said = " ".join(lines)
    assert " Distinguished from namesakes: the story fits John Smith (banker) (“Barclays”)" in said
    assert " Not distinguished from namesakes: the story fits none of John Smith (banker);" in said

    build = run_pelican(folder.root, tmp_path / "output", CUTTINGS_PAGE_FROM="1")
    assert build.status == 0, build.messages
    pages = _files(untagged.output / "people")
    built = {path.relative_to(build.output).as_posix(): path for path in _files(build.output)}
    assert {path.relative_to(untagged.output).as_posix() for path in pages} == {
        name for name in built if name.startswith("people/")
    }
    banker = built["people/john-smith-banker.html"].read_text(encoding="utf-8")
    assert "news-of-the-bank.html" in banker
    assert "Led a bank" in banker
    assert "news-of-the-match.html" not in banker
    garden = built["people/john-smith.html"].read_text(encoding="utf-8")
    assert "news-of-the-garden.html" in garden
    assert 'href="../people/john-smith-cricketer.html"' in garden
    match = built["articles/news-of-the-match.html"].read_text(encoding="utf-8")
    assert len(re.findall(r'<a href="?\.\./people/john-smith-cricketer\.html\b', match)) == 3

    records.unlink()
    assert _run(folder, "tag") == 0
    assert _files(folder.root) == together


def test_a_namesake_that_a_person_sets_stays_whatever_the_story_says(
    folder: ContentFolder, tmp_path: Path, run_pelican: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.authorities / "people.csv").write_text(RECORDS, encoding="utf-8")
    garden = _article(folder, "garden")
    text = garden.read_text(encoding="utf-8")
    garden.write_text(text.replace("People: John Smith;", "People: John Smith (banker);"), "utf-8")
    before = garden.read_bytes()
    assert _run(folder, "tag") == 0
    assert garden.read_bytes() == before

    capsys.readouterr()
    assert _run(folder, "explain", str(garden)) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "PEOPLE (edited by a person)" in lines
    assert "John Smith (banker): about, 2 mentions" in lines
    assert "The story has none of the words that distinguish it from namesakes" in lines

    build = run_pelican(folder.root, tmp_path / "output")
    page = (build.output / "people" / "john-smith-banker.html").read_text(encoding="utf-8")
    assert "news-of-the-garden.html" in page
    assert "news-of-the-bank.html" in page
