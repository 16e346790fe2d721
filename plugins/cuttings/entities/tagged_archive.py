"""The archive of a build: every article with its tags, and the catalogue of all entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any

from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.kept_tags import KeptTags, kept_tags, tags_of
from cuttings.entities.story_digest import StoryDigests
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.entities.tagging.resolution import resolve
from cuttings.errors import InputError, Report
from cuttings.worker_pool import in_batches

PAGE_FROM = 2
"""From how many stories on a person or an organization has a page, unless a setting says else: of
the names of a newswire archive, three in four stand in one story, which says all such a page would.
"""


_NONE: Mapping[str, Any] = MappingProxyType({})


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
    known: Mapping[str, KeptTags] = _NONE,
    known_slugs: Mapping[str, str] = _NONE,
) -> TaggedArchive:
    """Resolve the tags of every article; loads no model.

    Args:
        articles: The archive.
        authorities: Records that say which heading a form goes by.
        report: Called with the reason for each article that cannot be resolved, which is then
            left out.
        processes: How many processes may share the work.
        page_from: From how many stories on a person or an organization has a page.
        known: Tags that were found before, by the digests of their stories.
        known_slugs: Slugs of headings that were made before (see ``Catalogue``).

    Raises:
        WorkerError: If one of them dies.
    """
    resolved: list[tuple[FiledArticle, ArticleHeadings]] = []
    for filed in articles:
        try:
            resolved.append((filed, ArticleHeadings.of(filed.article, authorities)))
        except Exception as error:
            report(_fault(filed, error))
    catalogue = Catalogue.of(
        (headings for _, headings in resolved), authorities, page_from, known_slugs
    )
    digests = StoryDigests(authorities, catalogue)
    keys = [digests.of(filed, headings) for filed, headings in resolved]
    unknown = [pair for pair, key in zip(resolved, keys, strict=True) if key not in known]
    batches = in_batches(partial(_resolve_each, authorities, catalogue), unknown, processes)
    found = chain.from_iterable(batches)
    stories: list[TaggedArticle] = []
    for (filed, _), key in zip(resolved, keys, strict=True):
        tags = known[key] if key in known else next(found)
        if isinstance(tags, InputError):
            report(tags)
        else:
            stories.append(_story(filed, tags, catalogue, key))
    stories.sort(key=_newest_first)
    return TaggedArchive(stories, catalogue)


def _resolve_each(
    authorities: Authorities,
    catalogue: Catalogue,
    articles: Sequence[tuple[FiledArticle, ArticleHeadings]],
) -> list[KeptTags | InputError]:
    """Return the tags of each article, or why it cannot be resolved."""
    found: list[KeptTags | InputError] = []
    for filed, headings in articles:
        try:
            story = resolve(filed.article, filed.html, filed.text, headings, authorities, catalogue)
            found.append(kept_tags(story))
        except Exception as error:
            found.append(_fault(filed, error))
    return found


def _story(filed: FiledArticle, kept: KeptTags, catalogue: Catalogue, digest: str) -> TaggedArticle:
    people, countries, organizations = tags_of(kept, catalogue)
    return TaggedArticle(
        article=filed.article,
        html=filed.html,
        text=filed.text,
        people=people,
        countries=countries,
        organizations=organizations,
        file=filed.path,
        digest=digest,
    )


def _fault(filed: FiledArticle, error: Exception) -> InputError:
    return InputError.unforeseen(filed.path, error, step="resolved")


def _newest_first(story: TaggedArticle) -> tuple[bool, int, str]:
    """Return what orders stories from the newest to the oldest, then the undated ones."""
    article = story.article
    return article.date is None, -article.filing_date.toordinal(), article.slug
