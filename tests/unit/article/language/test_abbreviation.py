from __future__ import annotations

import pytest

from cuttings.article.language.abbreviation import (
    ABBREVIATIONS,
    ends_abbreviation,
    ends_in_abbreviation,
)


@pytest.mark.parametrize(
    ("line", "in_lead", "at_end"),
    [
        ("He met Dr.", True, False),
        ("She left in Sept.", True, False),
        ("Founded by J.", True, False),
        ("In the U.S.", True, True),
        ("Bought by Acme Inc.", False, True),
        ("Named for King Jr.", True, True),
        ("And so on...", False, True),
        ("He said no.", False, False),
        ("Rule No.", True, True),
        ("It ended.", False, False),
    ],
)
def test_a_line_ends_in_an_abbreviation(line: str, in_lead: bool, at_end: bool) -> None:
    assert ends_abbreviation(line, len(line)) is in_lead
    assert ends_in_abbreviation(line) is at_end


def test_an_abbreviation_ends_where_it_is_looked_for() -> None:
    assert ends_abbreviation("He met Dr. Lee.", len("He met Dr."))
    assert not ends_abbreviation("He met Dr. Lee.", len("He met Dr. Lee."))


def test_abbreviations_are_words_in_lower_case_without_their_last_stop() -> None:
    assert {"mr", "sept", "e.g"} <= ABBREVIATIONS
    assert all(word == word.lower().rstrip(".") for word in ABBREVIATIONS)
