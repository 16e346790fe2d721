"""A body that is taken for plain paragraphs is what Markdown and the sanitizer make of it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cuttings.article.markup import escape_markdown, plain_text, render_html
from cuttings.article.plain_paragraphs import PlainParagraphs

_PIECES = st.sampled_from(
    [
        *"aB1 2é’\"'()$,.;:?!%/@+=~^>-&<*_[]#`|\\\n",
        *("\n\n", "  ", " \n", "1. ", "12) ", "- ", "--", "==", "word ", "http://a.b/c", "a@b.c"),
        *("\\*", "\\-", "\\.", "\\[", "\\]", "\\(", "\\!", "\\#", "\\>", "\\_"),
        *("&lt;", "&gt;", "&amp;", "&amp;lt;", "&nbsp;", "\u00a0"),
    ]
)
_BODIES = st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=60).map(escape_markdown)


@settings(max_examples=400)
@given(body=_BODIES)
@example(body="He said:\n1987. It was.")
@example(body="a\n-\nb")
@example(body="&amp;lt;b&gt; \\[a\\](b)")
def test_plain_paragraphs_are_what_markdown_makes_of_them(body: str) -> None:
    plain = PlainParagraphs.of(body)
    if plain is not None:
        assert (plain.html, plain.text) == (render_html(body), plain_text(body))


@pytest.mark.parametrize(
    "body", ["One (two), three: 4.5%.", "A\nB\n\n“C” – d’e", "U\\.S\\. &lt;X>"]
)
def test_common_paragraphs_are_plain(body: str) -> None:
    assert PlainParagraphs.of(body) is not None


@pytest.mark.parametrize("body", ["", "*a*", "# a", "- a", "1. a", "a  \nb", "a | b", "<b>a</b>"])
def test_what_may_be_markup_is_not(body: str) -> None:
    assert PlainParagraphs.of(body) is None


def test_a_long_body_is_left_to_the_bounds_of_markdown() -> None:
    assert PlainParagraphs.of("word " * 4_000 + "a") is None
