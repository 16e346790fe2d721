from __future__ import annotations

import pytest

from cuttings.entities.words.capitals import blocks, capital_blocks, is_capitals

STORY = "A FAIR OPENED IN PARIS ON MONDAY, SAID PAUL HOLT."


def test_capitals_are_judged_by_more_than_one_word() -> None:
    assert is_capitals("TEXAS BANK FILES PLAN")
    assert not is_capitals("NATO")
    assert not is_capitals("NATO meets in Brussels")
    assert not is_capitals("")


def test_blocks_are_what_empty_lines_separate() -> None:
    text = "One.\n\nTwo.\n\n"
    assert [text[start:end] for start, end in blocks(text)] == ["One.", "Two.", ""]


@pytest.mark.parametrize(
    ("block", "is_read"),
    [
        (STORY, True),
        (STORY.replace(".", ".”"), True),
        (STORY.rstrip("."), False),
        ("REAGAN TO MEET GORBACHEV IN ICELAND", False),
        ("IBM 33 AAPL 44 GOLD 300 SILVER 12 UK 33.", False),
        ("NATO.", False),
        ("SAID IN PARIS.", False),
        ("A fair opened in Paris on Monday, said Paul Holt.", False),
    ],
)
def test_a_block_among_others_is_read_if_it_is_text(block: str, is_read: bool) -> None:
    text = f"Fair opens\n\nThe mayor spoke of it.\n\n{block}\n\nIt closes on Sunday."
    found = [text[start:end] for start, end in capital_blocks(text)]
    assert found == ([block] if is_read else [])


def test_where_all_is_in_capitals_the_blocks_are_judged_together() -> None:
    text = f"FAIR OPENS\n\n{STORY}\n\nPRESENT WERE REAGAN, BAKER, REGAN, SHULTZ"
    assert [text[start:end] for start, end in capital_blocks(text)] == text.split("\n\n")[1:]
    table = "GOLD 300 SILVER 12 COPPER 33\n\nIBM 3 FORD 4 SHELL 5 EXXON 6 MOBIL 7 AMOCO 8"
    assert capital_blocks(table) == ()
