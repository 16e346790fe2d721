from __future__ import annotations

import html
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from cuttings.article.markup import render_html, text_blocks
from cuttings.ingest.html.story_markup import to_markdown

TRICKY = (
    "2016.|1)|#|*star*|_line_|<b>|&amp;|&|[a](b)|[a]:|-|+|>|```|a|b|||\\|~|=|:|!|![a]|http://a.b"
)
words = st.sampled_from([word for word in TRICKY.split("|") if word]) | st.text(
    string.ascii_letters + string.digits + string.punctuation, min_size=1, max_size=6
)
lines = st.lists(words, min_size=1, max_size=7).map(" ".join)


def markdown_of(source: str) -> str:
    fragment = lxml_html.fragment_fromstring(f"<div>{source}</div>")
    return to_markdown(fragment, lambda href: href if href.startswith("http") else "")


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<p>a <b>b</b><i> c</i> <em><b>d</b></em></p>", "a **b** *c* ***d***"),
        ("<p>a<b> </b>b</p>", "a b"),
        ("<p><b>a <strong>b</strong> c</b></p>", "**a b c**"),
        ("<p><em>a <i>b</i></em></p>", "*a b*"),
        ("<p>a<sub>1</sub>b<sup>2</sup></p>", "a1b2"),
        ("<h3>a C#</h3><p>C#</p>", "### a C\\#\n\nC#"),
        ('<p><a href="http://x.y/">a<br>b</a></p>', "a  \nb"),
        ("<ul><li><blockquote><p>a</p></blockquote></li></ul>", "> a"),
        ("<ol start='x'><li>a</li></ol>", "1.  a"),
        ("<ol start='1234567890'><li>a</li></ol>", "1.  a"),
        ("<h3>a</h3><p>b</p>", "### a\n\nb"),
        ("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "-   a\n-   b\n\n    -   c"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3.  a\n4.  b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ('<p><a href="http://x.y/a (b)_c">d</a></p>', "[d](http://x.y/a%20%28b%29_c)"),
        ('<p>a <a href="/b">c</a></p>', "a c"),
        ('<p><img src="http://x.y/a.jpg" alt="b"></p>', "[b](http://x.y/a.jpg)"),
        ("<pre>a\n  b*</pre><p>c</p>", "    a\n      b*\n\nc"),
        ("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b&#124;c |"),
        ("<p>a<br>2016. b</p>", "a  \n2016\\. b"),
        ("<p><span>2016</span>. november</p>", "2016\\. november"),
        ("<p><time>1</time><sup>.</sup> a<i></i> b</p>", "1\\. a b"),
        ('<p><a href="/b">2016</a>. november</p>', "2016\\. november"),
        ("<p><span>&amp;</span>amp; <u>&lt;</u>b></p>", "&amp;amp; &lt;b>"),
        ("<p><big>a </big><small> b</small></p>", "a b"),
    ],
)
def test_markup(source: str, markdown: str) -> None:
    assert markdown_of(source) == markdown


@given(lines, lines, lines, lines)
def test_the_words_show_as_they_stand(first: str, item: str, quoted: str, linked: str) -> None:
    shown = [html.escape(text) for text in (first, item, quoted, linked)]
    source = (
        f"<p>{shown[0]}</p><ul><li>{shown[1]}</li></ul><blockquote><p>{shown[2]}</p></blockquote>"
        f'<p>see <a href="http://x.y/">{shown[3]}</a> <b>{shown[0]}</b></p>'
    )
    rendered = render_html(markdown_of(source))
    assert text_blocks(rendered) == (first, item, quoted, f"see {linked} {first}")
    assert ("<ul>" in rendered, "<blockquote>" in rendered) == (True, True)


@pytest.mark.parametrize("start", ["\u00b2", "9" * 5000, "-1", "x"])
def test_a_list_whose_start_is_not_a_number_begins_with_one(start: str) -> None:
    assert markdown_of(f'<ol start="{start}"><li>stone</li></ol>').split() == ["1.", "stone"]
