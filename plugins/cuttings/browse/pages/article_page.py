"""The page of one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache, partial

from cuttings.article.cited_author import cited_authors
from cuttings.browse.pages.article_html import article_html
from cuttings.browse.pages.lazy_page import LazyPage
from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.parts.day_place import DayPlaces
from cuttings.browse.parts.evidence_place import EvidencePlace, place_evidence
from cuttings.browse.parts.link import root_from
from cuttings.browse.parts.other_version import OtherVersion, OtherVersions
from cuttings.browse.parts.related import RelatedStories, RelatedStory
from cuttings.browse.parts.similar_story import SimilarStories, SimilarStory
from cuttings.browse.parts.tag_origin import tag_origin
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import SimilarPair, VersionCluster


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherStories:
    """What a story's page shows of other stories.

    Attributes:
        day_path: Where the stories of its day are listed, from the site's root.
        versions: Other versions of the story, newest first.
        further_versions: How many more there are than ``versions`` has.
        similar: Stories of other events in the same form of words, newest first.
        related: Stories to read next, the closest first.
        newer: The next story in order of date, or None.
        older: The story before it in order of date, or None.
    """

    day_path: str
    versions: tuple[OtherVersion, ...]
    further_versions: int
    similar: tuple[SimilarStory, ...]
    related: tuple[RelatedStory, ...]
    newer: TaggedArticle | None
    older: TaggedArticle | None

    def digest_with(self, story: TaggedArticle) -> str:
        """Return the digest of the page of a story."""
        around = [other for other in (self.newer, self.older) if other]
        shown = [version.story for version in self.versions]
        shown += [similar.story for similar in self.similar]
        shown += [related.story for related in self.related]
        return content_digest(
            [story, *shown, *around],
            self.day_path,
            [version.difference is None for version in self.versions],
            self.further_versions,
            [similar.distance for similar in self.similar],
            [related.reason for related in self.related],
            self.newer is None,
        )


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
    stories: Sequence[TaggedArticle],
    clusters: Sequence[VersionCluster],
    similar_pairs: Sequence[SimilarPair],
) -> Iterator[tuple[TaggedArticle, LazyPage[ArticlePage]]]:
    """Yield each story and what makes its page, so that no more than one need be in memory.

    Args:
        stories: The archive in order of date; a story's neighbours are those next to it.
        clusters: Those of its stories that are versions of one.
        similar_pairs: Those that are worded alike and no versions of one.
    """
    related = RelatedStories(stories)
    other_versions = OtherVersions(clusters)
    days = DayPlaces(stories)
    similar_stories = SimilarStories(similar_pairs)
    around: list[TaggedArticle | None] = [None, *stories, None]

    @lru_cache(maxsize=1)
    def others(position: int) -> OtherStories:
        story = stories[position]
        versions = other_versions.of(story)
        similar = similar_stories.of(story)
        return OtherStories(
            day_path=days.path(story.article.date),
            versions=versions,
            further_versions=other_versions.count(story) - len(versions),
            similar=similar,
            related=related.of(
                story, [one.story for one in versions] + [one.story for one in similar]
            ),
            newer=around[position],
            older=around[position + 2],
        )

    def make(position: int) -> ArticlePage:
        story, shown = stories[position], others(position)
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
        return others(position).digest_with(stories[position])

    for position, story in enumerate(stories):
        yield story, LazyPage(story.path, partial(make, position), partial(digest, position))
