from __future__ import annotations

import pytest

from cuttings.article.language.dateline import (
    Dateline,
    begins_with_dateline,
    dateline_credit,
    dateline_head,
    day_behind_place,
    find_dateline,
    without_dateline,
)


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("MOSCOW, Feb 26 (Reuters) - The talks", "MOSCOW", "Feb 26", "Reuters"),
        ("LONDON — The talks", "LONDON", "", ""),
        ("NEW YORK, Oct. 3, 1987 -- The talks", "NEW YORK", "Oct. 3, 1987", ""),
        ("PARIS (AP) – The talks", "PARIS", "", "AP"),
        ("PORTLAND, Ore., Feb 26 - The talks", "PORTLAND, Ore.", "Feb 26", ""),
        ("WINDSOR, Ontario (AP) - The talks", "WINDSOR, Ontario", "", "AP"),
        ("TAUPO, New Zealand, March 23 - The talks", "TAUPO, New Zealand", "March 23", ""),
    ],
)
def test_a_dateline_in_capitals_is_taken_apart(
    text: str, place: str, day: str, agency: str
) -> None:
    assert find_dateline(text) == Dateline(place, day, agency, text.index("The talks"))


@pytest.mark.parametrize(
    "text", ["The talks", "Moscow is cold - very cold", "MOSCOW talks", "US-led talks", ""]
)
def test_a_text_without_a_place_in_capitals_before_a_dash_has_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("LONDON, March 3", True),
        ("LONDON (Reuters)", True),
        ("LONDON - Talks", True),
        ("London, March 3", False),
        ("UN, EU agree", False),
    ],
)
def test_a_line_begins_with_a_place_in_capitals(line: str, begins: bool) -> None:
    assert begins_with_dateline(line) is begins


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("LONDON, March 3 (Reuters) - The talks ended.", "The talks ended."),
        ("Paris — “Talks” ended.", "“Talks” ended."),
        ("Talks ended.", "Talks ended."),
        ("london - talks ended.", "london - talks ended."),
    ],
)
def test_the_dateline_is_taken_off_a_line(line: str, rest: str) -> None:
    assert without_dateline(line) == rest


@pytest.mark.parametrize(
    ("paragraph", "head"),
    [
        ("LONDON, 3 March 2020 (Reuters) - The talks", "LONDON, 3 March 2020 (Reuters)"),
        (
            "Santa Cruz de Tenerife, 3 March 2020 — The talks",
            "Santa Cruz de Tenerife, 3 March 2020",
        ),
        ("Paris (AFP): The talks", "Paris (AFP"),
        ("Paris (AFP) : The talks", "Paris (AFP"),
        ("The talks that ended here on 3 March 2020 - after a week", ""),
        ("london, 3 March 2020 - The talks", ""),
        ("3 March 2020 - The talks", ""),
        ("The talks", ""),
    ],
)
def test_what_stands_before_a_dash_may_be_a_dateline(paragraph: str, head: str) -> None:
    assert dateline_head(paragraph) == head


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("London, March 3, 2020: The talks", "March 3, 2020"),
        ("Windsor, Ontario, 3 March 2020", "3 March 2020"),
        ("London, March 3, 2020 The talks", ""),
        ("london, March 3, 2020", ""),
        ("The place where it was that, March 3, 2020", ""),
    ],
)
def test_a_day_stands_behind_its_place(line: str, day: str) -> None:
    assert day_behind_place(line) == day


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("LONDON, 3 March (Reuters) - The talks", "Reuters"),
        ("London (AP/AFP): The talks", "AP/AFP"),
        ("London (Reuters) The talks", ""),
        (f"{'x' * 120} (Reuters) - The talks", ""),
    ],
)
def test_an_agency_stands_in_brackets(paragraph: str, names: str) -> None:
    assert dateline_credit(paragraph) == names
