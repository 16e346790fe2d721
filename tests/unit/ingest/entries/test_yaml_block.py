from __future__ import annotations

import pytest
import yaml

from cuttings.errors import ExcessError
from cuttings.ingest.entries.yaml_block import LONGEST_BLOCK, MOST_VALUES, read_yaml


def _bomb(line: str, start: str) -> str:
    lines = [start]
    lines += [
        line.format(name, *[before] * 9) for before, name in zip("abcdefg", "bcdefgh", strict=True)
    ]
    return "\n".join([*lines, "title: *h"])


def test_values_are_what_is_written() -> None:
    text = (
        "title: 007\ndate: 2024-01-02\nat: 12:30:59\nfloat: 1_0.50\nhex: 0xff\n"
        "none: ~\ndraft: false\nreviewed: Yes\nlist: [1, null, {name: x}]\n9: nine\n"
        "bytes: !!binary aGk=\n"
    )
    assert read_yaml(text) == {
        "title": "007",
        "date": "2024-01-02",
        "at": "12:30:59",
        "float": "1_0.50",
        "hex": "0xff",
        "none": None,
        "draft": False,
        "reviewed": True,
        "list": ["1", None, {"name": "x"}],
        "9": "nine",
        "bytes": "aGk=",
    }


def test_aliases_and_merges_are_written_out() -> None:
    text = (
        "base: &b {source: Planet, author: &a [Jane]}\nmine: {<<: *b, author: John}\neditor: *a\n"
    )
    assert read_yaml(text) == {
        "base": {"source": "Planet", "author": ["Jane"]},
        "mine": {"source": "Planet", "author": "John"},
        "editor": ["Jane"],
    }
    assert read_yaml("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}") == {
        "a": {"x": "1"},
        "b": {"x": "2", "y": "2"},
        "c": {"x": "1", "y": "2"},
    }


@pytest.mark.parametrize(
    "text",
    [
        _bomb(
            "{0}: &{0} [*{1}, *{2}, *{3}, *{4}, *{5}, *{6}, *{7}, *{8}, *{9}]", "a: &a [x, x, x]"
        ),
        _bomb("{0}: &{0} {{<<: [*{1}, *{2}, *{3}, *{4}, *{5}, *{6}, *{7}, *{8}]}}", "a: &a {x: 1}"),
        _bomb("{0}: &{0} {{p: *{1}, q: *{2}, r: *{3}, s: *{4}, t: *{5}}}", "a: &a {x: 1}"),
        "[" + "&a x, " + "*a, " * MOST_VALUES + "]",
        "a" * (LONGEST_BLOCK + 1),
    ],
)
def test_what_would_become_too_much_is_not_made(text: str) -> None:
    with pytest.raises(ExcessError):
        read_yaml(text)


@pytest.mark.parametrize(
    "text", ["a: &a [*a]", "&a [[*a]]", "a: &a {b: *a}", "a: &a {<<: *a}", "[" * 2000 + "]" * 2000]
)
def test_what_has_no_end_or_hardly_any_is_not_read(text: str) -> None:
    with pytest.raises((RecursionError, ExcessError)):
        read_yaml(text)


@pytest.mark.parametrize("text", ["a: b: c", "[", "*a", "? [a]\n: b", "\x00", "a: 1\n---\nb: 2"])
def test_what_is_not_yaml_is_an_error_of_one_kind(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        read_yaml(text)


def test_huge_numbers_stay_texts() -> None:
    number = "9" * 10_000
    assert read_yaml(f"a: {number}\nb: 0x{number}\nc: {'1:' * 5000}59") == {
        "a": number,
        "b": f"0x{number}",
        "c": "1:" * 5000 + "59",
    }
