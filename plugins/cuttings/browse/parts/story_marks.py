"""What is a link in a story's text: each place that names one of its entities."""

from __future__ import annotations

from typing import NamedTuple

from cuttings.entities.tagged_article import TaggedArticle


class Mark(NamedTuple):
    """A link in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        address: Where it leads.
    """

    start: int
    end: int
    address: str


def story_marks(story: TaggedArticle, root: str) -> list[Mark]:
    """Return the links of a story's text from left to right; none overlaps another.

    Args:
        story: The story.
        root: Relative way from its page to the site's root.
    """
    return sorted(
        Mark(start, end, f"{root}{tag.entity.link_in_story}")
        for tag in story.tags
        for start, end in tag.places
    )
