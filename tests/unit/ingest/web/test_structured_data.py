from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.structured_data import StructuredData, names_in


def data(head: str) -> StructuredData:
    page = Page.parse(f"<html><head>{head}</head><body><p>a</p></body></html>")
    assert page is not None
    return StructuredData.of(page.root)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Wall falls"}',
        '[{"@type": "Organization"}, {"@type": ["Article"], "headline": "Wall falls"}]',
        '{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "headline": "Wall falls"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Wall falls"}}',
        '{"@type": "http://schema.org/Article", "headline": "Wall falls"}',
        '\n<![CDATA[ {"@type": "Article", "headline": "Wall falls"} ]]>',
        '// <![CDATA[\n{"@type": "Article", "headline": "Wall\tfalls"}\n// ]]>',
    ],
)
def test_the_article_is_found(script: str) -> None:
    found = data(f'<script type="application/ld+json">{script}</script>')
    assert found.text("headline") == "Wall falls"


@pytest.mark.parametrize("script", ["", "{", "3", "null", "[" * 100_000])
def test_broken_data_is_not_data(script: str) -> None:
    assert data(f'<script type="application/ld+json">{script}</script>').article == {}


def test_a_meta_tag_may_have_several_names() -> None:
    found = data(
        '<meta property="og:description twitter:description">'
        '<meta property="dc:description og:description" content="Told">'
        '<meta name="DC.Creator" content="Jane Doe">'
    )
    assert found.tag("og:description") == "Told"
    assert found.tag("missing", "dc:creator") == "Jane Doe"
    assert found.tag("missing") == ""


def test_names_of_values() -> None:
    assert names_in(["a", {"name": "b"}, {"@value": "c"}, 3, None]) == ("a", "b", "c")


def test_a_text_is_decoded_however_often_it_was_encoded() -> None:
    found = data(
        '<meta name="description" content="Polic&amp;amp;iacute;a &amp;amp;amp;amp; AT&amp;T">'
        '<script type="application/ld+json">{"@type": "Article", "headline": "Polic&amp;iacute;a"}'
        "</script>"
    )
    assert found.tag("description") == "Policía & AT&T"
    assert found.text("headline") == "Policía"
