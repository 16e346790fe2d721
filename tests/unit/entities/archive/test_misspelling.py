"""Whether a word is another one with an error of one letter."""

from __future__ import annotations

import pytest

from cuttings.entities.archive.misspelling import is_misspelled


@pytest.mark.parametrize(
    ("word", "right", "expected"),
    [
        ("Yeuter", "Yeutter", True),
        ("Yeuttter", "Yeutter", True),
        ("Yeutters", "Yeutter", True),
        ("Yeutte", "Yeutter", True),
        ("Yeuttar", "Yeutter", True),
        ("Yuetter", "Yeutter", True),
        ("Yeuttre", "Yeutter", True),
        ("Volker", "Volcker", True),
        ("Yeutter", "Yeutter", False),
        ("Jeutter", "Yeutter", False),
        ("Yuettre", "Yeutter", False),
        ("Yeuttersy", "Yeutter", False),
        ("Yeutt", "Yeutter", False),
        ("Reagon", "Reagan", True),
        ("Nixan", "Nixon", False),
        ("Nixonn", "Nixon", False),
    ],
)
def test_one_letter_behind_the_first_may_be_wrong_in_a_long_word(
    word: str, right: str, expected: bool
) -> None:
    assert is_misspelled(word, right) is expected
