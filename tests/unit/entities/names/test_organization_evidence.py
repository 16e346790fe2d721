from __future__ import annotations

import pytest

from cuttings.entities.names.organization_evidence import (
    shows_organization_beside,
    shows_organization_in_form,
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
