from __future__ import annotations

import pytest

from cuttings.entities.countries.country_context import country_context


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The governor of Georgia spoke.", "governor"),
        ("Georgia voted.", ""),
        ("The governor of Georgia spoke in Tbilisi.", ""),
    ],
)
def test_a_form_is_doubtful_with_adverse_words_alone(text: str, word: str) -> None:
    context = country_context("Georgia")
    assert context is not None
    assert context.adverse_word(text) == word


@pytest.mark.parametrize(("form", "heading"), [("GEORGIA", "United States"), ("Turkey", "")])
def test_a_state_called_like_a_country_lies_in_another(form: str, heading: str) -> None:
    context = country_context(form)
    assert context is not None
    assert context.otherwise == heading


def test_most_forms_need_no_context() -> None:
    assert country_context("Norway") is None
