from __future__ import annotations

from cuttings.ingest.pdf.page_layout import Line, in_reading_order

COLUMNS = ((50, "שמאל"), (300, "ימין"))


def _line(left: float, bottom: float, text: str, width: float = 200) -> Line:
    return Line(left=left, bottom=bottom, right=left + width, top=bottom + 10, size=10, text=text)


def _texts(*pieces: Line) -> list[str]:
    return [line.text for line in in_reading_order(pieces)]


def test_a_headline_in_the_middle_divides_the_columns() -> None:
    above = [_line(x, 700 - 12 * n, f"above {x} line {n}") for n in range(4) for x in (50, 300)]
    below = [_line(x, 500 - 12 * n, f"below {x} line {n}") for n in range(4) for x in (50, 300)]
    texts = _texts(*below, _line(50, 600, "A headline over both", 450), *above)
    assert texts == [
        *(f"above {x} line {n}" for x in (50, 300) for n in range(4)),
        "A headline over both",
        *(f"below {x} line {n}" for x in (50, 300) for n in range(4)),
    ]


def test_the_last_column_may_be_one_line() -> None:
    left = [_line(50, 700 - 12 * n, f"left side, line {n}") for n in range(5)]
    assert _texts(_line(300, 700, "right side, line 0"), *left)[-1] == "right side, line 0"


def test_parts_of_a_line_are_joined_and_measured() -> None:
    first = _line(50, 700, "A long first line", 300)
    (_, line) = in_reading_order(
        [_line(160, 680, "parts", 40), first, _line(60, 681, "of two", 90)]
    )
    assert (line.text, line.indent, line.width) == ("of two parts", 10, 300)


def test_an_empty_page_has_no_lines() -> None:
    assert in_reading_order([]) == []


def test_columns_of_a_script_from_right_to_left_are_read_from_the_right() -> None:
    rows = [(x, f"{side} שורה מספר {n} של הטור") for n in range(4) for x, side in COLUMNS]
    texts = _texts(*(_line(x, 700 - 12 * (n // 2), text) for n, (x, text) in enumerate(rows)))
    assert texts == [text for side in (300, 50) for x, text in rows if x == side]


def test_a_first_line_from_right_to_left_is_indented_from_the_right() -> None:
    first, second = in_reading_order(
        [_line(50, 700, "השורה הראשונה", 180), _line(50, 688, "השורה השנייה", 200)]
    )
    assert (first.indent, second.indent, first.left) == (20, 0, 50)
