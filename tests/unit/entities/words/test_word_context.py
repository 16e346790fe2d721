from __future__ import annotations

import pytest

from cuttings.entities.words.word_context import (
    follows_name,
    follows_title,
    heads_sentence,
    precedes_name,
    previous_word,
)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Mary Smith said", "Smith", True),
        ("J. Smith said", "Smith", True),
        ("Johnson & Smith said", "Smith", True),
        ("Mr. Smith said", "Smith", False),
        ("President Smith said", "Smith", False),
        ("But Smith said", "Smith", False),
        ("On Monday Smith said", "Smith", False),
        ("he told CNN Smith said", "Smith", False),
        ("Mary, Smith said", "Smith", False),
        ("then Smith said", "Smith", False),
        ("Smith said", "Smith", False),
        ("Mary’s Smith said", "Smith", False),
    ],
)
def test_names_before_a_form(text: str, form: str, expected: bool) -> None:
    assert follows_name(text, text.index(form)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith Barney rose", True),
        ("Smith & Sons rose", True),
        ("Smith Monday rose", False),
        ("Smith rose", False),
        ("Smith, Barney rose", False),
        ("Smith's Barney rose", False),
    ],
)
def test_names_after_a_form(text: str, expected: bool) -> None:
    assert precedes_name(text, len("Smith")) is expected


def test_title_before_a_form() -> None:
    text = "Yesterday Prime Minister Smith said"
    assert follows_title(text, text.index("Smith"))
    assert not follows_title("Mary Smith", 5)


def test_previous_word_does_not_cross_punctuation() -> None:
    assert previous_word("the Moon", 4) == "the"
    assert previous_word("“Moon", 1) == ""
    assert previous_word("Moon", 0) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volta said it was late.", True),
        ("It was late. Volta later denied it.", True),
        ("He asked: “Why?” Volta shrugged.", True),
        ("It was late.\n\nVolta agreed.", True),
        ("It was late, Volta said.", False),
        ("At noon Volta said so.", False),
        ("Volta rose by 3 percent.", False),
        ("Volta, said the firm.", False),
    ],
)
def test_a_name_heads_a_sentence_about_what_a_person_does(text: str, expected: bool) -> None:
    start = text.index("Volta")
    assert heads_sentence(text, start, start + len("Volta")) is expected
