from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from cuttings.article.article import Certainty
from cuttings.ingest.raw.draft import Draft

Read = Callable[..., Draft]


def test_the_first_line_is_the_headline_only_if_it_reads_like_one(read: Read) -> None:
    stated = read("Wall falls\n\nThe gates opened on Thursday evening.")
    assert (stated.title, stated.titled) == ("Wall falls", Certainty.EXACT)
    made = read("The gates opened on Thursday evening.\n\nPeople came.")
    assert (made.title, made.titled) == (
        "The gates opened on Thursday evening",
        Certainty.INFERRED,
    )
    assert made.body.startswith("The gates opened")


def test_a_single_line_is_headline_and_body(read: Read) -> None:
    draft = read("Wall falls")
    assert (draft.title, draft.titled, draft.body) == (
        "Wall falls",
        Certainty.INFERRED,
        "Wall falls",
    )


def test_a_dateline_without_a_year_leaves_the_date_unknown(read: Read) -> None:
    draft = read("Showers\n\nSALVADOR, Feb 26 - Showers continued in the cocoa zone.")
    assert (draft.date, draft.dated) == (None, Certainty.UNKNOWN)


def test_the_address_gives_a_date_where_nothing_else_does(read: Read) -> None:
    draft = read("Wall falls\n\nThe gates opened.\n\nhttps://planet.example/1989/11/09/wall")
    assert draft.url == "https://planet.example/1989/11/09/wall"
    assert (draft.date, draft.dated) == (datetime.date(1989, 11, 9), Certainty.INFERRED)
    assert draft.body == "The gates opened."


def test_a_date_line_comes_before_the_dateline(read: Read) -> None:
    draft = read(
        "Wall falls\nPublished: 10 November 1989\n\nBERLIN, 9 November 1989 - The gates opened."
    )
    assert (draft.date, draft.dated) == (datetime.date(1989, 11, 10), Certainty.EXACT)


def test_a_byline_is_read_wherever_it_stands_above_the_text(read: Read) -> None:
    draft = read("Wall falls\n\nBy Jane Doe and John Roe\n\nThe gates opened.")
    assert draft.author == "Jane Doe; John Roe"
    assert draft.removed == ("By Jane Doe and John Roe",)


def test_a_sentence_that_begins_with_by_is_text(read: Read) -> None:
    draft = read("Wall falls\n\nBy midnight the gates were open.\n\nPeople came.")
    assert draft.author == ""
    assert "By midnight" in draft.body


def test_a_line_at_the_end_may_say_when_it_was_published(read: Read) -> None:
    draft = read("Wall falls\n\nThe gates opened.\n\n(Reuters)\n\nFirst Published: Nov 9, 1989")
    assert (draft.date, draft.dated) == (datetime.date(1989, 11, 9), Certainty.EXACT)
    assert (draft.agency, draft.body) == ("Reuters", "The gates opened.")


def test_a_line_that_goes_on_below_is_not_a_headline(read: Read) -> None:
    draft = read("The old wall has\n\nfallen after a night of negotiations in the capital.")
    assert draft.titled is Certainty.INFERRED
    assert draft.body.startswith("The old wall has")


@pytest.mark.parametrize(
    "head", ["By Jane Roe\n3 March 2020", "3 March 2020\nBy Jane Roe", "By Jane Roe, 3 March 2020"]
)
def test_byline_and_date_may_stand_in_any_order(read: Read, head: str) -> None:
    draft = read(f"Bridge opens\n\n{head}\n\nThe bridge over the river is open again.")
    assert (draft.author, str(draft.date)) == ("Jane Roe", "2020-03-03")
