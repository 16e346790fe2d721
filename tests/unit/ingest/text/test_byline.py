from __future__ import annotations

import pytest

from cuttings.ingest.text.byline import (
    byline_authors,
    desk_name,
    is_lead_in,
    is_person,
    is_picture_credit,
    pen_name,
)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Martha Gellhorn", "Martha Gellhorn"),
        ("by: Martha Gellhorn", "Martha Gellhorn"),
        ("Written by Martha Gellhorn and John Hersey", "Martha Gellhorn; John Hersey"),
        ("By MARTHA GELLHORN JAN. 13, 1945", "Martha Gellhorn"),
        ("Martha Gellhorn, Senior War Correspondent", "Martha Gellhorn"),
        ("By Martha Gellhorn, Senior Technologist, Speech and Privacy Project", "Martha Gellhorn"),
        ("Martha Gellhorn for Collier's", "Martha Gellhorn"),
        ("by Martha Gellhorn @gellhorn January 1, 1945: 12:41 PM ET", "Martha Gellhorn"),
        ("John Hersey Jr.", "John Hersey Jr."),
        ("Gabriel García Márquez", "Gabriel García Márquez"),
        (
            "Par Albert Camus (avec Jean Daniel et Pascal Pia)",
            "Albert Camus (avec Jean Daniel et Pascal Pia)",
        ),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("May Sarton | Monday", "May Sarton"),
        ("李明", "李明"),
        ("文/王小明", "王小明"),
        ("By Martha Gellhorn (reporting) and Robert Capa (photography)", "Martha Gellhorn"),
        ("Posted on January 13, 1945 by Martha Gellhorn", "Martha Gellhorn"),
        ("Posted by Martha Gellhorn @ 12:00 am", "Martha Gellhorn"),
        ("Martha Gellhorn and John Hersey - War Desk", "Martha Gellhorn; John Hersey"),
        ("Autorin: Martha Gellhorn, Korrespondentin der Post", "Martha Gellhorn"),
        ("Autoren Martha Gellhorn und John Hersey", "Martha Gellhorn; John Hersey"),
        ("Chief Correspondent Martha Gellhorn", "Martha Gellhorn"),
        ("Opublikowała Maria Nowak", "Maria Nowak"),
        ("Di Oriana Fallaci, inviata", "Oriana Fallaci"),
    ],
)
def test_persons_are_named(byline: str, authors: str) -> None:
    assert byline_authors(byline, "The Daily Planet") == authors


@pytest.mark.parametrize(
    "byline",
    [
        "Reuters",
        "Associated Press",
        "The Daily Planet",
        "Daily Planet",
        "BBC News",
        "Our Foreign Staff",
        "Editorial Board",
        "April 28, 2019 at 6:01 am Updated April 29, 2019 at 3:33 pm",
        "Username",
        "admin",
        "https://example.org/people/jane",
        "@reporter",
        "CSP",
        "Von",
        "Correspondent of the Planet",
        "Editor in the Daily Planet House",
        "",
    ],
)
def test_what_is_not_a_person_names_nobody(byline: str) -> None:
    assert byline_authors(byline, "The Daily Planet") == ""


def test_a_sentence_is_not_a_person() -> None:
    assert not is_person("the wall fell on a Thursday night in Berlin")


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "Madonna",
        "Ludwig van Beethoven",
        "Élise d'Estaing",
        "J. R. R. Tolkien Smith",
        "One Two Three Four Five Six",
        "李明",
    ],
)
def test_two_to_six_capitalized_words_or_one_can_be_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "jane doe",
        "Jane Doe 2",
        "Reuters",
        "Jane/Doe",
        "Jane: Doe",
        "Who?",
        "- -",
        "One Two Three Four Five Six Seven",
    ],
)
def test_other_words_cannot(name: str) -> None:
    assert not is_person(name)


def test_the_name_of_the_publication_is_not_a_person() -> None:
    assert not is_person("Planet", "The Daily Planet")
    assert not is_person("DAILY PLANET", "The Daily Planet")
    assert is_person("Jane Doe", "The Daily Planet")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kgb", "kgb"),
        ("Jane doe", "Jane doe"),
        ("by r23", "r23"),
        ("The Daily Planet", ""),
        ("dailyplanet", ""),
        ("Redaktion", ""),
        ("admin", ""),
        ("one two three", ""),
    ],
)
def test_pen_names(text: str, name: str) -> None:
    assert pen_name(text, "The Daily Planet") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Redaktion", "Redaktion"),
        ("By Foreign Staff, 3 March 2020", "Foreign Staff"),
        ("Sportredaktion", "Sportredaktion"),
        ("Our editorial team is the best that ever was", ""),
        ("The Newsroom", ""),
        ("Reuters Staff", "Reuters Staff"),
        ("Reuters", ""),
        ("Jane Doe", ""),
        ("Staffan de Mistura", ""),
    ],
)
def test_desks(text: str, name: str) -> None:
    assert desk_name(text, "The Newsroom") == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Photograph by Jane Doe", True), ("Foto: Jane Doe", True), ("By Jane Doe, photos", False)],
)
def test_credits_of_pictures(text: str, is_one: bool) -> None:
    assert is_picture_credit(text) is is_one
    assert bool(byline_authors(text)) is not is_one


@pytest.mark.parametrize(
    ("text", "is_one"), [("By", True), ("Posted by:", True), ("Text von", True), ("Bygone", False)]
)
def test_what_leads_in_a_byline(text: str, is_one: bool) -> None:
    assert is_lead_in(text) is is_one
