"""The fields of the index: what of a story is searched, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cuttings.entities.tagged_article import Tag, TaggedArticle


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the index.

    Attributes:
        name: What a query calls it, as in ``title:ban``.
        boost: Factor of its weights.
        text: Gives the field's text of a story.
        has_positions: Whether a phrase is looked for in it. Not in a
            list of names: the end of one and the beginning of the next do not make a phrase.
    """

    name: str
    boost: float
    text: Callable[[TaggedArticle], str]
    has_positions: bool = False


def _names(tags: Iterable[Tag]) -> str:
    """Return headings and see-from forms, so that a story is found by any of them."""
    return "; ".join("; ".join((tag.entity.heading, *tag.entity.see_from)) for tag in tags)


FIELDS = (
    Field("title", 3, lambda story: story.article.title, has_positions=True),
    Field("text", 1, lambda story: story.text, has_positions=True),
    Field("people", 2, lambda story: _names(story.people)),
    Field("countries", 2, lambda story: _names(story.countries)),
    Field("organizations", 2, lambda story: _names(story.organizations)),
    Field("source", 1, lambda story: story.article.source),
)
