from __future__ import annotations

import pytest

from cuttings.entities.words.titles import (
    has_title,
    is_personal_title,
    is_regnal,
    is_title,
    name_start,
    regnal_names,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Pope Urban IX there.", ["Pope Urban IX"]),
        ("King Olaf Magnus V's son", ["King Olaf Magnus V"]),
        ("King Olaf Magnus V and Queen Ida II", ["King Olaf Magnus V", "Queen Ida II"]),
        ("Pope Urban spoke of Queen Ida.", []),
        ("World War II began.", []),
    ],
)
def test_title_name_and_number_are_a_person(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in regnal_names(text)] == found


def test_title_is_seen() -> None:
    assert has_title("President Xi")
    assert has_title("Deputy Secretary of State Lee")
    assert not has_title("Xi Jinping")


@pytest.mark.parametrize(
    ("word", "title", "personal", "regnal"),
    [
        ("Mr.", True, True, False),
        ("Prime", True, False, False),
        ("King", True, False, True),
        ("General", True, False, False),
        ("Hojatoleslam", True, True, False),
        ("Mullah", True, True, False),
        ("Monsieur", True, False, False),
        ("Pastor", False, False, False),
        ("Lee", False, False, False),
    ],
)
def test_a_word_is_a_title(word: str, title: bool, personal: bool, regnal: bool) -> None:
    assert (is_title(word), is_personal_title(word), is_regnal(word)) == (title, personal, regnal)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Deputy Secretary of State Antony Blinken", "Deputy Secretary of State"),
        ("Vice President Harris", "Vice President"),
        ("President of France Emmanuel Macron", "President of France"),
        ("President of", "President"),
        ("Former Vice President", "Former Vice President"),
        ("Budget Oversight Lee", ""),
        ("Home Grand Lee", ""),
        ("Home Grand", ""),
        ("of Oslo", ""),
        ("Antony Blinken", ""),
    ],
)
def test_a_name_begins_after_its_titles(name: str, title: str) -> None:
    words = name.split()
    assert words[: name_start(words)] == title.split()
