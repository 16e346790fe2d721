"""Every page to browse by, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from cuttings.browse.pages.article_page import article_pages
from cuttings.browse.pages.date_list import make_date_list
from cuttings.browse.pages.entity_page import entity_pages
from cuttings.browse.pages.home_page import make_home_page
from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.pages.name_list import name_lists
from cuttings.browse.pages.other_stories import OtherStoriesFinder
from cuttings.browse.pages.period_page import period_pages
from cuttings.browse.pages.search_page import make_search_page
from cuttings.browse.pages.source_page import source_pages
from cuttings.browse.parts.content_digest import content_digest
from cuttings.entities.tagged_article import TaggedArticle

HOME_PATH = "index.html"
SEARCH_PATH = "search.html"
NOT_FOUND_PATH = "404.html"
ABOUT_PATH = "about.html"
OFFLINE_PATH = "offline.html"
CLIPPINGS_PATH = "clippings.html"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page to render.

    Attributes:
        path: The page's path from the site's root.
        template: The template's name without ``.html``.
        make: Gives the value that the template knows as ``page``; None if it needs none.
        digest: Gives the digest of all that the value is made from, "" if that is not known.
        name: What a message calls the page: the file of its story, else its path.
        exact: Gives a digest that is the same for more pages (see ``LazyPage``), if there is one.
    """

    path: str
    template: str
    make: Callable[[], object]
    digest: Callable[[], str]
    name: Path | str
    exact: Callable[[], str] | None = None


def site_pages(
    stories: Sequence[TaggedArticle], others: OtherStoriesFinder | None = None
) -> Iterator[SitePage]:
    """Yield every page of an archive.

    Args:
        stories: The archive, newest first.
        others: Finds what its stories' pages show of other stories.
    """
    yield SitePage(HOME_PATH, "index", lambda: make_home_page(stories), _unknown, HOME_PATH)
    yield SitePage(SEARCH_PATH, "search", lambda: make_search_page(stories), _unknown, SEARCH_PATH)
    yield SitePage(NOT_FOUND_PATH, "404", lambda: None, _nothing, NOT_FOUND_PATH)
    yield SitePage(OFFLINE_PATH, "offline", lambda: None, _nothing, OFFLINE_PATH)
    yield SitePage(CLIPPINGS_PATH, "clippings", lambda: None, _nothing, CLIPPINGS_PATH)
    for story, article in article_pages(stories, others or OtherStoriesFinder(stories)):
        yield _lazy("article", article, story.name)
    for names in name_lists(stories):
        yield _made("name_list", names)
    for entity in entity_pages(stories):
        yield _lazy("entity", entity, entity.path)
    for source in source_pages(stories):
        yield _lazy("source", source, source.path)
    yield _made("date_list", make_date_list(stories))
    for period in period_pages(stories):
        yield _lazy("period", period, period.path)


def _unknown() -> str:
    return ""


def _nothing() -> str:
    return content_digest(())


def _lazy(template: str, page: LazyPage[Any], name: Path | str) -> SitePage:
    return SitePage(page.path, template, page.make, page.digest, name, page.exact)


class _HasPath(Protocol):
    @property
    def path(self) -> str: ...


def _made(template: str, page: _HasPath) -> SitePage:
    return SitePage(page.path, template, lambda: page, lambda: content_digest((), page), page.path)
