from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest

from cuttings.article.formula_guard import guarded, unguarded

CASES: list[list[str]] = json.loads(
    (Path(__file__).parents[2] / "cases" / "formula_guard.json").read_text(encoding="utf-8")
)
"""Values and their cells; the browser's tests have the same."""


@pytest.mark.parametrize(("value", "cell"), CASES)
def test_a_value_has_its_cell_and_comes_back(value: str, cell: str) -> None:
    assert guarded(value) == cell
    assert unguarded(cell) == value


def test_every_form_of_a_sign_is_guarded() -> None:
    forms = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.normalize("NFKC", char) in {"=", "+", "-", "@"}
    ]
    assert len(forms) == 17
    for form in [*forms, "\u2212"]:
        assert guarded(f"{form}1") == f"'{form}1"
        assert guarded(f"a; {form}1") == f"a; '{form}1"


def test_what_a_person_writes_stays() -> None:
    for cell in ("'tis the season", "O'Neil", "a; 'b'", "=1+1", "-5", ""):
        assert unguarded(cell) == cell


def test_a_long_run_takes_time_that_grows_with_it() -> None:
    for piece in ("\t", "'", ";", " ", "=", "a;", ";'"):
        value = piece * 500_000
        assert unguarded(guarded(value)) == value
