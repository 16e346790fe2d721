from __future__ import annotations

import pytest

from cuttings.ingest.text.headline import (
    HEADLINE_LENGTH,
    inferred_headline,
    lead_sentence,
    reads_like_headline,
)


@pytest.mark.parametrize(
    "line",
    [
        "Angela Merkel visits Paris",
        "What next for the European Union?",
        "U.S. and U.K. sign treaty with Guinness Inc.",
        "'We stand together': leaders meet in Berlin",
        "Wall falls; Berliners celebrate",
    ],
)
def test_headlines_are_recognized(line: str) -> None:
    assert reads_like_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "The wall fell on Thursday evening.",
        "The wall fell on Thursday. Berliners celebrated through the night",
        "By Jane Doe",
        "https://example.org/story",
        "- an item of a list",
        "BERLIN, Nov 9 - Thousands of East Germans streamed through the checkpoints of the wall "
        "that evening",
        "“We stand together,”",
        "1989",
        "",
        "word " * 40,
    ],
)
def test_other_lines_are_not_headlines(line: str) -> None:
    assert not reads_like_headline(line)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("BERLIN, Nov 9 - The wall fell. People came.", "The wall fell."),
        ("LONDON, 3 March 2020 (Reuters) — Prices rose sharply. More.", "Prices rose sharply."),
        (
            "Mr. Gorbachev met the U.S. president. They spoke.",
            "Mr. Gorbachev met the U.S. president.",
        ),
        ("Did the wall fall? It did.", "Did the wall fall?"),
        ("No end", "No end"),
    ],
)
def test_the_lead_sentence_ends_where_it_does(text: str, sentence: str) -> None:
    assert lead_sentence(text) == sentence


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The wall fell on Thursday. People came.", "The wall fell on Thursday"),
        (
            "Thousands of East Germans streamed into West Berlin on Thursday night, after the "
            "government had said that the border was open.",
            "Thousands of East Germans streamed into West Berlin on Thursday night",
        ),
        (
            "The chancellor told a crowd of supporters in front of the town hall that the two "
            "states would be one again and that nobody should be afraid of it.",
            "The chancellor told a crowd of supporters in front of the town hall",
        ),
        (
            "The minister said the “historic agreement of all the parties” would be signed in the "
            "capital tomorrow",
            "The minister said the “historic agreement of all the parties” would be signed",
        ),
    ],
)
def test_a_made_headline_is_cut_at_a_clause(text: str, headline: str) -> None:
    assert inferred_headline(text) == headline


def test_a_sentence_without_spaces_is_cut_to_length() -> None:
    assert inferred_headline("x" * 300) == "x" * HEADLINE_LENGTH


def test_a_quotation_that_the_cut_opened_is_closed_by_leaving_its_mark_out() -> None:
    text = (
        "The union called it “a great step, and one that all the workers of the whole country "
        "have wanted for years.”"
    )
    assert inferred_headline(text) == "The union called it a great step"


def test_only_the_last_mark_is_left_out_if_one_too_many_is_open() -> None:
    text = (
        "The union called it “a “great step, and one that all the workers of the whole country "
        "have wanted for years.”"
    )
    assert inferred_headline(text) == "The union called it “a great step"


@pytest.mark.parametrize("text", ['"', "“", "( ("])
def test_a_headline_is_made_even_of_an_open_mark(text: str) -> None:
    assert inferred_headline(text)
