from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.article_page import ArticlePage
from cuttings.browse.pages.site import site_pages
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_every_page_has_its_own_path(story: MakeStory) -> None:
    archive = [
        story("a", "2024-01-02", ["p:Ada", "c:Italy"], source="CNN"),
        story("b", None, ["o:UNESCO"]),
    ]
    pages = list(site_pages(archive))
    paths = [page.path for page in pages]
    assert len(set(paths)) == len(paths)
    assert all(path.endswith(".html") for path in paths)
    assert {"index.html", "search.html", "404.html", "articles/a.html", "people/ada.html"} < set(
        paths
    )
    assert {"people/index.html", "sources/cnn.html", "dates/undated.html"} < set(paths)


def test_an_empty_archive_has_its_lists() -> None:
    assert [page.path for page in site_pages([])] == [
        "index.html",
        "search.html",
        "404.html",
        "offline.html",
        "clippings.html",
        "people/index.html",
        "countries/index.html",
        "organizations/index.html",
        "sources/index.html",
        "dates/index.html",
    ]


def test_neighbours_are_those_next_in_order(story: MakeStory) -> None:
    archive = [story(slug, "2024-01-01") for slug in "abc"]
    around = [
        (page.newer and page.newer.path, page.older and page.older.path)
        for page in (site_page.make() for site_page in site_pages(archive))
        if isinstance(page, ArticlePage)
    ]
    assert around == [
        (None, "articles/b.html"),
        ("articles/a.html", "articles/c.html"),
        ("articles/b.html", None),
    ]
