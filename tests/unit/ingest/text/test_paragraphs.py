from __future__ import annotations

import textwrap

import pytest

from cuttings.ingest.text.paragraphs import split_paragraphs

FIRST = (
    "Thousands of people from the eastern half of the city walked through the open gates on "
    "Thursday evening, and many of them were greeted with flowers and sparkling wine."
)
SECOND = (
    "The government had announced a few hours before that journeys abroad could be applied for "
    "without conditions. Nobody had told the guards."
)


def test_long_lines_are_paragraphs() -> None:
    assert split_paragraphs(f"{FIRST}\n{SECOND}\n") == (FIRST, SECOND)


@pytest.mark.parametrize("width", [50, 68, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND))
    assert split_paragraphs(text) == (FIRST, SECOND)


def test_wrapped_paragraphs_may_be_recognized_by_their_indentation() -> None:
    text = "\n".join(
        textwrap.fill(part, 65, initial_indent="    ") for part in (FIRST, SECOND, FIRST)
    )
    assert split_paragraphs(text) == (FIRST, SECOND, FIRST)


def test_where_indentation_marks_paragraphs_a_short_line_may_go_on() -> None:
    start, rest = FIRST[:36], FIRST[37:]
    text = "\n    ".join(
        [f"{start}\n{textwrap.fill(rest, 65)}", textwrap.fill(SECOND, 65), textwrap.fill(FIRST, 65)]
    )
    assert split_paragraphs(text) == (FIRST, SECOND, FIRST)


def test_lines_of_a_block_that_are_not_wrapped_stay_apart() -> None:
    text = f"Walls fall\nBy Jane Doe\n\n{textwrap.fill(FIRST, 65)}\n\n1. one\n2. two\n"
    assert split_paragraphs(text) == ("Walls fall", "By Jane Doe", FIRST, "1. one", "2. two")


def test_white_space_is_collapsed() -> None:
    assert split_paragraphs("  a \t b  \n \n\n c ") == ("a b", "c")


@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_short_paragraphs_below_one_another_stay_apart(indent: str) -> None:
    lines = ["The first one is a sentence.", "The second one is another.", "“So is this,” he said."]
    assert split_paragraphs("\n".join(indent + line for line in lines)) == tuple(lines)


def test_in_wrapped_text_a_small_letter_goes_on_after_a_short_line() -> None:
    cut = FIRST.index(" of people") + len(" of people")
    text = f"{FIRST[:cut]}\n{textwrap.fill(FIRST[cut + 1 :], 65)}\n\n{textwrap.fill(SECOND, 65)}"
    assert split_paragraphs(text) == (FIRST, SECOND)


def test_a_word_broken_at_the_end_of_a_line_goes_on() -> None:
    narrow = "The compa-\nnies of the\ntown and the bond mar-\nket\n"
    assert split_paragraphs(narrow)[0] == "The companies of the"
    text = f"{FIRST[:70]} compa-\n\nnies of the town met.\n\nThe year 2019-\n\nAnother year."
    assert split_paragraphs(text) == (
        f"{FIRST[:70]} companies of the town met.",
        "The year 2019-",
        "Another year.",
    )


def test_soft_hyphens_are_left_out() -> None:
    assert split_paragraphs("The com\u00adpa\u00ad\nnies met.") == ("The companies met.",)
