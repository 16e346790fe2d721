from __future__ import annotations

import pytest

from cuttings.entities.names.found_names import find_names
from cuttings.entities.recognition.recognizer import RecognizedSpan


def _span(text: str, form: str, label: str, tag: str = "NNP") -> RecognizedSpan:
    start = text.index(form)
    return RecognizedSpan(start, start + len(form), form, label, (tag,) * len(form.split()))


@pytest.mark.parametrize(
    ("text", "form", "label", "tag", "reason"),
    [
        ("Unlock the door now.", "Unlock", "PERSON", "VB", "not a proper noun"),
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
        ("profit @ ACME=x", "ACME=x", "ORG", "NNP", "not a name"),
        ("The Board met.", "Board", "ORG", "NNP", "kind of body alone"),
        ("The Key Authority is a key authority.", "Key Authority", "ORG", "NNP", "common noun"),
        ("The Xyl Court Justice came.", "Xyl Court Justice", "ORG", "NNP", "what a person is"),
        ("Falk RT , Xyl SA , et al.", "Xyl SA", "ORG", "NNP", "authors of a work"),
        ("Xyl SA, Falk RT, et al.", "Xyl SA", "ORG", "NNP", "authors of a work"),
        ("He heard “My Xyl Trust” then.", "Xyl Trust", "ORG", "NNP", "title of a work"),
        ("The Xyl Data Lab (XDL) program ends.", "Xyl Data Lab", "ORG", "NNP", "what thing it is"),
        ("Its Yrrman-Xyl unit left.", "Xyl", "ORG", "NNP", "hyphen joins it"),
        ("It won the Xyl League match.", "Xyl League", "ORG", "NNP", "competition"),
        ("They met at the Xyl Centre.", "Xyl Centre", "ORG", "NNP", "place of an event"),
        ("He knew Ohm's law.", "Ohm", "ORG", "NNP", "term named for a person"),
        ("the Ann Lee Telescope saw", "Ann Lee", "PERSON", "NNP", "named for a person"),
        ("Falk Marsh Ltd rose.", "Falk Marsh", "PERSON", "NNP", "part of a company's name"),
        ("Falk Xyl said. Falk Xyl Ltd fell.", "Falk Xyl", "PERSON", "NNP", "name elsewhere in"),
        ("Ann Falk Bo Ek and Ru rose.", "Ann Falk", "PERSON", "NNP", "part of a longer name"),
        ("Then 42 came.", "42", "ORG", "NNP", "fewer than two letters"),
        ("The Minister of State Xyl came.", "State Xyl", "ORG", "NNP", "rest of a title"),
        ("every Xyl Savings Group is", "Xyl Savings Group", "ORG", "NNP", "one of many"),
        ("Xyl <XYL> rose", "XYL", "ORG", "NNP", "sign of a share"),
        ("The Xyl's Yard closed", "Xyl's Yard", "ORG", "NNP", "belongs to another"),
        ("The Xyl Highway closed", "Xyl Highway", "ORG", "NNP", "the kind of thing"),
        ("Ann Lee Bo Ek Cy Po Di", "Ann Lee Bo Ek Cy Po Di", "PERSON", "NNP", "more than 6 words"),
        ("the Ann Lee Marsh Prize went", "Ann Lee", "PERSON", "NNP", "named for a person"),
    ],
)
def test_what_is_not_a_name_has_its_reason(
    text: str, form: str, label: str, tag: str, reason: str
) -> None:
    names, rejected = find_names(text, [_span(text, form, label, tag)])
    assert names == ()
    assert reason in rejected[0].reason


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("Ann Lee Bo Ek Cy Po came.", "Ann Lee Bo Ek Cy Po", "PERSON"),
        ("Falk Xyl, who smiled, said so. Falk Xyl Ltd fell.", "Falk Xyl", "PERSON"),
        ("every Xyl Savings Group member came", "Xyl Savings Group", "ORG"),
        ("Then <A&XYL> rose", "A&XYL", "ORG"),
        ("He heard of Xyl Trust then.", "Xyl Trust", "ORG"),
    ],
)
def test_what_is_nearly_no_name_is_one(text: str, form: str, label: str) -> None:
    names, rejected = find_names(text, [_span(text, form, label)])
    assert [name.form for name in names] == [form], rejected


def test_whose_thing_it_is_stays_a_person() -> None:
    text = "Ann Lee's Prize went to Bo Ek. Prize money was short."
    names, _ = find_names(text, [_span(text, "Ann Lee", "PERSON"), _span(text, "Bo Ek", "PERSON")])
    assert [name.form for name in names] == ["Ann Lee", "Bo Ek"]


@pytest.mark.parametrize("text", ["School of Law at Yrr University", "Yrr College's School of Law"])
def test_a_part_of_a_body_is_no_organization_of_its_own(text: str) -> None:
    names, rejected = find_names(text, [_span(text, "School of Law", "ORG")])
    assert "School of Law" not in [name.form for name in names]
    assert rejected[0].reason == "it is a part of another body"


def test_a_part_of_a_works_title_is_no_organization() -> None:
    text = "It is shorter in My Xyl Party than before."
    assert find_names(text, [_span(text, "My Xyl Party", "WORK_OF_ART")]) == ((), ())


def test_an_acronym_of_a_thing_is_no_organization() -> None:
    text = "The Xyl Data Lab (XDL) program ends. XDL was large."
    assert find_names(text, [_span(text, "Xyl Data Lab", "ORG")])[0] == ()


def test_an_event_is_no_organization() -> None:
    text = "She left the Lakeside Film Festival."
    _, rejected = find_names(text, [_span(text, "Lakeside Film Festival", "ORG")])
    assert rejected[0].reason == "it is part of the name of an event"


@pytest.mark.parametrize("deed", ["smiled", "said he liked it"])
def test_a_country_that_acts_like_a_person_is_one(deed: str) -> None:
    text = f"Chad {deed}."
    names, rejected = find_names(text, [_span(text, "Chad", "PERSON")])
    assert [name.form for name in names] == ["Chad"]
    assert rejected == ()
