from __future__ import annotations

from dataclasses import replace

import pytest

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.names.organization_evidence import (
    shows_organization_beside,
    shows_organization_in_form,
    with_organizations_shown,
)
from cuttings.entities.names.thing_names import names_a_thing


@pytest.mark.parametrize(
    "form",
    [
        "Xyl Inc",
        "Xyl and Co",
        "Institute for Coal",
        "University of Xyl",
        "Xyl Party",
        "Banco de Xyl",
        "Georgia Tech",
        "Matignon",
    ],
)
def test_a_form_says_what_body_it_is(form: str) -> None:
    assert shows_organization_in_form(form)


@pytest.mark.parametrize("form", ["Xyl", "Xyl Yrr", "Bank", "Xyl Act"])
def test_another_form_does_not(form: str) -> None:
    assert not shows_organization_in_form(form)


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("On Monday Xyl agreed to buy it.", True),
        ("On Monday Xyl, which was founded here, grew.", True),
        ("They hold shares of Xyl now.", True),
        ("A spokesman for Xyl came.", True),
        ("Then Xyl's chairman came.", True),
        ("The brewer Xyl grew.", True),
        ("Now Xyl, a maker of pipes, grew.", True),
        ("Now Xyl will fight alone, it said.", True),
        ("They fly with carriers like Xyl there.", True),
        ("It helps platforms (DSPs) such as Xyl there.", True),
        ("It saw Xyl's Amos Falk there.", True),
        ("PERU (Xyl) — It rained.", True),
        ("On Monday Xyl may be forced to wait.", True),
        ("This favored Xyl's attempts to wait.", True),
        ("Falks 3, Xyl 2: It rained.", True),
        ("Xyl 3, Falks 2", True),
        ("It helped (Xyl) there.", False),
        ("It saw Xyl's Qir Zim there.", False),
        ("They bathed in Xyl at noon.", False),
        ("It runs on Xyl with ease.", False),
    ],
)
def test_the_words_beside_show_a_body(text: str, is_shown: bool) -> None:
    start = text.index("Xyl")
    assert shows_organization_beside(text, start, start + len("Xyl")) is is_shown


@pytest.mark.parametrize(
    ("form", "is_thing"),
    [("Clean Coal Act", True), ("Xyl Stadium", True), ("Xyl Stadium Inc", False), ("Act", False)],
)
def test_laws_events_and_places_are_things(form: str, is_thing: bool) -> None:
    assert names_a_thing(form) is is_thing


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("It picked Xyl, Yrr and Zim.", "Yrr", {"Xyl", "Yrr", "Zim"}),
        ("It picked Xyl. Yrr and Zim came.", "Yrr", {"Yrr"}),
        ("It picked Xyl Data and the Yrr.", "Yrr", {"Xyl Data", "Yrr"}),
        ("It picked XDF and Yrr.", "Yrr", {"XDF", "Yrr"}),
        ("It picked Xyl and Yrr.", "Yrr", {"Yrr"}),
        ("It picked Xyl, Yrr and Zim.", "", set()),
    ],
)
def test_a_list_shows_its_organizations_by_one(text: str, shown: str, expected: set[str]) -> None:
    forms = [form for form in ("Xyl Data", "Xyl", "XDF", "Yrr", "Zim") if form in text]
    forms = [form for form in forms if not (form == "Xyl" and "Xyl Data" in forms)]
    names = [
        Name(EntityKind.ORGANIZATION, (start := text.index(form)), start + len(form), form)
        for form in forms
    ]
    hidden = [replace(name, is_shown=name.form == shown) for name in names]
    found = with_organizations_shown(text, hidden)
    assert {name.form for name in found if name.is_shown} == expected
    assert {name.form for name in found} == set(forms)
