from __future__ import annotations

import re

import pytest

from cuttings.entities.names.index_names import index_names
from cuttings.entities.recognition.recognizer import RecognizedSpan


def _names(text: str, label: str = "PERSON") -> list[tuple[str, str]]:
    """Return the names with what stands for them, where each capitalized word is a span."""
    spans = [
        RecognizedSpan(label=label, start=m.start(), end=m.end(), form=m[0], tags=("NNP",))
        for m in re.finditer(r"[A-Z]\w+", text)
    ]
    return [(name.form, text[name.start : name.end]) for name in index_names(text, spans)]


@pytest.mark.parametrize(
    ("text", "form", "written"),
    [
        ("It lists Xyl, Amos Lee.", "Amos Lee Xyl", "Xyl, Amos Lee"),
        ("Xyl, Amos", "Amos Xyl", "Xyl, Amos"),
        ("Head\n\nXyl, Amos van\n\nTail", "Amos van Xyl", "Xyl, Amos van"),
        ("Head\nvan Xyl, Amos (1756)", "Amos van Xyl", "van Xyl, Amos"),
        ("See Xyl, Amos, Jr.; also", "Amos Xyl Jr.", "Xyl, Amos, Jr."),
        ("They have an entry under Xyl, A. B.", "A. B. Xyl", "Xyl, A. B."),
        ("Painters: Xyl, Sir Amos; others", "Amos Xyl", "Xyl, Sir Amos"),
    ],
)
def test_an_entry_of_an_index_is_a_person(text: str, form: str, written: str) -> None:
    assert _names(text) == [(form, written)]


@pytest.mark.parametrize(
    "text",
    [
        "They met Xyl, Amos and Ada.",
        "Xyl, Amos Lee said.",
        "It lists Xyl, Texas.",
        "It lists Xyl, Qir.",
        "He saw Xyl, Amos.",
    ],
)
def test_names_in_a_sentence_and_places_are_not(text: str) -> None:
    assert _names(text) == []


def test_a_word_that_is_not_recognized_as_a_name_is_not_a_surname() -> None:
    assert _names("Thanks, Emma", "DATE") == []
