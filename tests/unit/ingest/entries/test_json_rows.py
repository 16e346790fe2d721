from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]
ONE = {"title": "Wall", "text": "It fell"}
TWO = {"title": "Ring", "authors": [{"name": "A"}, {"name": "B"}]}


@pytest.mark.parametrize(
    "document",
    [
        [ONE, TWO],
        {"items": [ONE, TWO]},
        {"version": 1, "tags": ["a"], "whatever": [ONE, TWO]},
        {"data": {"count": 2, "docs": [ONE, TWO]}},
    ],
)
def test_the_list_of_items_is_found(make_source: MakeSource, document: object) -> None:
    rows = list(json_rows(make_source(json.dumps(document), "a.json")))
    assert [(row.place, row.fields) for row in rows] == [("item 1", ONE), ("item 2", TWO)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_document_may_be_one_story(make_source: MakeSource, encoding: str) -> None:
    story = {"title": "Müller", "authors": [{"name": "Ö"}], "text": "It fell"}
    content = json.dumps(story, ensure_ascii=False).encode(encoding)
    (row,) = json_rows(make_source(content, "a.json"))
    assert row.fields == story
    assert row.values("authors") == ("Ö",)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_json_lines_go_on_after_a_bad_one(make_source: MakeSource, name: str) -> None:
    lines = [json.dumps(ONE), json.dumps(TWO), '{"title": ', "", "[1]", json.dumps(ONE)]
    rows = list(json_rows(make_source("\n".join(lines), name)))
    assert [row.place for row in rows] == ["line 1", "line 2", "line 3", "line 5", "line 6"]
    assert [bool(row.problem) for row in rows] == [False, False, True, True, False]
    assert rows[2].problem.startswith("it is not valid JSON (")
    assert rows[3].problem == "it is not a JSON object"


def test_a_document_that_breaks_off_gives_what_stands_before(make_source: MakeSource) -> None:
    rows = json_rows(make_source(json.dumps([ONE, TWO, ONE])[:-9], "a.json"))
    assert next(rows).fields == ONE
    assert next(rows).fields == TWO
    with pytest.raises(UnreadableSourceError, match="it is not valid JSON"):
        next(rows)


@pytest.mark.parametrize("content", ["{", "[" * 100_000, '{"a": ' * 100_000, "nonsense", '"\x00"'])
def test_what_is_not_json_is_one_error(make_source: MakeSource, content: str) -> None:
    with pytest.raises(UnreadableSourceError, match=r"valid JSON|nested|truncated") as caught:
        list(json_rows(make_source(content, "a.json")))
    assert "\n" not in str(caught.value)


def test_a_document_may_be_nested_a_hundred_levels_deep(make_source: MakeSource) -> None:
    def nested(levels: int) -> str:
        return f'{{"items": [{{"title": "Wall falls", "x": {"[" * levels}{"]" * levels}}}]}}'

    # The document, its list and the story are three.
    (row,) = json_rows(make_source(nested(97), "a.json"))
    assert row.fields["title"] == "Wall falls"
    with pytest.raises(UnreadableSourceError, match="nested"):
        list(json_rows(make_source(nested(98), "a.json")))


def test_a_line_nested_too_deeply_is_one_row(make_source: MakeSource) -> None:
    bad, good = json_rows(make_source("[" * 100_000 + "\n" + json.dumps(ONE), "a.jsonl"))
    assert bad.problem
    assert good.fields == ONE


def test_a_list_of_addresses_is_one_of_items(make_source: MakeSource) -> None:
    content = '["https://planet.example/a", "no address"]'
    first, second = json_rows(make_source(content, "a.json"))
    assert first.fields == {"url": "https://planet.example/a"}
    assert second.problem
