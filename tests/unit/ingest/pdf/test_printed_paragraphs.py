from __future__ import annotations

import pytest

from cuttings.ingest.pdf.page_layout import Line
from cuttings.ingest.pdf.printed_paragraphs import printed_paragraphs


def _lines(*texts: str, size: float = 10, top: float = 700) -> list[Line]:
    return [
        Line(
            left=50,
            bottom=top - 12 * n,
            right=50 + 5 * len(text),
            top=top - 12 * n + size,
            size=size,
            text=text,
            width=200,
        )
        for n, text in enumerate(texts)
    ]


FULL = "The bridge over the river is now all"


def _texts(*pages: list[Line]) -> list[str]:
    return [" ".join(paragraph.lines) for paragraph in printed_paragraphs(pages)]


def test_a_short_line_with_a_full_stop_ends_a_paragraph() -> None:
    assert _texts(_lines(FULL, "open.", FULL, "closed.")) == [f"{FULL} open.", f"{FULL} closed."]


def test_a_sentence_goes_on_over_a_page() -> None:
    assert _texts(_lines(FULL, FULL), _lines("open.", "People came.")) == [
        f"{FULL} {FULL} open.",
        "People came.",
    ]


def test_a_paragraph_goes_on_within_a_word() -> None:
    assert _texts(_lines("of the cele-", "bration")) == ["of the cele- bration"]
    assert _texts(_lines("of the cele-"), _lines("bration")) == ["of the cele- bration"]
    assert _texts(_lines("A short Anglo-", "American")) == ["A short Anglo- American"]
    assert _texts(_lines("He paused -", "Then")) == ["He paused -", "Then"]


def test_larger_type_is_a_heading() -> None:
    heading = _lines("Two lines of", "a heading", size=14, top=740)
    (first, second) = printed_paragraphs([heading + _lines(FULL, FULL)])
    assert (first.lines, first.is_heading) == (("Two lines of", "a heading"), True)
    assert (second.lines, second.is_heading) == ((FULL, FULL), False)


@pytest.mark.parametrize(("length", "paragraphs"), [(30, 1), (29, 2)])
def test_a_line_goes_on_if_it_fills_three_quarters_of_its_column(
    length: int, paragraphs: int
) -> None:
    above = "The bridge and all of the roads"[:length].ljust(length, "e")
    assert len(_texts(_lines(above, "Oslo has"))) == paragraphs
