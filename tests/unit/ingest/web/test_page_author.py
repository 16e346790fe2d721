from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.page_author import page_author
from cuttings.ingest.web.structured_data import StructuredData


def author(body: str, head: str = "") -> str:
    page = Page.parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return page_author(page.root, StructuredData.of(page.root), "The Daily Planet")


def json_ld(value: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "Article", "author": {value}}}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (json_ld('{"@type": "Person", "name": "Jane Doe"}'), "Jane Doe"),
        (json_ld('[{"name": "Jane Doe"}, {"name": "John Roe"}]'), "Jane Doe, John Roe"),
        (json_ld('"By Jane Doe"'), "Jane Doe"),
        (json_ld('{"@type": "Organization", "name": "Planet Features Group"}'), ""),
        (
            '<meta name="author" content="FAIL"><meta property="dc:creator" content="Jane Doe">',
            "Jane Doe",
        ),
        ('<meta name="parsely-author" content="Jane Doe">', "Jane Doe"),
        ('<meta property="article:author" content="https://example.org/jane">', ""),
        ('<meta name="author" content="The Daily Planet">', ""),
        ('<meta name="author" content="Reuters">', ""),
    ],
)
def test_authors_that_the_page_states(head: str, expected: str) -> None:
    assert author("", head) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a rel="author" href="/jane">Jane Doe</a>', "Jane Doe"),
        ('<p itemprop="author"><span itemprop="name">Jane Doe</span>, London</p>', "Jane Doe"),
        (
            '<p class="byline">By <a>Jane Doe</a> <span>Daily Planet business reporter</span></p>',
            "Jane Doe",
        ),
        ('<div class="article-byline">By Jane Doe and John Roe</div>', "Jane Doe, John Roe"),
        ('<p class="byline"><span>JANE DOE</span><time>3 March 2020</time></p>', "JANE DOE"),
        ('<p class="byline">Our Foreign Staff</p>', ""),
        (f'<p class="byline"><a>Jane Doe</a> <i>{"writes " * 20}</i></p>', "Jane Doe"),
        (f'<p class="byline"><a>Jane Doe</a> <i>{"writes " * 21}</i></p>', ""),
        ('<aside><p class="byline">By Jane Doe</p></aside>', ""),
        ('<div class="related-stories"><p class="byline">By Jane Doe</p></div>', ""),
        ('<div class="comment-list"><p class="comment-author">Jane Doe</p></div>', ""),
        ('<p class="author-bio">Jane Doe</p>', ""),
    ],
)
def test_bylines_in_the_page(body: str, expected: str) -> None:
    assert author(body) == expected


def test_a_name_that_two_sources_agree_on_comes_first() -> None:
    head = '<meta name="author" content="Site Builder"><meta name="byl" content="By JANE DOE">'
    assert author('<p class="byline">By Jane Doe</p>', head) == "Jane Doe"


def test_the_fuller_byline_of_the_same_author_is_taken() -> None:
    head = '<meta name="author" content="Jane Doe">'
    body = '<span itemprop="author">Jane Doe (avec John Roe)</span>'
    assert author(body, head) == "Jane Doe (avec John Roe)"
