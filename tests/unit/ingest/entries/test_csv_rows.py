from __future__ import annotations

import csv
from collections.abc import Callable, Iterator

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.csv_rows import CsvRows, csv_header
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile

MakeSource = Callable[..., SourceFile]


def _rows(make_source: MakeSource, content: str | bytes) -> list[tuple[str, object]]:
    rows = CsvRows(make_source(content, "a.csv"))
    return [(row.place, row.problem or tuple(row.fields.values())) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(make_source: MakeSource, delimiter: str) -> None:
    content = f"title{delimiter}text\nWall{delimiter}It fell\n"
    rows = CsvRows(make_source(content, "a.csv"))
    assert rows.header == ["title", "text"]
    assert [row.fields for row in rows] == [{"title": "Wall", "text": "It fell"}]


def test_excel_may_state_the_delimiter(make_source: MakeSource) -> None:
    rows = CsvRows(make_source("sep=;\ntitle;text,more\nWall;It fell\n", "a.csv"))
    assert rows.header == ["title", "text,more"]


@pytest.fixture
def short_cells() -> Iterator[None]:
    """Let every table of this process have cells of a thousand characters and no longer ones."""
    usual = csv.field_size_limit(1_000)
    yield
    csv.field_size_limit(usual)


@pytest.mark.usefixtures("short_cells")
def test_a_cell_may_be_long_and_other_tables_keep_their_limit(make_source: MakeSource) -> None:
    text = "x" * 2_000
    assert _rows(make_source, f"title,text\nWall,{text}\n") == [("row 2", (text, "Wall"))]
    assert csv.field_size_limit() == 1_000


def test_line_feeds_and_quotation_marks_within_cells(make_source: MakeSource) -> None:
    content = 'title,text\r\n"The ""Wall""\nfalls","One.\r\n\r\nTwo, three."\r\n"x",y\r\n'
    assert _rows(make_source, content) == [
        ("row 2", ("One.\n\nTwo, three.", 'The "Wall"\nfalls')),
        ("row 3", ("y", "x")),
    ]


def test_a_row_of_another_width_is_reported_and_the_rest_goes_on(make_source: MakeSource) -> None:
    assert _rows(make_source, "a,b\n1,2\n3\n\n4,5,6\n7,8,\n") == [
        ("row 2", ("2", "1")),
        ("row 3", "it has 1 cells and the header 2"),
        ("row 5", "it has 3 cells and the header 2"),
        ("row 6", ("8", "7")),
    ]


@pytest.mark.parametrize("bad", ['"1,2', '"1"x,2', '1,"2'])
def test_a_quotation_mark_without_an_end_costs_one_row(make_source: MakeSource, bad: str) -> None:
    rows = _rows(make_source, f'a,b\n{bad}\n3,4\n"5",6\n')
    assert [row for row in rows if not isinstance(row[1], str)] == [
        ("row 3", ("4", "3")),
        ("row 4", ("6", "5")),
    ]
    assert rows[0] == ("row 2", "a quotation mark in it is not closed")


def test_of_two_columns_with_one_name_the_first_counts(make_source: MakeSource) -> None:
    (row,) = CsvRows(make_source("text,text\none,two\n", "a.csv"))
    assert row.text("text") == "one"


@pytest.mark.parametrize(
    "content",
    [
        "title,text\nMüller,Straße\n".encode("utf-8-sig"),
        "title,text\nMüller,Straße\n".encode("utf-16"),
        "title,text\nMüller,Straße\n".encode("utf-16-le"),
        "title,text\nMüller,Straße\n".encode("cp1252"),
        "title,text\rMüller,Straße\r".encode(),
    ],
)
def test_character_sets_and_line_ends(make_source: MakeSource, content: bytes) -> None:
    assert _rows(make_source, content) == [("row 2", ("Straße", "Müller"))]


def test_lines_of_another_character_set_are_read_by_themselves(make_source: MakeSource) -> None:
    content = "a,b\nÉlysée,日本\n".encode() + "São,Müller\x00\n".encode("cp1252")
    assert _rows(make_source, content) == [
        ("row 2", ("日本", "Élysée")),
        ("row 3", ("Müller", "São")),
    ]


def test_a_cell_may_be_long(make_source: MakeSource) -> None:
    (row,) = CsvRows(make_source("text,b\n" + "word " * 200_000 + ",x\n", "a.csv"))
    assert len(row.whole("text")) == 1_000_000


@pytest.mark.parametrize("content", [b"\n\n", b",,\n1,2,3\n"])
def test_a_table_without_a_header_is_refused(make_source: MakeSource, content: bytes) -> None:
    source = make_source(b"x" + content, "a.csv").part(content, "")
    with pytest.raises(UnreadableSourceError, match="it has no header; name the columns"):
        CsvRows(source)
    assert csv_header(source) == frozenset()


def test_a_binary_file_is_refused(make_source: MakeSource) -> None:
    with pytest.raises(UnreadableSourceError, match="it is binary"):
        CsvRows(make_source(b"a,b\n" + bytes(range(32)) * 9, "a.csv"))


def test_a_table_whose_quotation_marks_hardly_ever_end_is_not_read_again_for_each_row(
    make_source: MakeSource,
) -> None:
    # Each line ends a cell in quotation marks and begins another, so no row ends before the file.
    rows = iter(CsvRows(make_source("title,text\n" + 'a","b\n' * 200_000, "a.csv")))
    told = [next(rows) for _ in range(3)]
    assert {row.problem for row in told} == {"a quotation mark in it is not closed"}
    with pytest.raises(
        UnreadableSourceError, match=r"too many rows are not closed, the last is row"
    ):
        list(rows)


def test_a_row_larger_than_a_story_may_be_is_one_with_a_problem(make_source: MakeSource) -> None:
    long = '"a\n' + f'{"a" * 1_000_000}","b\n' * (MAX_SOURCE_BYTES // 1_000_000 + 2) + "c,d\n"
    rows = CsvRows(make_source("title,text\n" + long, "a.csv"))
    assert next(iter(rows)).problem == "a quotation mark in it is not closed"
