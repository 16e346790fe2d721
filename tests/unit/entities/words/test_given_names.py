from __future__ import annotations

import pytest

from cuttings.entities.words.given_names import is_given_name


@pytest.mark.parametrize("word", ["Amos", "Jean-Marc", "Giulia", "Björn", "Tariq", "Yusuf"])
def test_given_names_of_many_languages_are_known(word: str) -> None:
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Union", "amos", "Amos-Data", "Inc", ""])
def test_other_words_are_none(word: str) -> None:
    assert not is_given_name(word)
