"""What an article shows is what its source says, word for word, whatever the source holds."""

from __future__ import annotations

import codecs
import html
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.files.drafts import drafts_of

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.html.page import Page, element_text, leaf_blocks
from cuttings.ingest.html.story_fragment import story_fragment
from cuttings.ingest.html.story_markup import to_markdown
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.made_headline import HEADLINE_LENGTH

TRICKY = """
2016. november
2016. november 4-én Budapesten
1) first
# 1
#1 in the charts
* one * two *
_under_ snake_case __init__
<b>bold</b> <script>alert(1)</script> <!-- x -->
AT&T &amp; &copy; &#35;
a < b > c
[text](http://example.org) ![alt](x.png) [1]: http://example.org
[^1] and ^1 and ~~no~~
> quoted
+ plus
- minus
=====
-----
***
| a | b |
|-|-|
`code` ```fence```
~~~
: definition
C:\\new\\table \\* \\\\
http://example.org/a_b_c?x=1&y=2*3
Title: no front matter
---
{: .class #id }
Also read: Something else
(With inputs from ANI)
By Jane Doe
3 March 2020
""".strip().split("\n")
"""Lines that Markdown would read as markup, or that a reader of sources takes for a special one."""

INLINE = """
{}
<b>{}</b>
<em>{}</em>
<i><b>{}</b></i>
<span>{}</span>
<br>{}
<code>{}</code>
<a href='http://example.org/_a_(b)'>{}</a>
""".strip().split("\n")

characters = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff\u00ad"
)
"""What a text may show: no control characters, no code points that stand for nothing, no soft
hyphens, which are taken out of words."""

tricky = st.sampled_from(TRICKY)
phrases = st.text(characters, min_size=1, max_size=20).map(str.strip).filter(bool) | tricky
paragraphs = st.text(characters, min_size=1, max_size=60) | tricky
texts = st.lists(paragraphs, min_size=1, max_size=8).flatmap(
    lambda found: st.sampled_from(["\n\n", "\n"]).map(lambda between: between.join(found))
)


def _read(payload: bytes) -> Draft:
    assume(payload.strip())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.txt"
        path.write_bytes(payload)
        (draft,) = drafts_of(SourceFile.load(path))
    return draft


def _words(*texts: str) -> Counter[str]:
    return Counter(word for text in texts for word in unicodedata.normalize("NFC", text).split())


@given(texts)
@example("2016. november\n\n# 1\n\n* a\n\n_b_ <c> &amp; 1) x")
@example("Story\n\n    indented\n\n\ttabbed")
@settings(max_examples=200)
def test_of_a_text_no_word_is_lost_added_or_changed(text: str) -> None:
    try:
        draft = _read(text.encode())
    except UnreadableSourceError:
        assert not any(char.isalpha() for char in text)
        return
    stated = draft.title if draft.titled is Certainty.EXACT else ""
    assert _words(stated, plain_text(draft.body), *draft.removed) == _words(text)
    if draft.titled is Certainty.INFERRED:
        assert len(draft.title) <= HEADLINE_LENGTH


@given(
    st.lists(paragraphs, max_size=5),
    st.sampled_from(
        [
            ("utf-8", b""),
            ("utf-8", codecs.BOM_UTF8),
            ("utf-16-le", codecs.BOM_UTF16_LE),
            ("utf-16-be", codecs.BOM_UTF16_BE),
        ]
    ),
)
def test_unicode_reads_the_same_however_it_is_encoded(
    lines: list[str], encoding: tuple[str, bytes]
) -> None:
    text = "\n\n".join(["A story in many encodings.", *lines])
    codec, mark = encoding
    encoded, plain = _read(mark + text.encode(codec)), _read(text.encode())
    assert (encoded.title, encoded.body) == (plain.title, plain.body)


@st.composite
def fragments(draw: st.DrawFn, depth: int = 2) -> str:
    """Markup of a story: words with inline markup, in paragraphs, lists, quotes and tables."""

    def inline() -> str:
        pieces = draw(st.lists(st.tuples(phrases, st.sampled_from(INLINE)), min_size=1, max_size=4))
        return " ".join(mark.format(html.escape(text)) for text, mark in pieces)

    def inner(*, nested: bool) -> str:
        return draw(fragments(depth - 1)) if nested and depth else inline()

    def block() -> str:
        kind = draw(st.sampled_from(["p", "h2", "h3", "ul", "ol", "table", "blockquote", "div"]))
        if kind == "table":
            rows = "".join(f"<tr><td>{inline()}</td><td>{inline()}</td></tr>" for _ in range(2))
            return f"<table>{rows}</table>"
        if kind in {"ul", "ol"}:
            items = draw(st.lists(st.booleans(), min_size=1, max_size=3))
            inside = "".join(f"<li>{inner(nested=nested)}</li>" for nested in items)
        elif kind in {"blockquote", "div"}:
            inside = inner(nested=True)
        else:
            inside = inline()
        return f"<{kind}>{inside}</{kind}>"

    return "\n".join(block() for _ in range(draw(st.integers(1, 3))))


@given(fragments())
@example("<p>one</p>")
@example("<h2>F#</h2><h3>C##</h3><p>G#</p>")
@example("<ol start='3'><li>a</li><li><p>b</p><p>c</p></li></ol><p>1. d</p>")
@example("<ul><li>a</li><li><p>b</p><p>c</p></li><li>d</li></ul>")
@example("<ul><li>a<ul><li>b</li></ul></li></ul><blockquote><ul><li>c</li></ul></blockquote>")
@settings(max_examples=200)
def test_of_a_page_no_word_is_lost_added_or_changed(markup: str) -> None:
    page = Page.parse(f"<html><body>{markup}</body></html>")
    assert page is not None
    body = page.plain_body()
    blocks = tuple(leaf_blocks(body))
    shown = to_markdown(story_fragment(body, blocks, body), page.absolute)
    expected = " ".join(element_text(block) for block in blocks)
    assert plain_text(shown).split() == expected.split()
