from __future__ import annotations

import pytest

from cuttings.ingest.text.word_list import known_words


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("en", "companies", "compa"),
        ("es", "sociedad", "socie-"),
        ("fr", "entreprise", "prise-"),
    ],
)
def test_the_words_of_a_language_are_known(language: str, known: str, unknown: str) -> None:
    assert known in known_words(language)
    assert unknown not in known_words(language)


@pytest.mark.parametrize("language", ["", "de", "el", "no-such"])
def test_of_another_language_there_are_none(language: str) -> None:
    assert not known_words(language)
