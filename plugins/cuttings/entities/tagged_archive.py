"""The archive of a build: every article with its tags, and the catalogue of all entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.entities.tagging.resolution import resolve
from cuttings.errors import InputError, Report


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
    articles: Sequence[FiledArticle], authorities: Authorities, report: Report
) -> TaggedArchive:
    """Resolve the tags of every article; loads no model.

    Args:
        articles: The archive.
        authorities: Records that say which heading a form goes by.
        report: Called with the reason for each article that cannot be resolved, which is then
            left out.
    """
    resolved: list[tuple[FiledArticle, ArticleHeadings]] = []
    for filed in articles:
        try:
            resolved.append((filed, ArticleHeadings.of(filed.article, authorities)))
        except Exception as error:
            report(_fault(filed, error))
    catalogue = Catalogue.of((headings for _, headings in resolved), authorities)
    stories: list[TaggedArticle] = []
    for filed, headings in resolved:
        try:
            story = resolve(filed.article, filed.html, filed.text, headings, authorities, catalogue)
            stories.append(replace(story, file=filed.path))
        except Exception as error:
            report(_fault(filed, error))
    stories.sort(key=_newest_first)
    return TaggedArchive(stories, catalogue)


def _fault(filed: FiledArticle, error: Exception) -> InputError:
    return InputError.unforeseen(filed.path, error, step="resolved")


def _newest_first(story: TaggedArticle) -> tuple[bool, int, str]:
    """Return what orders stories from the newest to the oldest, then the undated ones."""
    article = story.article
    return article.date is None, -article.filing_date.toordinal(), article.slug
