from __future__ import annotations

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names import find_names
from cuttings.entities.recognition import RecognizedSpan

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
    ],
)
def test_a_name_that_is_cut_at_its_particle_is_made_whole(
    text: str, recognized: str, whole: str
) -> None:
    assert _forms(text, _span(text, recognized, "PERSON")) == [(PERSON, whole)]


@pytest.mark.parametrize(
    ("text", "form", "label", "tag", "reason"),
    [
        ("Unlock the door now.", "Unlock", "PERSON", "VB", "no proper noun"),
        ("Secretary of State Ann Lee", "State", "ORG", "NNP", "made of titles"),
        ("The President spoke.", "President", "PERSON", "NNP", "title alone"),
        ("On Monday it rained.", "Monday", "PERSON", "NNP", "made of titles, days"),
        ("Shr 3 cts SHR", "SHR", "PERSON", "NNP", "acronym"),
        ("See user42 there", "user42", "PERSON", "NNP", "digits"),
        ("They love paris hilton.", "paris hilton", "PERSON", "NNP", "begin with a capital"),
        ("Back to the Moon again", "Moon", "PERSON", "NNP", "article"),
        ("Votes in India today", "India", "PERSON", "NNP", "names a country"),
        ("Votes in Indian Ocean states", "Indian Ocean", "ORG", "NNP", "names a country"),
        ("THE LONG HEADLINE", "LONG HEADLINE", "PERSON", "NNP", "in capitals"),
        ("the profit rose", "profit", "ORG", "NNP", "no capital"),
        ("Paid in U.S. Marks then", "U.S. Marks", "PERSON", "NNP", "abbreviation of a country"),
        ("The Bank is a bank", "Bank", "ORG", "NNP", "common noun"),
        ("profit @ ACME=x", "ACME=x", "ORG", "NNP", "no name"),
    ],
)
def test_what_is_no_name_is_told_why(
    text: str, form: str, label: str, tag: str, reason: str
) -> None:
    names, rejected = find_names(text, [_span(text, form, label, tag)])
    assert names == ()
    assert reason in rejected[0].reason


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


def test_joined_organizations_are_told_apart() -> None:
    text = "The Labour Party and the Green Party of Norway agreed."
    assert _forms(text, _span(text, "The Labour Party and the Green Party", "ORG")) == [
        (ORGANIZATION, "Labour Party"),
        (ORGANIZATION, "Green Party of Norway"),
    ]


def test_an_event_is_no_organization() -> None:
    text = "She left the Lakeside Film Festival."
    _, rejected = find_names(text, [_span(text, "Lakeside Film Festival", "ORG")])
    assert rejected[0].reason == "it is part of the name of an event"
