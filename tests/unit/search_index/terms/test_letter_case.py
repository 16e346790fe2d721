from __future__ import annotations

import pytest

from cuttings.search_index.terms.letter_case import letter_cases


@pytest.mark.parametrize(
    ("word", "cases"),
    [
        ("bis", ("bis", "Bis", "BIS")),
        ("a310", ("a310", "A310", "A310")),
        ("1990s", ("1990s", "1990s", "1990S")),
        ("été", ("été",)),
        ("", ("", "", "")),
    ],
)
def test_cases_of_a_word(word: str, cases: tuple[str, ...]) -> None:
    assert letter_cases(word) == cases
