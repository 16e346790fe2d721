from __future__ import annotations

import pytest

from cuttings.ingest.text.clause import (
    begins_with_verb,
    has_verb,
    is_within_marks,
    reported_clause,
    says_nothing_yet,
    whole_quotation,
    without_asides,
    without_opening,
)


@pytest.mark.parametrize(
    ("words", "has"),
    [
        ("The wall fell", True),
        ("Prices increased by a third", True),
        ("They signed it", True),
        ("A proposed buyout", False),
        ("A team led by doctors", False),
        ("A team was led by doctors", True),
        ("The plan to cut jobs", False),
        ("The need for speed", False),
        ("He won’t come", True),
        ("Signed", False),
    ],
)
def test_a_verb_stands_behind_a_subject(words: str, has: bool) -> None:
    assert has_verb(words) is has


def test_an_adverb_may_stand_before_the_verb_that_begins() -> None:
    assert begins_with_verb("quickly fell")
    assert begins_with_verb("fell")
    assert not begins_with_verb("thousands marched")


@pytest.mark.parametrize(
    ("sentence", "main"),
    [
        ("On Monday, the court met.", "The court met."),
        ("On May 3, 2020, the court met.", "The court met."),
        ("In Lima, Peru's capital, thousands marched.", "Thousands marched."),
        ("After talks in (Rome, the court met) Paris, he left.", "He left."),
        ("Meanwhile, on Monday, the court met.", "The court met."),
        ("After Lee, Kim and Park met, the talks ended.", "The talks ended."),
        ("Three days after it, the court met.", "The court met."),
        ("Trading bank staff met, the union said.", "Trading bank staff met, the union said."),
        ("In Paris, where it rained, no end", "In Paris, where it rained, no end"),
        ("The court met, as it must.", "The court met, as it must."),
    ],
)
def test_what_opens_a_sentence_is_left_out(sentence: str, main: str) -> None:
    assert without_opening(sentence) == main


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("The fund (IMF) met.", "The fund met."),
        ("Ford Motor Co <F> rose.", "Ford Motor Co rose."),
        ("The <Palace of Jade> rose.", "The <Palace of Jade> rose."),
        ("The board, CBT, met.", "The board met."),
        ("The town, hit by a storm, is safe.", "The town is safe."),
        ("A fair in Peru, Indiana, is over.", "A fair in Peru, Indiana, is over."),
        ("He said that despite the rain, the fair will open.", "He said that the fair will open."),
        ("He said, despite the rain, nothing.", "He said, despite the rain, nothing."),
        ("He said it has a pact under which Ford, a firm, pays.",) * 2,
    ],
)
def test_what_is_set_off_is_left_out(sentence: str, short: str) -> None:
    assert without_asides(sentence) == short


def test_a_report_says_something_behind_its_verb() -> None:
    assert says_nothing_yet("The court ruled on Friday")
    assert says_nothing_yet("The bank said the framework")
    assert not says_nothing_yet("The bank said it met")
    assert not says_nothing_yet("The bank met")


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("The union said the strike is over.", "The strike is over."),
        ("The union said it will strike.", "The union will strike."),
        ("The chief told a crowd that nobody will go.", "Nobody will go."),
        ("The union said in a letter nothing.", ""),
        ("The fair, it said, is over.", ""),
        ("The fair is over.", ""),
    ],
)
def test_what_is_reported_can_stand_alone(sentence: str, clause: str) -> None:
    assert reported_clause(sentence) == clause


def test_a_quotation_in_front_is_taken_whole() -> None:
    assert whole_quotation("“The seeds are all here,” he said.") == "“The seeds are all here”"
    assert whole_quotation("He said “the seeds are all here,” too.") == ""


def test_a_place_may_be_within_marks() -> None:
    text = 'a "b" (c) "d'
    assert [is_within_marks(text, place) for place in (1, 3, 7, 9, 12)] == [
        False,
        True,
        True,
        False,
        True,
    ]
