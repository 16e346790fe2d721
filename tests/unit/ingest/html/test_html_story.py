from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from cuttings.article.article import Certainty
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.html.html_story import draft_from_html
from cuttings.ingest.html.page import MOST_CHARACTERS
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]


def test_all_blocks_are_kept_with_their_structure(make_source: MakeSource) -> None:
    html = (
        "<h2>Why</h2><p>One <b>bold</b> <a href='/b'>link</a>.</p><ul><li>A</li><li>B</li></ul>"
        "<blockquote><p>Quoted.</p></blockquote>Loose text<br><br>and more."
    )
    draft = draft_from_html(
        make_source("x"), html, title="Title", address="https://planet.example/a/"
    )
    assert draft.body == (
        "## Why\n\nOne **bold** [link](https://planet.example/b).\n\n-   A\n-   B\n\n"
        "> Quoted.\n\nLoose text\n\nand more."
    )
    assert (draft.title, draft.url) == ("Title", "https://planet.example/a/")


def test_a_body_on_one_line_keeps_its_paragraphs(make_source: MakeSource) -> None:
    html = "<html><body><div>One.</div><div>Two.<br>Three.</div><p>Four.</body></html>"
    draft = draft_from_html(make_source("x"), html, title="Title")
    assert draft.body == "One.\n\nTwo.  \nThree.\n\nFour."


def test_the_headline_stands_above_the_text_only_once(make_source: MakeSource) -> None:
    source = make_source("x")
    stated = draft_from_html(source, "<h1>Wall falls</h1><p>It fell.</p>", title="Wall Falls")
    found = draft_from_html(source, "<h1>Wall falls</h1><p>It fell.</p>")
    assert (stated.title, stated.body) == ("Wall Falls", "It fell.")
    assert (found.title, found.body, found.titled) == ("Wall falls", "It fell.", Certainty.EXACT)


def test_hidden_text_pointers_and_appeals_are_left_out(make_source: MakeSource) -> None:
    html = (
        "<div style='DISPLAY: none'>Preview text</div><p>LONDON, 24 October 2003 (Reuters) - The "
        "last commercial flight landed at Heathrow on Friday.</p><p>Also read: The first flight</p>"
        "<p>Subscribe to our newsletter here!</p><img src='https://t.example/o.gif' width=1>"
    )
    draft = draft_from_html(make_source("x"), html)
    assert draft.body.startswith("LONDON")
    assert draft.body.count("\n\n") == 0
    assert draft.related == ("The first flight",)
    assert len(draft.removed) == 2
    assert (draft.agency, draft.date) == ("Reuters", datetime.date(2003, 10, 24))


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<p>1989</p>", "<!-- x -->", "<script>a()</script>"]
)
def test_html_without_words_is_an_error(make_source: MakeSource, html: str) -> None:
    with pytest.raises(UnreadableSourceError, match="no text was found in it"):
        draft_from_html(make_source("x"), html)


def test_far_too_much_text_for_one_story_is_reported(make_source: MakeSource) -> None:
    html = f"<p>{'The bridge is open. ' * (MOST_CHARACTERS // 20 + 1)}</p>"
    with pytest.raises(UnreadableSourceError, match="more than 7,000,000 characters, too many"):
        draft_from_html(make_source("x"), html)
