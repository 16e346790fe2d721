from __future__ import annotations

import pytest

from cuttings.review.changes.file_change import FileChange

BEFORE = "heading\nAnn\nBob\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, BEFORE),
        ("", BEFORE),
        (BEFORE, None),
        (BEFORE, ""),
        (BEFORE, "heading\nAnn\nBob\nEva\n"),
        (BEFORE, "heading\nBob\n"),
        (BEFORE, "heading\nAnn,Anna\nBob\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\nb", "a\nb\nc"),
        ("a\na\na\n", "a\na\n"),
        ("a\u2028b\n", "a\u2028c\n"),
    ],
)
def test_a_change_and_its_reverse_give_the_bytes(before: str | None, after: str | None) -> None:
    change = FileChange.between("people.csv", before, after)
    assert change.applied_to(before) == (after,)
    assert change.is_made_in(after)
    assert change.reversed().applied_to(after) == (before,)
    assert change.reversed().is_made_in(before)


def test_what_was_added_elsewhere_meanwhile_stays() -> None:
    change = FileChange.between("people.csv", BEFORE, "heading\nAnn,Anna\nBob\n")
    edited = "heading\nZoe\nAnn,Anna\nBob\nEva\n"
    assert change.reversed().applied_to(edited) == ("heading\nZoe\nAnn\nBob\nEva\n",)


def test_a_change_of_lines_that_are_gone_cannot_be_taken_back() -> None:
    change = FileChange.between("people.csv", BEFORE, "heading\nAnn,Anna\nBob\n").reversed()
    assert change.applied_to("heading\nAnn,Anna,Annie\nBob\n") is None
    assert change.applied_to("heading\nAnn,Anna\nAnn,Anna\n") is None


def test_a_row_that_was_taken_away_comes_back_into_an_edited_file() -> None:
    change = FileChange.between("people.csv", BEFORE, "heading\nBob\n").reversed()
    assert change.applied_to("heading\nBobby\n") == ("heading\nAnn\nBobby\n",)
