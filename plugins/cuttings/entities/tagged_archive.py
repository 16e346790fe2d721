"""The archive of a build: every article with its tags, and the catalogue of all entities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.entities.tagging.resolve import resolve
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
    known, catalogue = _catalogue(articles, authorities, report)
    stories: list[TaggedArticle] = []
    for filed in known:
        try:
            story = resolve(filed.article, filed.html, filed.text, authorities, catalogue)
            stories.append(replace(story, file=filed.path))
        except Exception as error:
            report(_fault(filed, error))
    stories.sort(key=_newest_first)
    return TaggedArchive(stories, catalogue)


def _catalogue(
    articles: Sequence[FiledArticle], authorities: Authorities, report: Report
) -> tuple[Sequence[FiledArticle], Catalogue]:
    """Return the articles whose headings can be read, and the catalogue of these."""
    try:
        return articles, Catalogue.of((filed.article for filed in articles), authorities)
    except Exception:
        known: list[FiledArticle] = []
        for filed in articles:
            try:
                Catalogue.of([filed.article], authorities)
                known.append(filed)
            except Exception as error:
                report(_fault(filed, error))
        return known, Catalogue.of((filed.article for filed in known), authorities)


def _fault(filed: FiledArticle, error: Exception) -> InputError:
    return InputError.unforeseen(filed.path, error, step="resolved")


def _newest_first(story: TaggedArticle) -> tuple[int, str]:
    return -story.article.filing_date.toordinal(), story.article.slug
