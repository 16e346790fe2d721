"""Cells of a table that reach over several rows, made such that every row has all its columns."""

from __future__ import annotations

from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

_WIDEST = 100
"""Columns and rows that a cell may reach over, far more than a story's table has."""


def fill_row_spans(table: HtmlElement) -> None:
    """Put an empty cell wherever a cell of a row above reaches down.

    Args:
        table: A table without tables in it; it is changed.
    """
    reaching: dict[int, int] = {}
    for row in table.iter("tr"):
        below: dict[int, int] = {}
        column = 0
        for cell in row.xpath("./td|./th"):
            while reaching.get(column):
                cell.addprevious(_empty_cell())
                below[column] = reaching.pop(column) - 1
                column += 1
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        while reaching.get(column):
            row.append(_empty_cell())
            below[column] = reaching.pop(column) - 1
            column += 1
        reaching = below


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    is_number = value.isascii() and value.isdecimal() and len(value) < 5
    return min(max(1, int(value)), _WIDEST) if is_number else 1


def _empty_cell() -> HtmlElement:
    return cast("HtmlElement", lxml_html.Element("td"))
