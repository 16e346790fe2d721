"""The page of one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial

from cuttings.article.cited_author import cited_authors
from cuttings.browse.pages.article_html import article_html
from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.pages.other_stories import OtherStories, OtherStoriesFinder
from cuttings.browse.parts.evidence_place import EvidencePlace, place_evidence
from cuttings.browse.parts.link import root_from
from cuttings.browse.parts.tag_origin import tag_origin
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(OtherStories):
    """What a story's page shows.

    Attributes:
        story: The story.
        html: Its body as safe HTML with mentions marked, and paragraphs named that hold evidence.
        places: Where the evidence of an entity stands in it, by the entity's path.
        authors: The persons of its byline.
        tag_origin: Who set its tags, in words.
    """

    story: TaggedArticle
    html: str
    places: Mapping[str, EvidencePlace]
    authors: Sequence[str]
    tag_origin: str


def article_pages(
    stories: Sequence[TaggedArticle], others: OtherStoriesFinder
) -> Iterator[tuple[TaggedArticle, LazyPage[ArticlePage]]]:
    """Yield each story and what makes its page, so that no more than one need be in memory.

    Args:
        stories: The archive in order of date.
        others: Finds what their pages show of other stories.
    """

    def make(position: int) -> ArticlePage:
        story, shown = stories[position], others.of(position)
        placed = place_evidence(article_html(story, root_from(story.path)), story)
        return ArticlePage(
            story=story,
            html=placed.html,
            places=placed.places,
            authors=cited_authors(story.article.author),
            tag_origin=tag_origin(story.article),
            **{field.name: getattr(shown, field.name) for field in fields(shown)},
        )

    def digest(position: int) -> str:
        return others.of(position).digest_with(stories[position])

    for position, story in enumerate(stories):
        yield story, LazyPage(story.path, partial(make, position), partial(digest, position))
