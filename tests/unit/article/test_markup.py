"""Markdown to safe HTML and plain text."""

from __future__ import annotations

import pytest

from cuttings.article.markup import escape_markdown, plain_text, render_html, text_blocks


@pytest.mark.parametrize(
    "text",
    ["2016. november", "# 1", "* a", "a_b_c *d*", "<b>x</b>", "&copy;", "- x", "1) x", "|a|b|"],
)
def test_text_that_looks_like_markup_shows_as_it_stands(text: str) -> None:
    assert plain_text(escape_markdown(text)) == text


def test_structure_survives() -> None:
    rendered = render_html("## Head\n\n- one\n- two\n\n> said\n\n|a|b|\n|-|-|\n|1|2|\n")
    for tag in ("<h2>", "<li>", "<blockquote>", "<td>"):
        assert tag in rendered


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,1)",
        '<a href="#" onclick="x()">x</a>',
        "![x](http://tracker/p.gif)",
        "<style>p{}</style>",
        '<p style="x">a</p>',
        "<form action=/x><input></form>",
        "<iframe src=//x></iframe>",
    ],
)
def test_nothing_active_survives(markdown: str) -> None:
    rendered = render_html(markdown)
    for part in ("script", "javascript:", "data:", "onclick", "<img", "style", "<form", "<iframe"):
        assert part not in rendered


def test_blocks_are_apart_and_inline_markup_is_not() -> None:
    assert plain_text("one **two** three\n\n- four\n- five") == "one two three\n\nfour\n\nfive"


def test_deep_and_long_texts_are_whole() -> None:
    deep = "<q>" * 1500 + "deep" + "</q>" * 1500
    assert "deep" in "".join(text_blocks(f"<p>{deep}</p>"))
    long = "wall " * 2_100_000
    assert text_blocks(f"<p>{long}</p><p>end</p>") == (long.strip(), "end")
