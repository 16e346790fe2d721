from __future__ import annotations

import pytest

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.page_title import page_title
from cuttings.ingest.web.structured_data import StructuredData

SITES = ["The Daily Planet", "dailyplanet.example"]


def title(head: str, body: str = "", address: str = "") -> str:
    page = Page.parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return page_title(page.root, StructuredData.of(page.root), SITES, address)


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
            "<h1>Summit: else</h1>",
            "Wall falls: a night in Berlin",
        ),
        (
            "<title>Wall falls in Berlin - Nov. 9, 1989</title>",
            "<h1>Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        ("<title>Wall falls in Berlin - Other Gazette</title>", "", "Wall falls in Berlin"),
        (
            "<title>Wall falls in Berlin - Other Gazette</title>",
            "<h1>Bell rings in Vienna</h1>",
            "Wall falls in Berlin",
        ),
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


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta property="og:title" content="Berlin Wall falls at midnight">',
            "<h1>The Wall falls in Berlin</h1>",
            "The Wall falls in Berlin",
        ),
        (
            '<meta property="og:title" content="Wall falls - with pictures">',
            "<h1>Wall falls</h1>",
            "Wall falls",
        ),
        (
            "<title>Wall falls in Berlin › Wire Gazette</title>",
            "<h1>Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        (
            '<meta property="og:title" content="Wall falls in Berlin">',
            "<h1><span>Germany</span> Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        (
            "<title>Wall falls in Berlin - The night of the ninth</title>",
            "<h1><span>The night of the ninth</span>: Wall falls in Berlin</h1>",
            "Wall falls in Berlin",
        ),
        (
            "<title>Wall falls in Berlin</title>",
            "<h1>WALL FALLS IN BERLIN</h1>",
            "Wall falls in Berlin",
        ),
        (
            '<meta property="og:title" content="Wall falls">',
            "<h1>Letters to the editor</h1>",
            "Wall falls",
        ),
    ],
)
def test_the_heading_comes_before_a_title_that_speaks_for_it(
    head: str, body: str, expected: str
) -> None:
    assert title(head, body) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "<title>Night Notes » Archive » Wall falls</title>",
            '<h1><a href="https://notes.example/">Night Notes</a></h1><h2>Wall falls</h2>',
            "Wall falls",
        ),
        (
            "<title>Wall falls | Night Notes</title>",
            '<h1><a href="/">Night Notes</a></h1>',
            "Wall falls",
        ),
        (
            "<title>Wall falls in Berlin</title>",
            "<aside><h1>Wall falls in Berlin, our newsletter</h1></aside>",
            "Wall falls in Berlin",
        ),
    ],
)
def test_headings_that_are_not_the_headline(head: str, body: str, expected: str) -> None:
    assert title(head, body) == expected


def test_the_address_speaks_for_a_heading() -> None:
    head, body = "<title>Berlin</title>", "<h1>Other</h1><h1>The Wall falls tonight</h1>"
    assert title(head, body, "https://notes.example/a/wall-falls-tonight") == (
        "The Wall falls tonight"
    )
