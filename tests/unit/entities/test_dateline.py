from __future__ import annotations

import pytest

from cuttings.entities.dateline import dateline_country, dateline_length, place_country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("MOSCOW, Feb 26 (Reuters) - The talks", "Russia"),
        ("LONDON — The talks", "United Kingdom"),
        ("NEW YORK, Oct. 3, 1987 -- The talks", "United States"),
        ("PARIS (AP) – The talks", "France"),
        ("NOWHERE, Feb 26 - The talks", ""),
        ("Moscow is cold - very cold", ""),
        ("NATO - The talks", ""),
    ],
)
def test_dateline_tells_the_country(text: str, country: str) -> None:
    assert dateline_country(text) == country


def test_dateline_ends_before_the_report() -> None:
    text = "MOSCOW, Feb 26 (Reuters) - The talks"
    assert text[dateline_length(text) :] == "The talks"
    assert dateline_length("The talks") == 0


def test_place_on_its_own() -> None:
    assert place_country("TOKYO, March 3 -") == "Japan"
    assert place_country("Tokyo") == "Japan"
    assert place_country("") == ""
