from __future__ import annotations

import pytest

from cuttings.article.shortened import MARK, MOST_SHOWN, shortened


@pytest.mark.parametrize("text", ["", "A headline", "x" * MOST_SHOWN])
def test_what_a_list_can_show_stays(text: str) -> None:
    assert shortened(text) == text


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("one two three", 9, f"one two{MARK}"),
        ("one two three", 11, f"one two{MARK}"),
        ("one twothree", 9, f"one twot{MARK}"),
        ("one two", 6, f"one{MARK}"),
        ("unbroken" * 3, 9, f"unbroken{MARK}"),
    ],
)
def test_a_longer_text_is_cut_between_words_where_one_ends_late_enough(
    text: str, most: int, shown: str
) -> None:
    assert shortened(text, most) == shown
    assert len(shown) <= most
