"""Stories as the index takes them: of a tagged archive, or of articles without its records."""

from __future__ import annotations

from cuttings.article.article import Article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import filed_articles
from cuttings.article.identity import make_slug
from cuttings.article.markup import plain_text
from cuttings.entities import tagged_archive
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle


def archive_stories(content: ContentFolder) -> list[TaggedArticle]:
    """Return the stories of a tagged archive as a build of its site has them."""
    authorities = Authorities.read(content.authorities, print)
    articles = list(filed_articles(content, print))
    return list(tagged_archive.tagged_archive(articles, authorities, print).stories)


def tagged_story(article: Article) -> TaggedArticle:
    """Return ``article`` with the entities that its own lines name."""
    return TaggedArticle(
        article=article,
        html="",
        text=plain_text(article.body),
        people=_tags(EntityKind.PERSON, article.people),
        countries=_tags(EntityKind.COUNTRY, article.countries),
        organizations=_tags(EntityKind.ORGANIZATION, article.organizations),
    )


def _tags(kind: EntityKind, headings: tuple[str, ...] | None) -> tuple[Tag, ...]:
    return tuple(
        Tag(
            entity=Entity(
                kind=kind,
                heading=heading,
                slug=make_slug(heading, "entity"),
                states=(heading,) if kind is EntityKind.COUNTRY else (),
            ),
            role=Role.ABOUT,
            count=0,
            evidence="",
        )
        for heading in headings or ()
    )
