from __future__ import annotations

import pytest

from cuttings.entities.names.eponyms import names_a_bearer, names_a_term, rejoined
from cuttings.entities.recognition.recognizer import RecognizedSpan


@pytest.mark.parametrize(
    ("behind", "bears"),
    [
        (" Telescope saw it", True),
        (" Marsh Foundation paid", True),
        (" Foundations paid", False),
        ("'s Prize was small", False),
        (", Prize winner", False),
        (" crossed a Bridge", False),
    ],
)
def test_what_bears_a_persons_name_is_recognized_by_its_kind(behind: str, bears: bool) -> None:
    assert names_a_bearer(f"Ann Lee{behind}", len("Ann Lee")) is bears


@pytest.mark.parametrize(
    ("second", "label", "expected"),
    [
        ("Marsh Telescope", "ORG", [("Ann Lee Marsh Telescope", "ORG")]),
        ("Marsh Telescope", "PERSON", [("Ann Lee Marsh Telescope", "FAC")]),
        ("Marsh Library", "PERSON", [("Ann Lee Marsh Library", "ORG")]),
        ("Marsh Telescopes", "ORG", [("Ann Lee", "PERSON"), ("Marsh Telescopes", "ORG")]),
    ],
)
def test_a_name_split_before_what_bears_it_is_one(
    second: str, label: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Ann Lee {second}"
    spans = [
        RecognizedSpan(0, 7, "Ann Lee", "PERSON", ("NNP", "NNP")),
        RecognizedSpan(8, len(text), second, label, ("NNP", "NNP")),
    ]
    assert [(span.form, span.label) for span in rejoined(text, spans)] == expected
    assert len(rejoined(f"{text[:7]}, {second}", [spans[0]])) == 1


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("The Ann Lee Stadium", "FAC"),
        ("Ann Lee Library", "ORG"),
        ("The Lee Library", "ORG"),
        ("The Lee Hall", "FAC"),
        ("Ann Hall", "PERSON"),
        ("Ann Lee Hall", "PERSON"),
    ],
)
def test_what_bears_a_name_is_no_person(form: str, label: str) -> None:
    (span,) = rejoined(form, [RecognizedSpan(0, len(form), form, "PERSON", ("NNP",))])
    assert span.label == label


@pytest.mark.parametrize(
    ("behind", "term"),
    [("'s law", True), (" theorem", True), ("'s law firm", False), ("'s house", False)],
)
def test_terms_of_science_are_recognized(behind: str, term: bool) -> None:
    assert names_a_term(f"Ohm{behind}", len("Ohm")) is term


def test_a_name_before_stays_as_it_is() -> None:
    text = "Bob met Ann Lee Marsh Telescope"
    spans = [
        RecognizedSpan(0, 3, "Bob", "PERSON", ("NNP",)),
        RecognizedSpan(8, 15, "Ann Lee", "PERSON", ("NNP", "NNP")),
        RecognizedSpan(16, len(text), "Marsh Telescope", "ORG", ("NNP", "NNP")),
    ]
    assert [(span.start, span.form) for span in rejoined(text, spans)] == [
        (0, "Bob"),
        (8, "Ann Lee Marsh Telescope"),
    ]
