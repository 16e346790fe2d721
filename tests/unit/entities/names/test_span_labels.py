from __future__ import annotations

import pytest

from cuttings.entities.names.span_labels import labelled
from cuttings.entities.recognition.recognizer import RecognizedSpan


def _labels(text: str, *given: tuple[str, str]) -> list[str]:
    """Label spans of the given forms and labels, each searched for after the one before."""
    spans: list[RecognizedSpan] = []
    for form, label in given:
        start = text.index(form, spans[-1].end if spans else 0)
        tags = tuple("NN" for _ in form.split())
        spans.append(RecognizedSpan(start, start + len(form), form, label, tags))
    return [span.label for span in labelled(text, spans)]


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("Torvald was first elected in 1990.", "Torvald", "PERSON"),
        ("Torvald later served on a board.", "Torvald", "PERSON"),
        ("Torvald grew by a third.", "Torvald", "ORG"),
        ("Torvald managed to grow.", "Torvald", "ORG"),
        ("TVD ran for office.", "TVD", "ORG"),
        ("Torvald Bank was elected.", "Torvald Bank", "ORG"),
        ("Norway was elected.", "Norway", "ORG"),
        ("Rina Torvald was elected.", "Rina Torvald", "PERSON"),
        ("The Swedish envoy, Rina Torvald, left.", "Rina Torvald", "PERSON"),
        ("Rina Torvald, a retired teacher, left.", "Rina Torvald", "PERSON"),
        ("Rina Torvald, the adviser to a bank, left.", "Rina Torvald", "ORG"),
        ("Archbishop Rina Torvald left.", "Archbishop Rina Torvald", "PERSON"),
        ("Then Senator Rina Torvald left.", "Rina Torvald", "PERSON"),
        ("General Rina Torvald grew.", "General Rina Torvald", "ORG"),
        ("Minister Torvald Bank grew.", "Minister Torvald Bank", "ORG"),
    ],
)
def test_what_only_people_do_and_are_tells_a_person(text: str, form: str, label: str) -> None:
    assert _labels(text, (form, "ORG")) == [label]


def test_what_does_a_persons_deed_is_a_proper_noun() -> None:
    span = RecognizedSpan(0, 7, "Torvald", "ORG", ("VBD",))
    assert labelled("Torvald resigned.", [span])[0].tags == ("NNP",)


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("a coalition with Nor Vestra failed", "Nor Vestra", "ORG"),
        ("parties such as Ekko and Vestra agreed", "Vestra", "ORG"),
        ("the Nor Vestra candidate lost", "Nor Vestra", "ORG"),
        ("a coalition with Ann Lee's party", "Ann Lee", "PERSON"),
        ("a coalition with Ann T. Lee failed", "Ann T. Lee", "PERSON"),
        ("Then Frente Vestra won", "Frente Vestra", "ORG"),
        ("Then Frente won", "Frente", "PERSON"),
        ("Vestra, the farmers' party, won", "Vestra", "ORG"),
        ("Vestra, a magazine that sold well", "Vestra", "ORG"),
        ("Vestra, the party leader, won", "Vestra", "PERSON"),
        ("members of President Lee", "President Lee", "PERSON"),
        ("He met Nor Vestra there", "Nor Vestra", "PERSON"),
        ("in the district of Nor Vestra", "Nor Vestra", "GPE"),
    ],
)
def test_what_only_bodies_and_places_have_shows_no_person(text: str, form: str, label: str) -> None:
    assert _labels(text, (form, "PERSON")) == [label]


def test_a_list_holds_one_kind() -> None:
    text = "With Ann Lee, Torvald, Bo Ek (born 1970) and Ida Ros. Acme met Ann."
    people = [("Ann Lee", "PERSON"), ("Torvald", "ORG"), ("Bo Ek", "PERSON"), ("Ida Ros", "PERSON")]
    assert _labels(text, *people, ("Acme", "ORG")) == ["PERSON"] * 4 + ["ORG"]


def test_a_list_of_as_many_people_as_bodies_stays() -> None:
    text = "Ann Lee, Acme, Bo Ek and Ekko"
    given = [("Ann Lee", "PERSON"), ("Acme", "ORG"), ("Bo Ek", "PERSON"), ("Ekko", "ORG")]
    assert _labels(text, *given) == [label for _, label in given]


def test_a_list_after_a_kind_of_body_holds_bodies() -> None:
    text = "a coalition with Vestra, Ekko and Lume"
    assert _labels(text, *((form, "PERSON") for form in ("Vestra", "Ekko", "Lume"))) == ["ORG"] * 3


def test_a_form_has_one_label_in_a_text() -> None:
    text = "Nor Vestra rose. It was a coalition with Nor Vestra."
    assert _labels(text, ("Nor Vestra", "PERSON"), ("Nor Vestra", "PERSON")) == ["ORG", "ORG"]


def test_a_full_name_is_the_person_its_surname_is() -> None:
    assert _labels("Jane Doe spoke. Doe left.", ("Jane Doe", "ORG"), ("Doe", "PERSON")) == [
        "PERSON",
        "PERSON",
    ]
