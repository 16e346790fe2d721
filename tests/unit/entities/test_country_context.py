from __future__ import annotations

import pytest

from cuttings.entities.country_context import country_contexts


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("The governor of Georgia spoke.", True),
        ("Georgia voted.", False),
        ("The governor of Georgia spoke in Tbilisi.", False),
    ],
)
def test_a_form_is_doubtful_with_adverse_words_alone(text: str, doubtful: bool) -> None:
    assert country_contexts()["Georgia"].is_doubtful(text) is doubtful


def test_a_state_called_like_a_country_lies_in_another() -> None:
    assert country_contexts()["Georgia"].otherwise == "United States"
    assert country_contexts()["Turkey"].otherwise == ""
