from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.ingest.drafts import drafts_of

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.draft import Draft
from cuttings.ingest.readers import format_of, records_of
from cuttings.ingest.record import NoStory
from cuttings.ingest.source_file import SourceFile

MakeSource = Callable[..., SourceFile]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.TAB"])
def test_tables_are_told_by_their_suffix(make_source: MakeSource, name: str) -> None:
    assert format_of(make_source("title\ttext\nWall\tIt fell\n", name)).name == "table"


def test_rows_come_one_by_one(make_source: MakeSource) -> None:
    source = make_source("title,text\n" + "Wall,It fell\n" * 3, "a.csv")
    records = records_of(source)
    assert next(records).source.place == "row 2"
    assert next(records).source.place == "row 3"


def test_an_empty_row_is_told_and_an_empty_line_is_none(make_source: MakeSource) -> None:
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
