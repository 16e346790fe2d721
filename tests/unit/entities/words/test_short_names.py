from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cuttings.entities.words.short_names import fullest, is_short_for

CASES = Path(__file__).parents[3] / "cases" / "entities" / "short_names.csv"


def _rows() -> list[tuple[str, ...]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("short", "full", "same"), _rows())
def test_short_names_fit_their_full_name(short: str, full: str, same: str) -> None:
    assert is_short_for(short, full) is (same == "yes")


def test_fullest_form_has_most_words() -> None:
    assert fullest(["Blinken", "Antony Blinken", "A. Blinken"]) == "Antony Blinken"
