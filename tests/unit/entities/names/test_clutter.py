from __future__ import annotations

import pytest

from cuttings.entities.names.clutter import is_misspelt_title, without_clutter


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Minsiter Amos Lee Ek", "Amos Lee Ek"),
        ("Transporation Ada Falk", "Ada Falk"),
        ("Director_Oh Lee Ek", "Oh Lee Ek"),
        ("Monday Ada Falk", "Ada Falk"),
        ("Lecturer Yun Falk", "Yun Falk"),
        ("Businessman Ada Falk", "Ada Falk"),
        ("Bateman Qir Ek", "Bateman Qir Ek"),
        ("Lecturer Falk", "Lecturer Falk"),
        ("Norman Ada Falk", "Norman Ada Falk"),
        ("Although Falk", "Falk"),
        ("the Ada Falk", "Ada Falk"),
        ("Rovers DL Amos Falk", "Amos Falk"),
        ("Amos Lee Monday", "Amos Lee"),
        ("Will Falk", "Will Falk"),
        ("Marshall Lee Ek", "Marshall Lee Ek"),
        ("J.R. Lee", "J.R. Lee"),
    ],
)
def test_what_is_stuck_to_a_name_is_taken_off(form: str, name: str) -> None:
    assert without_clutter(form, ("NNP",) * len(form.split())) == name


def test_a_verb_behind_or_before_a_name_is_taken_off() -> None:
    assert without_clutter("Introducing Amos Falk", ("VBG", "NNP", "NNP")) == "Amos Falk"
    assert without_clutter("Amos Lee Submitted", ("NNP", "NNP", "VBN")) == "Amos Lee"


@pytest.mark.parametrize(
    ("word", "is_misspelt"),
    [("Prersident", True), ("Secreatry", True), ("President", False), ("Sulman", False)],
)
def test_titles_are_recognized_when_misspelt(word: str, is_misspelt: bool) -> None:
    assert is_misspelt_title(word) is is_misspelt
