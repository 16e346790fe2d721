"""Related stories: those that share what few stories have."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story to read next, and why.

    Attributes:
        story: The other story.
        reason: What the two share, as a phrase ("Also names Xi Jinping and CNN").
    """

    story: TaggedArticle
    reason: str
