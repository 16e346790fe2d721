"""FrontMatter: the grammar of Python-Markdown's meta extension, and lists in it."""

from __future__ import annotations

import pytest

from cuttings.article.characters import one_line
from cuttings.article.front_matter import FrontMatter, join_values, split_values


def test_fields_end_at_the_first_blank_line() -> None:
    front_matter = FrontMatter.parse("Title: A\nDate: 2020-01-01\n\nKipling: Wenn\n")
    assert front_matter.fields == (("Title", "A"), ("Date", "2020-01-01"))
    assert front_matter.body == "Kipling: Wenn"


def test_a_value_may_hold_a_colon() -> None:
    assert FrontMatter.parse("Title: War: a history\n\n").get("title") == "War: a history"


def test_an_indented_line_continues_the_value_above() -> None:
    assert FrontMatter.parse("Summary: one\n    two\n\nBody").get("Summary") == "one two"


def test_a_fenced_block_is_read_too() -> None:
    front_matter = FrontMatter.parse("---\nTitle: A\n---\nText\n")
    assert front_matter.get("Title") == "A"
    assert front_matter.body == "Text"


def test_a_lone_rule_in_the_body_stays() -> None:
    assert FrontMatter.parse("Title: A\n\none\n\n---\n\ntwo\n").body == "one\n\n---\n\ntwo"


def test_text_without_fields_is_all_body() -> None:
    assert FrontMatter.parse("Just words\n").body == "Just words"


def test_carriage_returns_and_a_byte_order_mark_are_read_over() -> None:
    assert FrontMatter.parse("\ufeffTitle: A\r\n\r\nB\r\n") == FrontMatter((("Title", "A"),), "B")


def test_setting_a_field_keeps_its_place_and_the_other_lines() -> None:
    front_matter = FrontMatter.parse("Title: A\nPeople: X\nMood: calm\n\nText\n")
    changed = front_matter.with_fields([("People", "Y"), ("Tagged", "1")])
    assert changed.render() == "Title: A\nPeople: Y\nMood: calm\nTagged: 1\n\nText\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\nb", "a b"), ("  a\t b ", "a b"), ("a\u2028b", "a b"), ("e\u0301", "é"), ("\x00", "")],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_commas_do_not_split_a_name() -> None:
    assert split_values("Johnson, Seward; Xi Jinping;") == ("Johnson, Seward", "Xi Jinping")


def test_a_semicolon_in_a_name_is_guarded() -> None:
    assert join_values(["a;b", "c\\d"]) == "a\\;b; c\\\\d"
    assert split_values("a\\;b; c\\\\d; e\\f") == ("a;b", "c\\d", "e\\f")
