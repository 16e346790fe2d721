from __future__ import annotations

import pytest

from cuttings.entities.names.organization_phrases import (
    acronyms_in_brackets,
    extended,
    is_in_event,
    parts,
    phrases,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He led the Farmers Reform Party for years.", ["Farmers Reform Party"]),
        ("The Peace and Rural Alliance won.", ["Rural Alliance"]),
        ("A Democratic and Rural Alliance won.", ["Democratic and Rural Alliance"]),
        ("Jane Doe's Rural League won.", ["Rural League"]),
        ("The Women's Rural League won.", ["Women's Rural League"]),
        ("Chairman Rural League spoke.", ["Rural League"]),
        ("The party met the council.", []),
        ("The Council met.", []),
        ("Join the River Partying Club.", []),
    ],
)
def test_a_name_ends_in_the_kind_of_body(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in phrases(text)] == found


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Rural Party of Norway won", "Rural Party", "Rural Party of Norway"),
        ("Rural Party of the Lowlands won", "Rural Party", "Rural Party of the Lowlands"),
        ("Rural Party of Canada Ann Lee won", "Rural Party", "Rural Party of Canada"),
        ("Rural Party of Chairman Lee won", "Rural Party", "Rural Party"),
        ("Acme Steel of Norway won", "Acme Steel", "Acme Steel"),
    ],
)
def test_a_name_goes_on_with_what_the_body_is_of(text: str, name: str, whole: str) -> None:
    assert text[: extended(text, 0, len(name))] == whole


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Rural Party and the Green Party", ["Rural Party", "Green Party"]),
        ("Rural Party of Norway and Green Party", ["Rural Party of Norway", "Green Party"]),
        ("Trade Council, World Fund", ["Trade Council", "World Fund"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("Marks, Spencer and Company", ["Marks, Spencer and Company"]),
        ("Acme Association, Inc", ["Acme Association, Inc"]),
    ],
)
def test_joined_names_are_distinguished(form: str, names: list[str]) -> None:
    assert [form[start:end] for start, end in parts(form)] == names


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("the Lakeside Film Festival", "Lakeside Film Festival", True),
        ("the 2004 Norwegian Senate special election", "Senate", True),
        ("in 2004 Senate members lost the election", "Senate members", True),
        ("the Senate election", "Senate", False),
        ("In 2004 the Senate rose", "Senate", False),
    ],
)
def test_what_an_event_is_called(text: str, form: str, expected: bool) -> None:
    start = text.index(form)
    assert is_in_event(text, start, start + len(form)) is expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Rural Workers of Norway (RWN) met", [("RWN", "Rural Workers of Norway")]),
        ("the Rural Workers ( RW ; founded 1900) met", [("RW", "Rural Workers")]),
        ("the Rural Workers (UVW) met", [("UVW", "")]),
        ("the city of Oslo, Rural Workers (OR) met", [("OR", "")]),
        ("he (Tom) met them (1999)", []),
        (f"the R{'u' * 50} W{'o' * 50} (RW) met", [("RW", f"R{'u' * 50} W{'o' * 50}")]),
        (f"the R{'u' * 70} W{'o' * 70} (RW) met", [("RW", "")]),
    ],
)
def test_an_acronym_stands_in_brackets_after_its_name(
    text: str, found: list[tuple[str, str]]
) -> None:
    pairs = [
        (text[slice(*short)], text[slice(*name)]) for short, name in acronyms_in_brackets(text)
    ]
    assert pairs == found
