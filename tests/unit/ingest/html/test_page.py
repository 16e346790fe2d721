from __future__ import annotations

import pytest

from cuttings.ingest.html.page import (
    DEEPEST,
    MOST_CHARACTERS,
    MOST_ELEMENTS,
    Page,
    element_lines,
    leaf_blocks,
)


def page(body: str, head: str = "") -> Page:
    parsed = Page.parse(f"<html><head>{head}</head><body>{body}</body></html>")
    assert parsed is not None
    return parsed


def blocks(body: str) -> list[tuple[str, list[str]]]:
    return [
        (str(block.tag), element_lines(block)) for block in leaf_blocks(page(body).plain_body())
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a <b>b</b>c</p>", [("p", ["a bc"])]),
        ("<div>a<p>b</p>c</div>", [("p", ["a"]), ("p", ["b"]), ("p", ["c"])]),
        ("<div>a<br><br>b <i>c</i><br>d</div>", [("p", ["a"]), ("p", ["b c", "d"])]),
        (
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
            [("li", ["a"]), ("p", ["b"]), ("li", ["c"])],
        ),
        (
            "<p>a</p><script>x</script><form>b<input></form><!-- c -->",
            [("p", ["a"]), ("form", ["b"])],
        ),
        ("<span>a<div>b</div></span>", [("p", ["a"]), ("div", ["b"])]),
    ],
)
def test_every_text_stands_in_a_block_without_blocks(
    body: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert blocks(body) == expected


def test_the_address_comes_from_the_page() -> None:
    canonical = '<link rel="canonical" href="https://example.org/a">'
    assert page("", canonical).url == "https://example.org/a"
    assert (
        page("", '<meta property="og:url" content="//example.org/b">').url
        == "https://example.org/b"
    )
    saved = Page.parse("<!-- saved from url=(0022)https://example.org/c --><html><p>a</p></html>")
    assert saved is not None
    assert saved.url == "https://example.org/c"
    assert page("", '<link rel="canonical" href="/d">').url == ""


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("b", "https://example.org/x/b"),
        ("//other.org/b", "https://other.org/b"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("#top", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_links_are_made_absolute_or_dropped(href: str, absolute: str) -> None:
    found = page("", '<link rel="canonical" href="https://example.org/x/a">').absolute(href)
    assert found == absolute


def test_relative_links_of_a_page_without_address_lead_nowhere() -> None:
    assert page("").absolute("b.html") == ""


def test_an_empty_page_is_none() -> None:
    assert Page.parse("") is None


def test_a_base_that_is_not_an_address_is_ignored() -> None:
    page = Page.parse("<base href='http://['><p><a href='/b'>x</a>", "https://planet.example/a")
    assert page is not None
    assert page.absolute("/b") == "https://planet.example/b"


def test_references_to_what_is_not_text_are_left_out() -> None:
    page = Page.parse("<p>a&#xFDD0;b&#x1FFFE;c&#65534;d&#0;e&#xD800;f&#x1F600;g&#9;h&#150;i</p>")
    assert page is not None
    assert page.root.text_content() == "abcdef\U0001f600g\th\u2013i"


def test_a_page_that_can_be_read_has_no_excess() -> None:
    unseen = "a" * MOST_CHARACTERS
    assert page("<p>a</p>").excess == ""
    assert page(f"<p>a</p><script>{unseen}</script><!--{unseen}-->").excess == ""
    assert page("<div>" * (DEEPEST - 2)).excess == ""


@pytest.mark.parametrize(
    ("body", "excess"),
    [
        (f"<p>{'a' * MOST_CHARACTERS}</p><p>b</p>", "7,000,000 characters"),
        (f"<br>{'a' * MOST_CHARACTERS}<br>b", "7,000,000 characters"),
        ("<br>" * MOST_ELEMENTS, "50,000 elements"),
        ("<div>" * (DEEPEST - 1), "500 levels of elements"),
    ],
)
def test_a_page_says_what_it_has_more_of_than_a_story(body: str, excess: str) -> None:
    assert page(body).excess == excess
