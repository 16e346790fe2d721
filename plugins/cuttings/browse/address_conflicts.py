"""Stories that would have the same page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.article.article_file import render_article
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True)
class AddressConflict:
    """Two stories with the same slug; only one of them gets a page.

    Attributes:
        kept: The story that has the page.
        left_out: The story without a page.
    """

    kept: TaggedArticle
    left_out: TaggedArticle


def find_address_conflicts(stories: Iterable[TaggedArticle]) -> tuple[AddressConflict, ...]:
    """Return the conflicts; which story is kept does not depend on the order of ``stories``."""
    sharing: dict[str, list[TaggedArticle]] = {}
    for story in stories:
        sharing.setdefault(story.path, []).append(story)
    conflicts = []
    for path in sorted(sharing):
        if len(sharing[path]) > 1:
            kept, *others = sorted(sharing[path], key=_oldest_first)
            conflicts += [AddressConflict(kept, left_out) for left_out in others]
    return tuple(conflicts)


def _oldest_first(story: TaggedArticle) -> tuple[object, ...]:
    return story.article.added, render_article(story.article)
