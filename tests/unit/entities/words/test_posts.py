from __future__ import annotations

import pytest

from cuttings.entities.words.posts import is_post


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("Lecturer", True), ("novelist", True), ("Spokeswoman", True), ("Falk", False), ("", False)],
)
def test_a_post_is_what_a_person_is_said_to_be(word: str, is_one: bool) -> None:
    assert is_post(word) is is_one
