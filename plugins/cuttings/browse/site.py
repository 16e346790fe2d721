"""Every page to browse by, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cuttings.browse.article_html import article_html
from cuttings.browse.article_page import ArticlePage
from cuttings.browse.date_list import make_date_list
from cuttings.browse.entity_list import make_entity_list
from cuttings.browse.entity_page import entity_pages
from cuttings.browse.home_page import make_home_page
from cuttings.browse.other_version import OtherVersions
from cuttings.browse.period_page import period_pages
from cuttings.browse.related import RelatedStories
from cuttings.browse.search_page import make_search_page
from cuttings.browse.source_list import make_source_list
from cuttings.browse.source_page import source_pages
from cuttings.browse.tag_origin import tag_origin
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import VersionCluster

HOME_PATH = "index.html"
SEARCH_PATH = "search.html"
NOT_FOUND_PATH = "404.html"
ABOUT_PATH = "about.html"
OFFLINE_PATH = "offline.html"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page to render.

    Attributes:
        path: The page's path from the site's root.
        template: The template's name without ``.html``.
        page: The value that the template knows as ``page``; None if it needs none.
    """

    path: str
    template: str
    page: object


def root_from(path: str) -> str:
    """Return the relative way from the page at ``path`` to the site's root ("", "../")."""
    return "../" * path.count("/")


def site_pages(
    stories: Sequence[TaggedArticle], clusters: Sequence[VersionCluster] = ()
) -> Iterator[SitePage]:
    """Yield every page of an archive.

    Args:
        stories: The archive, newest first.
        clusters: Those of its stories that are versions of one.
    """
    yield SitePage(HOME_PATH, "index", make_home_page(stories))
    yield SitePage(SEARCH_PATH, "search", make_search_page(stories))
    yield SitePage(NOT_FOUND_PATH, "404", None)
    yield SitePage(OFFLINE_PATH, "offline", None)
    yield from article_pages(stories, clusters)
    for kind in EntityKind:
        entities = make_entity_list(stories, kind)
        yield SitePage(entities.path, "entity_list", entities)
    for entity in entity_pages(stories):
        yield SitePage(entity.path, "entity", entity)
    sources = make_source_list(stories)
    yield SitePage(sources.path, "source_list", sources)
    for source in source_pages(stories):
        yield SitePage(source.path, "source", source)
    dates = make_date_list(stories)
    yield SitePage(dates.path, "date_list", dates)
    for period in period_pages(stories):
        yield SitePage(period.path, "period", period)


def article_pages(
    stories: Sequence[TaggedArticle], clusters: Sequence[VersionCluster]
) -> Iterator[SitePage]:
    """Yield the page of each story; its neighbours are those next to it in the order."""
    related = RelatedStories(stories)
    other_versions = OtherVersions(clusters)
    around: list[TaggedArticle | None] = [None, *stories, None]
    for position, story in enumerate(stories):
        versions = other_versions.of(story)
        page = ArticlePage(
            story=story,
            html=article_html(story, root_from(story.path)),
            tag_origin=tag_origin(story.article),
            versions=versions,
            further_versions=other_versions.count(story) - len(versions),
            related=related.of(story, [version.story for version in versions]),
            newer=around[position],
            older=around[position + 2],
        )
        yield SitePage(story.path, "article", page)
