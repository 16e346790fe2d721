from __future__ import annotations

import csv

import pytest

from cuttings.article.table_separator import separator_of


@pytest.mark.parametrize(
    ("table", "separator"),
    [
        ("title,text\nA;b;c,d\n", ","),
        ("title;text;date\n1,5;2,5;3,5;4,5\n", ";"),
        ("title\ttext\nA,b,c\td\n", "\t"),
        ("title", ","),
        ("", ","),
    ],
)
def test_the_header_tells_the_separator(table: str, separator: str) -> None:
    assert separator_of(table) == separator


def test_a_cell_may_be_longer_than_the_module_allows_by_itself() -> None:
    cell = "a" * 1_000_000
    assert next(csv.reader([cell])) == [cell]
