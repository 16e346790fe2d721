from __future__ import annotations

import datetime

from lxml import etree

from cuttings.browse.web_files import sitemap

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(content: bytes) -> list[str | None]:
    return [element.text for element in etree.fromstring(content).iterfind(".//s:loc", NAMESPACE)]


def test_every_page_is_listed_once_in_order() -> None:
    files = sitemap.sitemap_files(
        "https://example.org/repo/",
        ["index.html", "articles/a b.html"],
        {"articles/a b.html": datetime.date(2024, 1, 2)},
    )
    (content,) = files.values()
    assert locations(content) == [
        "https://example.org/repo/articles/a%20b.html",
        "https://example.org/repo/index.html",
    ]
    changed = etree.fromstring(content).iterfind(".//s:lastmod", NAMESPACE)
    assert [element.text for element in changed] == ["2024-01-02"]


def test_too_many_pages_for_one_file_make_an_index() -> None:
    files = sitemap.sitemap_files("https://example.org", ["a", "b", "c"], {}, limit=2)
    assert locations(files["sitemap.xml"]) == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert locations(files["sitemap-2.xml"]) == ["https://example.org/c"]


def test_robots_may_read_everything_and_are_told_of_the_sitemap_of_a_site_on_the_web() -> None:
    allowed = "User-agent: *\nAllow: /\n"
    assert sitemap.robots_text("") == allowed
    named = f"{allowed}\nSitemap: https://example.org/repo/sitemap.xml\n"
    assert sitemap.robots_text("https://example.org/repo/") == named
