from __future__ import annotations

import datetime

import pytest

from cuttings.ingest.text.story_head import StoryHead, read_head

TEXT = "The ferry to the outer islands sails twice a day, the harbour master said on Tuesday."
DAY = datetime.date(2020, 3, 3)
AT = "https://planet.example/ferry"


def test_headline_byline_date_and_address_are_taken_from_above_the_text() -> None:
    lines = ["Ferry sails twice", "By Jane Doe", "3 March 2020", AT, TEXT, "It is old."]
    assert read_head(lines) == StoryHead(
        "Ferry sails twice", "Jane Doe", DAY, AT, (4, 5), ("By Jane Doe", "3 March 2020", AT)
    )


def test_an_address_may_stand_above_the_headline() -> None:
    head = read_head([f"Source: {AT}", "Ferry sails twice", TEXT])
    assert (head.url, head.title, head.rest) == (AT, "Ferry sails twice", (2,))


def test_address_and_day_may_stand_below_the_text() -> None:
    long = f"{TEXT} {TEXT}"
    head = read_head(["Ferry sails twice", long, "Published: 3 March 2020", AT])
    assert (head.date, head.url, head.rest) == (DAY, AT, (1,))
    assert head.removed == (AT, "Published: 3 March 2020")


def test_a_known_headline_is_only_removed() -> None:
    head = read_head(["FERRY SAILS TWICE", TEXT], "Ferry sails twice")
    assert (head.title, head.rest) == ("Ferry sails twice", (1,))
    assert read_head(["Ring found", TEXT], "Ferry sails twice").rest == (0, 1)


def test_a_byline_below_a_long_line_is_text() -> None:
    head = read_head(["Ferry sails twice", f"{TEXT} {TEXT}", "By Jane Doe", TEXT])
    assert (head.author, head.rest) == ("", (1, 2, 3))


def test_a_byline_that_names_nobody_is_text() -> None:
    head = read_head(["Ferry sails twice", "By the harbour, 3 March 2020", TEXT])
    assert (head.author, head.date, head.rest) == ("", None, (1, 2))


@pytest.mark.parametrize("line", [AT, "By Jane Doe", "3 March 2020"])
def test_a_line_alone_is_the_text(line: str) -> None:
    assert read_head([line]).rest == (0,)
