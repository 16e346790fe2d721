from __future__ import annotations

import pytest

from cuttings.entities.names.whole_organization import (
    whole_organization,
    without_acronym_behind,
    without_leading_words,
    without_person_behind,
)
from cuttings.entities.recognition.recognizer import RecognizedSpan


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("He left Xyl Bruks Ab now", "Xyl", "Xyl Bruks Ab"),
        ("owned by Yrr Valve and Gauge Co now", "Gauge Co", "Yrr Valve and Gauge Co"),
        ("a joint venture of P and O Ferries Ltd", "O Ferries Ltd", "P and O Ferries Ltd"),
        ("The Austria and Zim Banking Ltd said", "Zim Banking Ltd", "Austria and Zim Banking Ltd"),
        ("the Office of Industry, Trade and Labour", "Office of Industry, Trade", None),
        ("He met Xyl and Zim Data Ltd", "Zim Data Ltd", "Zim Data Ltd"),
        ("He met P and Zim Data Ltd", "Zim Data Ltd", "Zim Data Ltd"),
        ("He met Xyl and P Data Ltd", "P Data Ltd", "P Data Ltd"),
        ("Yrr Gas and Electric Co's plan", "Electric Co's", "Yrr Gas and Electric Co"),
    ],
)
def test_a_company_is_whole_up_to_its_legal_form(text: str, form: str, whole: str | None) -> None:
    start = text.index(form)
    span = RecognizedSpan(start, start + len(form), form, "ORG", ("NNP",))
    begin, end = whole_organization(text, span)
    assert text[begin:end] == (whole or "Office of Industry, Trade and Labour")


def test_words_before_and_acronyms_behind_are_taken_off() -> None:
    assert without_leading_words("This Xyl Corp") == "Xyl Corp"
    assert without_leading_words("state Xyl Court") == "Xyl Court"
    assert without_leading_words("the state Xyl Court") == "Xyl Court"
    assert without_leading_words("du Xyl") == "du Xyl"
    assert without_leading_words("xyl Yrr Inc") == "xyl Yrr Inc"
    assert without_acronym_behind("Xyl Feed Association EEP") == "Xyl Feed Association"
    assert without_acronym_behind("Xyl Manufacturing USA") == "Xyl Manufacturing USA"
    assert without_acronym_behind("Xyl Women PAC") == "Xyl Women PAC"


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("Xyl University Ada Falk", "Xyl University"),
        ("University of Xyl Ada Falk", "University of Xyl"),
        ("Bank of Nova Scotia", "Bank of Nova Scotia"),
        ("Xyl University Ada Hospital", "Xyl University Ada Hospital"),
        ("Xyl Yrr Ada Falk", "Xyl Yrr Ada Falk"),
    ],
)
def test_a_person_behind_a_body_is_taken_off(form: str, body: str) -> None:
    assert without_person_behind(form) == body


@pytest.mark.parametrize(
    ("text", "form", "whole"),
    [
        ("the Center for Health, Ethics, and Society.", "Center for Health, Ethics", None),
        ("the Institute of Food and Agriculture said", "Institute of Food", None),
        ("the Institute of Food and Falk Inc", "Institute of Food", "Institute of Food"),
        ("the Institute of Peru and Chile", "Institute of Peru", "Institute of Peru"),
        ("the Fauna & Flora International", "Flora International", None),
    ],
)
def test_what_further_a_body_is_for_belongs_to_it(text: str, form: str, whole: str | None) -> None:
    start = text.index(form)
    span = RecognizedSpan(start, start + len(form), form, "ORG", ("NNP",))
    begin, end = whole_organization(text, span)
    assert text[begin:end] == (whole or text.removeprefix("the ").removesuffix(" said").strip("."))
