from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.files.drafts import drafts_of

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.fetch_list import add_to_fetch_list, note_problem
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of
from cuttings.ingest.readers.table import RESULT_COLUMNS

MakeSource = Callable[..., SourceFile]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.TAB"])
def test_tables_are_recognized_by_their_suffix(make_source: MakeSource, name: str) -> None:
    assert format_of(make_source("title\ttext\nWall\tIt fell\n", name)).name == "table"


def test_rows_come_one_by_one(make_source: MakeSource) -> None:
    source = make_source("title,text\n" + "Wall,It fell\n" * 3, "a.csv")
    records = records_of(source)
    assert next(records).source.place == "row 2"
    assert next(records).source.place == "row 3"


def test_an_empty_row_is_reported_and_an_empty_line_is_not_a_row(make_source: MakeSource) -> None:
    source = make_source("title,text\nWall,It fell\n,\n\n , \nGate,It rose\n,\n\n", "a.csv")
    stories = [(record.source.place, record.read()) for record in records_of(source)]
    empty = NoStory("an empty row")
    assert [place for place, _ in stories] == ["row 2", "row 3", "row 5", "row 6", "row 7"]
    assert [story for _, story in stories if not isinstance(story, Draft)] == [empty] * 3


def test_a_person_names_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Schlagzeile,Inhalt\nWall,It fell\n", encoding="utf-8")
    source = SourceFile.load(path, {"title": "schlagzeile", "content": "Inhalt"})
    (record,) = records_of(source)
    assert getattr(record.read(), "title", "") == "Wall"


@pytest.mark.parametrize(
    ("content", "columns", "reason"),
    [
        ("a,b\n1,2\n", {}, r"no column of it is known .*its columns: a, b.; name one with --map"),
        ("text,b\n1,2\n", {"title": "c"}, "it has no column 'c' .its columns: text, b.; check"),
        ("text,b\n", {}, "there is no story in it"),
        ("\n\n x", {}, "no column of it is known"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_error(
    tmp_path: Path, content: str, columns: dict[str, str], reason: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match=reason):
        list(records_of(SourceFile.load(path, columns)))


def test_a_binary_file_with_the_suffix_of_a_table_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK\x03\x04 sheet")
    with pytest.raises(UnreadableSourceError, match="it is binary"):
        drafts_of(SourceFile.load(path))


def test_the_guard_against_formulas_is_taken_off_tables_of_an_archive(tmp_path: Path) -> None:
    address = Address(url="https://planet.example/a,-b", title="=1+1", tags=("+a", "-b"), note="@c")
    path = tmp_path / "to-fetch.csv"
    add_to_fetch_list(path, [address])
    assert [record.read() for record in records_of(SourceFile.load(path))] == [address]
    note_problem(path, address.url, "-")
    assert [record.read() for record in records_of(SourceFile.load(path))] == [address]


def test_a_saved_list_of_results_is_read_by_its_columns(make_source: MakeSource) -> None:
    source = (Path(__file__).parents[4] / "theme/src/export/csv.ts").read_text(encoding="utf-8")
    assert tuple(re.findall(r'^  \["([a-z]+)", ', source, re.M)) == RESULT_COLUMNS
    row = "'=1+1,2024-04-05,exact,Post,,\"Roe; '-b\",,,,https://planet.example/a,,,,,,,,"
    saved = make_source(f"\ufeff{','.join(RESULT_COLUMNS)}\r\n{row}\r\n", "stories.csv")
    saved = replace(saved, columns={"url": "original"})
    (record,) = records_of(saved)
    story = record.read()
    assert isinstance(story, Address)
    assert (story.title, story.url) == ("=1+1", "https://planet.example/a")


def test_an_apostrophe_in_a_table_of_others_stays(make_source: MakeSource) -> None:
    (draft,) = drafts_of(make_source("title,text\n'-30-' ends it,It fell\n", "a.csv"))
    assert draft.title == "'-30-' ends it"
