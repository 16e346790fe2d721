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
        (json_ld('[{"name": "Jane Doe"}, {"name": "John Roe"}]'), "Jane Doe; John Roe"),
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
        ('<meta name="author" content="The Daily Planet, London, England">', ""),
        (
            '<meta name="author" content="Jane Doe"><meta name="author" content="John Roe">',
            "Jane Doe; John Roe",
        ),
        (
            '<meta name="author" content="By &lt;a href=&quot;/p/x&quot;&gt;Jane Doe&lt;/a&gt;, '
            'Seán O&#x27;Murchú and Kofi Adu">',
            "Jane Doe; Seán O'Murchú; Kofi Adu",
        ),
        (json_ld('{"@type": "Person", "name": "Jane doe"}'), "Jane doe"),
        (json_ld('{"@type": "Person", "name": "dailyplanet"}'), ""),
        (json_ld('{"@type": "Thing", "name": "kgb"}'), ""),
        (json_ld('{"@type": "Person", "name": "Redaktion"}'), "Redaktion"),
        ('<meta name="author" content="Foreign Staff">', "Foreign Staff"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "Article", '
            '"author": {"@id": "#1"}}, {"@type": "Person", "@id": "#1", "name": "Jane Doe"}]}'
            "</script>",
            "Jane Doe",
        ),
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
        ('<div class="article-byline">By Jane Doe and John Roe</div>', "Jane Doe; John Roe"),
        ('<p class="byline"><span>JANE DOE</span><time>3 March 2020</time></p>', "Jane Doe"),
        ('<p class="byline">Our Foreign Staff</p>', ""),
        (f'<p class="byline"><a>Jane Doe</a> <i>{"writes " * 20}</i></p>', "Jane Doe"),
        (f'<p class="byline"><a>Jane Doe</a> <i>{"writes " * 21}</i></p>', ""),
        ('<aside><p class="byline">By Jane Doe</p></aside>', ""),
        ('<div class="related-stories"><p class="byline">By Jane Doe</p></div>', ""),
        ('<div class="comment-list"><p class="comment-author">Jane Doe</p></div>', ""),
        ('<p class="author-bio">Jane Doe</p>', ""),
        ('<a rel="author" href="/kgb">kgb</a>', "kgb"),
        ('<p class="byline">kgb</p>', ""),
        ('<p class="byline"><a class="url fn n">kgb</a></p>', "kgb"),
        ('<p class="meta"><a class="fn">Redaktion</a></p>', "Redaktion"),
        ('<p class="fn">Jane Doe writes of many things for us and lives in Rome</p>', ""),
        ('<aside><a class="fn">kgb</a></aside>', ""),
        ('<p class="author">Photograph by <b>Jane Doe, Works</b></p>', ""),
        ('<figure><img><p class="author">Jane Doe</p></figure>', ""),
        ('<p class="image-license">Cut <a class="author-name">Jane Doe</a></p>', ""),
        (
            '<p><a rel="author">Jane Doe</a> and <a rel="author">John Roe</a></p>'
            f'<p>{"Much text. " * 20}</p><p><a rel="author">Max Other</a></p>',
            "Jane Doe; John Roe",
        ),
        (
            '<p class="byline"><a>Jane Doe</a> <span>Categories</span> <a>Europe Today</a></p>',
            "Jane Doe",
        ),
        ('<p class="byline"><span>Text von</span> <b>Jane Doe</b></p>', "Jane Doe"),
        (
            '<p class="byline">By <a>Jane Doe</a>, Senior Technologist, PLN Speech, Privacy</p>',
            "Jane Doe",
        ),
        ('<p class="byline">By <a>Jane Doe</a>, photographs by <a>John Roe</a></p>', "Jane Doe"),
        ('<article><footer><p class="byline">Jane Doe</p></footer></article>', "Jane Doe"),
        ('<footer><p class="byline">Jane Doe</p></footer>', ""),
        ('<div class="sidebar"><h1>A</h1><p class="byline">Jane Doe</p></div>', "Jane Doe"),
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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe and John Roe", "Jane Doe; John Roe"),
        ("Von Jane Doe, Korrespondentin in Rom", "Jane Doe"),
        ("Autorin: Jane Doe, Projektleiterin der Stelle", "Jane Doe"),
        ("Par Jane Doe et John Roe", "Jane Doe; John Roe"),
        ("Por Jane Doe y John Roe", "Jane Doe; John Roe"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("Posted on 3 March 2020 by Jane Doe", ""),
        ("06.11.2023 13:30 von Jane Doe", "Jane Doe"),
        ("06.11.2023 13:30 Uhr von Jane", "Jane"),
        ("Ein Artikel von <b>Jane Doe</b> | 27.01.2022", "Jane Doe"),
        ("- Redaktion: Jane Doe (Pressesprecherin)", "Jane Doe"),
        ("Von <b><a>Jane Doe</a></b> und <b><a>John Roe</a></b><br>Rome", "Jane Doe; John Roe"),
        ("Rome<br>Von <b>Jane Doe</b> und <b>John Roe</b><br>Text", "Jane Doe; John Roe"),
        ("<strong>von</strong> <span>Jane Doe</span>", "Jane Doe"),
        (f"<i>By Jane Doe</i> and <i>John Roe</i><br>{'Text. ' * 40}", "Jane Doe; John Roe"),
        ("Von hier aus sieht man die See.", ""),
    ],
)
def test_a_line_near_the_headline_that_begins_as_a_byline(line: str, expected: str) -> None:
    assert author(f"<h1>Wall falls</h1><p>3 March 2020</p><p>{line}</p><p>Text.</p>") == expected


def test_a_desk_is_named_where_no_person_is() -> None:
    head = json_ld('{"@type": "Person", "name": "Redaktion"}')
    assert author('<p class="byline">Jane Doe</p>', head) == "Jane Doe"


def test_a_line_far_from_the_headline_is_not_a_byline() -> None:
    assert author(f"<h1>Wall falls</h1>{'<p>Text.</p>' * 80}<p>By Jane Doe</p>") == ""


def test_a_byline_of_more_persons_has_what_speaks_for_one_of_them() -> None:
    head = json_ld('{"@type": "Person", "name": "Jane Doe"}')
    assert author('<p class="byline">Jane Doe, John Roe</p>', head) == "Jane Doe; John Roe"
    assert author('<p class="byline">Max Other, John Roe</p>', head) == "Jane Doe"
