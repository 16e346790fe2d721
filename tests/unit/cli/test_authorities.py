"""``cuttings authority``, run as a person runs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main

STORIES = {
    "kiev": "KIEV - President Volodymyr Zelensky met Chancellor Olaf Scholz. Zelensky said little.",
    "berlin": "BERLIN - President Volodymyr Zelansky met Olaf Scholz on Monday. Zelansky left.",
    "paris": "PARIS - President Volodymyr Zelensky spoke in Paris. Zelensky thanked France.",
}


@pytest.fixture
def folder(add_stories: Callable[[Mapping[str, str]], ContentFolder]) -> ContentFolder:
    return add_stories({f"{name.capitalize()} talks": text for name, text in STORIES.items()})


def _files(folder: ContentFolder) -> dict[Path, bytes]:
    files = (path for path in folder.root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if path != folder.names_cache}


def _run(folder: ContentFolder, *words: str) -> int:
    return main([*words, "--content", str(folder.root)])


def test_merges_are_suggested_ticked_applied_and_undone(
    folder: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(folder)
    table = tmp_path / "merges.csv"
    assert _run(folder, "authority", "suggest", str(table)) == 0
    assert _files(folder) == before
    suggested = table.read_bytes()
    assert "person,Volodymyr Zelensky,Volodymyr Zelansky," in suggested.decode("utf-8-sig")
    assert f"{table}: 1 likely merges, 1 without an answer" in capsys.readouterr().out

    assert _run(folder, "authority", "apply", str(table)) == 0
    assert _files(folder) == before

    table.write_bytes(suggested.replace(b",\r\n", b",x\r\n"))
    assert _run(folder, "authority", "apply", str(table)) == 0
    output = capsys.readouterr().out.splitlines()
    berlin = folder.articles / "2022" / "berlin-talks.md"
    assert output == [
        f"{folder.authorities / 'people.csv'}: Volodymyr Zelansky -> Volodymyr Zelensky",
        f"{berlin}: People: Volodymyr Zelansky -> Volodymyr Zelensky",
    ]
    assert read_article(berlin).people == ("Volodymyr Zelensky", "Olaf Scholz")

    applied = _files(folder)
    assert _run(folder, "authority", "apply", str(table)) == 0
    assert capsys.readouterr().out == ""
    assert _run(folder, "tag") == 0
    assert _files(folder) == applied

    (folder.authorities / "people.csv").unlink()
    assert _run(folder, "tag") == 0
    assert _files(folder) == before


@pytest.mark.parametrize(
    ("kind", "record", "story", "headings"),
    [
        ("people", "Olaf Scholz,Volodymyr Zelansky,", "berlin", ("Olaf Scholz",)),
        ("people", "Scholz (O.),Olaf Scholz,", "kiev", ("Volodymyr Zelensky", "Scholz (O.)")),
        ("people", "Olaf Scholz,,yes", "kiev", ("Volodymyr Zelensky",)),
        ("countries", "Frankreich,France,", "paris", ("Frankreich",)),
        ("countries", "France,,yes", "paris", ()),
    ],
    ids=["merge", "rename", "hide", "rename a country", "hide a country"],
)
def test_a_record_is_followed_and_undone_by_taking_it_out(
    folder: ContentFolder, kind: str, record: str, story: str, headings: tuple[str, ...]
) -> None:
    before = _files(folder)
    records = folder.authorities / f"{kind}.csv"
    records.write_text(f"heading,see-from,hide\n{record}\n", encoding="utf-8")
    assert _run(folder, "tag") == 0
    article = read_article(folder.articles / "2022" / f"{story}-talks.md")
    assert getattr(article, kind) == headings
    followed = _files(folder)
    assert _run(folder, "tag") == 0
    assert _files(folder) == followed
    records.unlink()
    assert _run(folder, "tag") == 0
    assert _files(folder) == before


def test_a_bad_row_is_one_line(
    folder: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "merges.csv"
    table.write_text("kind,keep,merge,accept\nplace,A,B,yes\n", encoding="utf-8")
    assert _run(folder, "authority", "apply", str(table)) == 1
    assert capsys.readouterr().err == (
        f"{table}, line 2: 'place' is not a kind; use one of person, country, organization\n"
    )


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_compared(
    folder: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = folder.articles / "2022" / "bad.md"
    bad.write_bytes(b"Title: \xff\n")
    table = tmp_path / "merges.csv"
    assert _run(folder, "authority", "suggest", str(table)) == 1
    assert capsys.readouterr().err.startswith(f"{bad}: ")
    assert "Zelansky" in table.read_text(encoding="utf-8")


def test_a_table_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.csv"
    assert main(["authority", "apply", str(missing)]) == 2
    assert capsys.readouterr().err.startswith(f"{missing}: there is no such file")
