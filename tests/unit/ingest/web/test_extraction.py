from __future__ import annotations

from cuttings.ingest.html.page import Page, element_text
from cuttings.ingest.web.extraction import Extraction, extract_story

LEAD = (
    "The gates of the wall opened on Thursday evening, and thousands of people from the eastern "
    "half of the city walked through them."
)
MORE = "The government had said a few hours before that anyone could apply for a journey abroad."
LAST = "Trains and buses were full until the morning, and the shops stayed open for the visitors."


def _extract(body: str) -> Extraction | None:
    page = Page.parse(f"<html><head><title>Wall</title></head><body>{body}</body></html>")
    assert page is not None
    return extract_story(page)


def _texts(body: str) -> list[str]:
    extraction = _extract(body)
    assert extraction is not None
    return [element_text(block) for block in extraction.blocks]


def test_a_page_without_text_has_no_story() -> None:
    assert _extract("<script>x()</script><img src='a.png'>") is None


def test_the_story_is_distinguished_from_what_is_around_it() -> None:
    assert _texts(
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></article>"
        "<footer><p>Copyright of the newspaper. Terms of use and privacy.</p></footer>"
    ) == [LEAD, MORE, LAST]


def test_repeated_and_short_paragraphs_of_the_story_stay() -> None:
    assert _texts(f"<article><p>{LEAD}</p><p>“Why?”</p><p>{MORE}</p><p>{MORE}</p></article>") == [
        LEAD,
        "“Why?”",
        MORE,
        MORE,
    ]


def test_paragraphs_that_only_line_breaks_set_apart_are_found() -> None:
    assert _texts(f"<div id='story'>{LEAD}<br><br>{MORE}<br><br>{LAST}</div>") == [LEAD, MORE, LAST]


def test_a_heading_with_nothing_below_it_is_not_part_of_the_story() -> None:
    story = f"<p>{LEAD}</p><h2>The night</h2><p>{MORE}</p><p>{LAST}</p>"
    assert _texts(f"<article>{story}<h2>More on this topic today</h2></article>") == [
        LEAD,
        "The night",
        MORE,
        LAST,
    ]


def test_the_blocks_of_a_short_page_are_apart() -> None:
    assert _texts("<h1>Wall falls</h1><p>It fell.</p><p>It is gone.</p>") == [
        "Wall falls",
        "It fell.",
        "It is gone.",
    ]


def test_reading_leaves_the_page_as_it_is() -> None:
    page = Page.parse(f"<html><body><article><p>{LEAD}</p><p>{MORE}</p></article></body></html>")
    assert page is not None
    before = element_text(page.root)
    extract_story(page)
    assert element_text(page.root) == before


def test_a_paragraph_of_thousands_of_elements_keeps_its_words_and_emphasis() -> None:
    words = [f"word{number}" for number in range(2_500)]
    bold = " ".join(f"<b>{word}</b>" for word in words)
    extraction = _extract(f"<article><h1>Wall</h1><p>{LEAD}</p><p>{bold}</p></article>")
    assert extraction is not None
    block = extraction.blocks[-1]
    assert element_text(block).split() == words
    assert len(block.findall("b")) == len(words)


def test_a_paragraph_that_is_all_emphasis_or_links_is_found() -> None:
    bold = f"<p><b><i>{MORE}</i></b></p>"
    linked = f"<p>{LAST[:40]}<a href='/x'>{LAST[40:]}</a></p>"
    assert _texts(f"<article><p>{LEAD}</p>{bold}{linked}</article>") == [LEAD, MORE, LAST]
