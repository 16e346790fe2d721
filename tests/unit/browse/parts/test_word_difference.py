from __future__ import annotations

from cuttings.browse.parts.word_difference import MOST_WORDS, Change, Passage, word_difference


def test_words_of_one_text_alone_are_told_apart() -> None:
    assert word_difference("The old pier is closed", "The pier is closed today") == (
        Passage(Change.SAME, "The"),
        Passage(Change.REMOVED, "old"),
        Passage(Change.SAME, "pier is closed"),
        Passage(Change.ADDED, "today"),
    )


def test_equal_texts_have_no_difference_whatever_their_lines() -> None:
    assert word_difference("One\n\ntwo", "One two") == ()


def test_what_is_far_from_a_change_is_left_out() -> None:
    words = [f"w{number}" for number in range(60)]
    difference = word_difference(" ".join(words), " ".join([*words[:30], "new", *words[30:]]))
    assert difference == (
        Passage(Change.SAME, "… w22 w23 w24 w25 w26 w27 w28 w29"),
        Passage(Change.ADDED, "new"),
        Passage(Change.SAME, "w30 w31 w32 w33 w34 w35 w36 w37 …"),
    )


def test_both_texts_can_be_read_off_a_short_difference() -> None:
    one, other = "a b c d e f", "a x c e f g"
    difference = word_difference(one, other) or ()
    kept = [p.text for p in difference if p.change is not Change.ADDED]
    new = [p.text for p in difference if p.change is not Change.REMOVED]
    assert (" ".join(kept), " ".join(new)) == (one, other)


def test_a_text_of_book_length_is_not_compared() -> None:
    assert word_difference("word " * (MOST_WORDS + 1), "word") is None
