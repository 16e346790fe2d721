"""The archive of a build: every article with its tags, and the catalogue of all entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.tagged_article import Tag, TaggedArticle
from cuttings.entities.tagging.resolution import resolve
from cuttings.errors import InputError, Report
from cuttings.worker_pool import in_batches

PAGE_FROM = 2
"""From how many stories on a person or an organization has a page, unless a setting says else: of
the names of a newswire archive, three in four stand in one story, which says all such a page would.
"""


@dataclass(frozen=True, slots=True)
class TaggedArchive:
    """All stories of an archive and all their entities.

    Attributes:
        stories: The stories, newest first; those of one day by slug.
        catalogue: The entities that they are tagged with.
    """

    stories: list[TaggedArticle]
    catalogue: Catalogue


def tagged_archive(
    articles: Sequence[FiledArticle],
    authorities: Authorities,
    report: Report,
    processes: int = 1,
    page_from: int = PAGE_FROM,
) -> TaggedArchive:
    """Resolve the tags of every article; loads no model.

    Args:
        articles: The archive.
        authorities: Records that say which heading a form goes by.
        report: Called with the reason for each article that cannot be resolved, which is then
            left out.
        processes: How many processes may share the work.
        page_from: From how many stories on a person or an organization has a page.

    Raises:
        WorkerError: If one of them dies.
    """
    resolved: list[tuple[FiledArticle, ArticleHeadings]] = []
    for filed in articles:
        try:
            resolved.append((filed, ArticleHeadings.of(filed.article, authorities)))
        except Exception as error:
            report(_fault(filed, error))
    catalogue = Catalogue.of((headings for _, headings in resolved), authorities, page_from)
    batches = in_batches(partial(_resolve_each, authorities, catalogue), resolved, processes)
    stories: list[TaggedArticle] = []
    for (filed, _), found in zip(resolved, chain.from_iterable(batches), strict=True):
        if isinstance(found, InputError):
            report(found)
        else:
            stories.append(_story(filed, found, catalogue))
    stories.sort(key=_newest_first)
    return TaggedArchive(stories, catalogue)


_Tags = tuple[tuple[Tag, ...], tuple[Tag, ...], tuple[Tag, ...]]
"""Tags of one story for people, countries and organizations."""


def _resolve_each(
    authorities: Authorities,
    catalogue: Catalogue,
    articles: Sequence[tuple[FiledArticle, ArticleHeadings]],
) -> list[_Tags | InputError]:
    """Return the tags of each article, or why it cannot be resolved."""
    found: list[_Tags | InputError] = []
    for filed, headings in articles:
        try:
            story = resolve(filed.article, filed.html, filed.text, headings, authorities, catalogue)
            found.append((story.people, story.countries, story.organizations))
        except Exception as error:
            found.append(_fault(filed, error))
    return found


def _story(filed: FiledArticle, tags: _Tags, catalogue: Catalogue) -> TaggedArticle:
    """Return an article with its tags, whose entities are the catalogue's, not copies of them."""
    people, countries, organizations = (
        tuple(
            replace(tag, entity=catalogue.entity(tag.entity.kind, tag.entity.heading))
            for tag in of_kind
        )
        for of_kind in tags
    )
    return TaggedArticle(
        article=filed.article,
        html=filed.html,
        text=filed.text,
        people=people,
        countries=countries,
        organizations=organizations,
        file=filed.path,
    )


def _fault(filed: FiledArticle, error: Exception) -> InputError:
    return InputError.unforeseen(filed.path, error, step="resolved")


def _newest_first(story: TaggedArticle) -> tuple[bool, int, str]:
    """Return what orders stories from the newest to the oldest, then the undated ones."""
    article = story.article
    return article.date is None, -article.filing_date.toordinal(), article.slug
