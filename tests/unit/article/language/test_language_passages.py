"""Two hundred passages in ten languages, each of them declared English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from cuttings.article.language.text_language import text_language
from cuttings.entities.tagging.story import Story, prose

_FILE = Path(__file__).with_name("passages.txt")
RIGHT = 200
"""Passages whose very language is recognized; the floor only rises."""


def _passages() -> Iterator[tuple[str, str]]:
    """Yield each language with its passages: every beginning with every end."""
    for section in _FILE.read_text(encoding="utf-8").split("# ")[1:]:
        language, _, text = section.partition("\n")
        beginnings, ends = (part.splitlines() for part in text.strip().split("\n\n"))
        yield from ((language, f"{first} {last}") for first, last in product(beginnings, ends))


def test_there_are_two_hundred_in_ten_languages() -> None:
    passages = list(_passages())
    assert len(set(passages)) == 200
    assert len({language for language, _ in passages}) == 10


def test_no_names_are_looked_for_in_a_language_that_is_declared_english() -> None:
    assert [p for _, p in _passages() if prose(Story(title="", text=p, language="en"))] == []


def test_the_language_of_a_short_passage_is_recognized() -> None:
    right = sum(text_language(passage, "en") == language for language, passage in _passages())
    assert right >= RIGHT
