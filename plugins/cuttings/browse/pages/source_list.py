"""The list A-Z of publications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.browse.parts.letter_group import LetterGroup, group_by_letter
from cuttings.browse.parts.source_count import SourceCount, count_sources
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList:
    """What the list of publications shows.

    Attributes:
        path: The page's path from the site's root.
        count: Number of entries.
        letters: The entries by first letter; letters without any are left out.
    """

    path: str
    count: int
    letters: tuple[LetterGroup[SourceCount], ...]


def make_source_list(stories: Sequence[TaggedArticle]) -> SourceList:
    """List every publication that a story names."""
    counts = count_sources(stories)
    return SourceList(
        path="sources/index.html",
        count=len(counts),
        letters=group_by_letter(counts, lambda entry: entry.name),
    )
