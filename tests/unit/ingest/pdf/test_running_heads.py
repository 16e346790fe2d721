from __future__ import annotations

from cuttings.ingest.pdf.page_layout import Line
from cuttings.ingest.pdf.running_heads import without_running_heads


def _page(*lines: tuple[float, str]) -> list[Line]:
    return [
        Line(left=50, bottom=bottom, right=250, top=bottom + 10, size=10, text=text)
        for bottom, text in lines
    ]


def _texts(*pages: list[Line]) -> list[list[str]]:
    return [[line.text for line in page] for page in without_running_heads(pages)]


def test_what_repeats_in_the_margins_goes_and_text_stays() -> None:
    pages = [
        _page((780, "The Planet 3 March"), (600, "the same"), (400, f"text {n}"), (20, f"- {n} -"))
        for n in range(1, 4)
    ]
    assert _texts(*pages) == [["the same", f"text {n}"] for n in range(1, 4)]


def test_left_and_right_pages_have_their_own_heads() -> None:
    heads = ["The Planet", "A bridge"] * 3
    pages = [_page((780, head), (400, f"text {n}"), (20, "end")) for n, head in enumerate(heads)]
    assert _texts(*pages) == [[f"text {n}"] for n in range(6)]


def test_one_page_loses_only_its_number() -> None:
    page = _page((780, "The Planet"), (400, "1989"), (20, "Page 3 of 7"))
    assert _texts(page) == [["The Planet", "1989"]]
    assert _texts(_page((400, "12"))) == [["12"]]


def test_a_number_beside_the_last_line_is_its_end() -> None:
    page = _page((780, "The Planet"), (20, "Subhead number"), (20, "15"))
    assert _texts(page) == [["The Planet", "Subhead number", "15"]]
