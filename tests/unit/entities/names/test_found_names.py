from __future__ import annotations

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.found_names import find_names
from cuttings.entities.recognition.recognizer import RecognizedSpan

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION


def _span(text: str, form: str, label: str, tag: str = "NNP", after: str = "") -> RecognizedSpan:
    start = text.index(form, text.index(after))
    tags = tuple(tag for _ in form.split())
    return RecognizedSpan(start, start + len(form), form, label, tags)


def _forms(text: str, *spans: RecognizedSpan) -> list[tuple[EntityKind, str]]:
    names, _ = find_names(text, spans)
    assert all(text[name.start : name.end] == name.form for name in names)
    return [(name.kind, name.form) for name in names]


def test_names_are_trimmed_where_they_stand() -> None:
    text = "Then Mr. Blinken's plane left the World Bank's airport."
    assert _forms(
        text, _span(text, "Mr. Blinken's", "PERSON"), _span(text, "the World Bank's", "ORG")
    ) == [(PERSON, "Blinken"), (ORGANIZATION, "World Bank")]


def test_a_regnal_title_belongs_to_a_single_name() -> None:
    text = "They met Pope Francis and President Macron."
    assert _forms(text, _span(text, "Francis", "PERSON"), _span(text, "Macron", "PERSON")) == [
        (PERSON, "Pope Francis"),
        (PERSON, "Macron"),
    ]


@pytest.mark.parametrize(
    ("text", "recognized", "whole"),
    [
        ("Piet van der Meer spoke", "van der Meer", "Piet van der Meer"),
        ("Then van der Meer spoke", "van der", "van der Meer"),
        ("On Monday van der Meer spoke", "van der Meer", "van der Meer"),
        ("President de la Cruz-Vega spoke", "de la", "de la Cruz-Vega"),
        ("Amos Lee Jr. spoke", "Amos Lee", "Amos Lee Jr."),
        ("Amos Lee III spoke", "Amos Lee", "Amos Lee III"),
        ("They met Pope Leo XIII there", "Leo", "Pope Leo XIII"),
    ],
)
def test_a_name_that_is_cut_short_is_made_whole(text: str, recognized: str, whole: str) -> None:
    assert _forms(text, _span(text, recognized, "PERSON")) == [(PERSON, whole)]


def test_the_label_a_form_is_mostly_given_wins() -> None:
    text = "Acme grew. Acme shrank. Acme closed."
    spans = [
        RecognizedSpan(0, 4, "Acme", "ORG", ("NNP",)),
        RecognizedSpan(11, 15, "Acme", "PERSON", ("NNP",)),
        RecognizedSpan(24, 28, "Acme", "ORG", ("NNP",)),
    ]
    names, rejected = find_names(text, spans)
    assert [(name.kind, name.start) for name in names] == [(ORGANIZATION, 0), (ORGANIZATION, 24)]
    assert rejected[0].reason == "it is more often recognized as ORG"


def test_an_acronym_of_a_country_or_of_a_thing_does_not_hide_the_next_one() -> None:
    text = "The United States (U.S.) left. The Trade Union Bloc (TUB) left. TUB fell."
    assert _forms(text, _span(text, "Trade Union Bloc", "ORG")) == [
        (ORGANIZATION, "Trade Union Bloc"),
        (ORGANIZATION, "TUB"),
        (ORGANIZATION, "TUB"),
    ]


def test_parties_and_bracketed_acronyms_are_organizations() -> None:
    text = "The Liberal Reform Party beat the Trade Union Bloc (TUB)."
    assert _forms(text, _span(text, "Trade Union Bloc", "ORG")) == [
        (ORGANIZATION, "Liberal Reform Party"),
        (ORGANIZATION, "Trade Union Bloc"),
        (ORGANIZATION, "TUB"),
    ]


def test_an_acronym_in_brackets_stands_for_its_name_from_then_on() -> None:
    text = "The Rural Workers Bund (RWB) met. Later RWB and the Party of RWBs split."
    assert _forms(text, _span(text, "Rural Workers Bund", "GPE")) == [
        (ORGANIZATION, "Rural Workers Bund"),
        (ORGANIZATION, "RWB"),
        (ORGANIZATION, "RWB"),
    ]


def test_the_acronym_of_a_title_or_a_country_is_no_organization() -> None:
    text = "Chief Rural Officer (CRO) of the United Kingdom (UK)"
    spans = [_span(text, "Chief Rural Officer", "FAC"), _span(text, "United Kingdom", "GPE")]
    assert _forms(text, *spans) == []


def test_joined_organizations_are_distinguished() -> None:
    text = "The Labour Party and the Green Party of Norway agreed."
    assert _forms(text, _span(text, "The Labour Party and the Green Party", "ORG")) == [
        (ORGANIZATION, "Labour Party"),
        (ORGANIZATION, "Green Party of Norway"),
    ]


def test_members_of_a_body_are_the_body_and_not_its_name() -> None:
    text = "Senate Budget Committee Republicans left."
    form = "Senate Budget Committee Republicans"
    assert _forms(text, _span(text, form, "ORG")) == [(ORGANIZATION, "Senate Budget Committee")]


def test_institutions_and_companies_that_hold_a_place_are_organizations() -> None:
    text = "The Bank of Japan and American Express met the Paris Club."
    forms = ("Bank of Japan", "American Express", "Paris Club")
    spans = [_span(text, form, "ORG") for form in forms]
    assert _forms(text, *spans) == [(ORGANIZATION, form) for form in forms]
