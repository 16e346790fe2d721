from __future__ import annotations

import pytest
from lxml import html as lxml_html

from cuttings.ingest.html.table_cells import fill_row_spans


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (
            "<tr><td rowspan=2>a<td>b</tr><tr><td>c</tr><tr><td>d<td>e</tr>",
            [["a", "b"], ["", "c"], ["d", "e"]],
        ),
        (
            "<tr><td>a<td rowspan=3>b</tr><tr><td>c</tr><tr><td>d</tr>",
            [["a", "b"], ["c", ""], ["d", ""]],
        ),
        (
            "<tr><td>a<td rowspan=2 colspan=2>b<td>c</tr><tr><td>d<td>e</tr>",
            [["a", "b", "c"], ["d", "", "", "e"]],
        ),
        ("<tr><td rowspan=99999>a<td>b</tr><tr><td>c<td>d</tr>", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=0>a<td rowspan=x>b</tr><tr><td>c<td>d</tr>", [["a", "b"], ["c", "d"]]),
    ],
)
def test_every_row_has_the_columns_that_are_shown(rows: str, columns: list[list[str]]) -> None:
    table = lxml_html.fragment_fromstring(f"<table>{rows}</table>")
    fill_row_spans(table)
    found = [[cell.text or "" for cell in row.xpath("./td|./th")] for row in table.iter("tr")]
    assert found == columns


def test_a_cell_that_claims_to_reach_over_all_of_a_long_table_takes_no_time() -> None:
    row = "<tr><td rowspan=65534 colspan=9999>a</tr>"
    table = lxml_html.fragment_fromstring(f"<table>{row * 20}</table>")
    fill_row_spans(table)
    assert max(len(row) for row in table.iter("tr")) <= 2_000
