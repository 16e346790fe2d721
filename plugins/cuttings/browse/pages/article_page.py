"""The page of one story."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.browse.parts.other_version import OtherVersion
from cuttings.browse.parts.related import RelatedStory
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What a story's page shows.

    Attributes:
        story: The story.
        html: Its body as safe HTML with mentions marked.
        tag_origin: Who set its tags, in words.
        versions: Other versions of the story, newest first.
        further_versions: How many more there are than ``versions`` has.
        related: Stories to read next, the closest first.
        newer: The next story in order of date, or None.
        older: The story before it in order of date, or None.
    """

    story: TaggedArticle
    html: str
    tag_origin: str
    versions: tuple[OtherVersion, ...]
    further_versions: int
    related: tuple[RelatedStory, ...]
    newer: TaggedArticle | None
    older: TaggedArticle | None
