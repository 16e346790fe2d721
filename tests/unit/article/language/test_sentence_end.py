from __future__ import annotations

import pytest

from cuttings.article.language.sentence_end import (
    CUT_BEHIND,
    SENTENCE_BREAK,
    SENTENCE_STOP,
    begins_sentence,
    ends_page,
    ends_printed_sentence,
    ends_sentence,
    ends_unlike_headline,
)


@pytest.mark.parametrize(
    ("line", "sentence", "printed", "page", "unlike_headline"),
    [
        ("The end.", True, True, True, True),
        ("“The end.”", True, True, True, True),
        ("Is it (so?)", True, True, True, False),
        ("What an end!", True, True, True, False),
        ("It goes on…", True, True, True, False),
        ("終わり。", True, True, True, True),
        ("These are left:", False, True, False, True),
        ("It goes on,", False, False, False, True),
        ("It goes on;", False, False, False, True),
        ("an (open) bracket)", False, False, True, False),
        ("It goes on", False, False, False, False),
    ],
)
def test_a_line_ends(
    line: str, sentence: bool, printed: bool, page: bool, unlike_headline: bool
) -> None:
    assert ends_sentence(line) is sentence
    assert ends_printed_sentence(line) is printed
    assert ends_page(line) is page
    assert ends_unlike_headline(line) is unlike_headline


@pytest.mark.parametrize(
    ("before", "begins"),
    [("", True), ("An end. ", True), ("“An end.” “", True), ("a\n", True), ("and ", False)],
)
def test_a_sentence_begins(before: str, begins: bool) -> None:
    assert begins_sentence(before) is begins


def test_a_break_stands_before_a_word_that_is_not_small() -> None:
    text = "It ended. “Why?” she asked. and no. 3 won。終"
    assert [text[m.end() :].split()[0] for m in SENTENCE_BREAK.finditer(text)] == [
        "“Why?”",
        "3",
        "終",
    ]


def test_a_stop_stands_before_white_space_or_at_the_end_of_a_block() -> None:
    assert [m[0] for m in SENTENCE_STOP.finditer("One. two… (three.) four.5\n\nsix")] == [
        ".",
        "…",
        ".)",
        "\n\n",
        "",
    ]


def test_a_text_is_cut_behind_white_space() -> None:
    assert [m[0] for m in CUT_BEHIND.finditer("One. two.three! (four.) five.")] == [
        ". ",
        "! ",
        ".) ",
    ]
