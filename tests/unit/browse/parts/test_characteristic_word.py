from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.browse.parts.characteristic_word import (
    LONGEST_EXAMPLE,
    characteristic_word,
    is_example,
)
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_the_word_comes_back_often_and_in_few_other_texts(story: MakeStory) -> None:
    mine = story("mine", title="Harbour ferries", body="Harbour, harbour. Ferries, ferries.")
    others = [story(f"o{n}", title="Harbour", body="The harbour.") for n in range(4)]
    assert characteristic_word([mine], [mine, *others], "") == "ferries"


def test_a_word_that_comes_back_more_often_wins(story: MakeStory) -> None:
    mine = story("mine", title="Harbour ferries", body="Ferries. The harbour and the harbour.")
    assert characteristic_word([mine], [mine], "") == "harbour"


def test_of_equal_words_the_first_in_the_alphabet_is_taken(story: MakeStory) -> None:
    mine = story("mine", title="Ferries harbour", body="Harbour ferries.")
    assert characteristic_word([mine], [mine], "") == "ferries"


@pytest.mark.parametrize(
    ("title", "body", "avoid"),
    [
        ("Ferries", "The harbour.", ""),
        ("Pier", "Pier, pier.", ""),
        ("Ferries", "Ferries.", "Of FERRIES"),
        ("Lovelace", "Lovelace.", ""),
        ("a" * 41, "a" * 41, ""),
    ],
)
def test_words_that_are_no_example(story: MakeStory, title: str, body: str, avoid: str) -> None:
    mine = story("mine", tags=["p:Ada Lovelace"], title=title, body=body)
    assert characteristic_word([mine], [mine], avoid) == ""


def test_the_shortest_and_the_longest_word(story: MakeStory) -> None:
    for word in ("ferry", "a" * LONGEST_EXAMPLE):
        mine = story("mine", title=word, body=word)
        assert characteristic_word([mine], [mine], "") == word


def test_a_heading_that_is_short_enough_is_an_example() -> None:
    longest = Entity(kind=EntityKind.PERSON, heading="a" * 40, slug="a")
    longer = Entity(kind=EntityKind.PERSON, heading="a" * 41, slug="a")
    assert is_example(longest)
    assert not is_example(longer)
