from __future__ import annotations

import re

import pytest

from cuttings.article.language.text_language import text_language, written_language

GERMAN = (
    "Der Rat der Stadt hat am Mittwoch über die neue Brücke gesprochen, die seit zwölf Jahren "
    "geplant ist und deren Kosten sich seitdem verdoppelt haben. Die Arbeiten sollen im Herbst "
    "beginnen, sagte die Bürgermeisterin, und in drei Jahren beendet sein, wenn der Boden am "
    "Ufer so fest ist, wie es die Ingenieure glauben."
)
ENGLISH = (
    "The council of the town met on Wednesday to talk about the new bridge over the river, which "
    "has been planned for twelve years and whose cost has risen twice since. Work is to begin in "
    "the autumn, the mayor said, and to be done in three years, if the ground is firm."
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (GERMAN, "en", "de"),
        (GERMAN, "en-US", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (ENGLISH, "de", "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "", ""),
        (ENGLISH, "cy", "en"),
        ("Der Rat der Stadt hat gesprochen.", "en", "de"),
        (GERMAN, "", "de"),
        (GERMAN, "nl", "nl"),
        ("Rat?", "en", "en"),
        ("1 2 3 " * 100, "en", "en"),
        ("Kde si?", "en", "en"),
    ],
)
def test_the_text_decides_only_where_the_declared_language_cannot_be(
    text: str, declared: str, language: str
) -> None:
    assert text_language(text, declared) == language


@pytest.mark.parametrize(
    ("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), ("1 2 3", ""), ("", "")]
)
def test_the_language_of_a_text_is_known_by_its_words(text: str, language: str) -> None:
    assert written_language(text) == language


@pytest.mark.parametrize(
    ("joining", "others", "language"), [(5, 15, "en"), (5, 14, "de"), (4, 16, "de")]
)
def test_a_quarter_of_twenty_words_that_join_others_is_english(
    joining: int, others: int, language: str
) -> None:
    german = re.findall(r"[^\W\d_]{6,}", GERMAN)[:others]
    assert written_language(" ".join(["the"] * joining + german)) == language
