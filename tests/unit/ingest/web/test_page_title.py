from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.page_title import page_title
from cuttings.ingest.web.structured_data import StructuredData

SITES = ["The Daily Planet", "dailyplanet.example"]


def title(head: str, body: str = "") -> str:
    page = Page.parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return page_title(page.root, StructuredData.of(page.root), SITES)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta property="og:title" content="Wall falls - Daily Planet">', "", "Wall falls"),
        ('<meta property="og:title" content="Daily Planet | Wall falls">', "", "Wall falls"),
        ('<meta property="og:title" content="Wall falls | Jane Doe">', "", "Wall falls | Jane Doe"),
        (
            '<meta name="x:title dc:title" content="Wall falls"><title>Other</title>',
            "",
            "Wall falls",
        ),
        ("<title>Wall falls | The Daily Planet</title>", "", "Wall falls"),
        (
            "<title>Wall falls: a night in Berlin</title>",
            "<h1>Wall falls: else</h1>",
            "Wall falls: a night in Berlin",
        ),
        (
            "<title>Wall falls in Berlin - Nov. 9, 1989</title>",
            "<h1>Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        ("<title>Wall falls in Berlin - Other Gazette</title>", "", "Wall falls in Berlin"),
        ("<title>The Daily Planet</title>", "<h1>Wall falls</h1>", "Wall falls"),
        ("", "<h1>Wall falls</h1>", "Wall falls"),
        ("", "<h1>Wall falls</h1><h1>Summit ends</h1>", ""),
        (
            '<meta property="og:title" content="Wall falls in Ber">',
            "<h1>Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        (
            '<meta property="og:title" content="Wall falls…">',
            "<h1>Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        ('<meta property="og:title" content="Wall &amp;amp; gate">', "", "Wall & gate"),
        (
            '<script type="application/ld+json">'
            '{"@type": "NewsArticle", "headline": "Wall falls"}</script>'
            '<meta property="og:title" content="You will not believe this">',
            "",
            "Wall falls",
        ),
    ],
)
def test_headlines(head: str, body: str, expected: str) -> None:
    assert title(head, body) == expected
