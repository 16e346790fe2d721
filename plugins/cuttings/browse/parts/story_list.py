"""Long lists of stories: grouped by year, and cut into parts of a page each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.article.shortened import shortened
from cuttings.browse.parts.link import Link
from cuttings.browse.parts.period import UNDATED_LABEL
from cuttings.entities.tagged_article import TaggedArticle

STORIES_IN_A_PART = 200
"""Stories on one page; a longer list goes on in further parts."""

SUMMARIES_UP_TO = 20
"""Stories of which a list shows the beginning, too; in a longer one readers look for headlines, and
each story stands in eight lists."""

LEAD_LENGTH = 160
"""Characters of a story's beginning in a list, of which two lines show (chosen by eye)."""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Stories of one year.

    Attributes:
        label: The year, or "Undated".
        stories: The stories in the list's order.
    """

    label: str
    stories: tuple[TaggedArticle, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a long list.

    Attributes:
        number: From 1.
        path: The page's path from the site's root.
        stories: The stories it shows.
        parts: Links to all parts in order; empty if there is only this one.
    """

    number: int
    path: str
    stories: tuple[TaggedArticle, ...]
    parts: tuple[Link, ...]


def lead(story: TaggedArticle) -> str:
    """Return the standfirst of a story, or the beginning of its text, as a list shows it."""
    return shortened(story.article.summary or story.text[: 2 * LEAD_LENGTH], LEAD_LENGTH)


def has_summaries(count: int) -> bool:
    """Return whether a list of so many stories shows their beginnings."""
    return count <= SUMMARIES_UP_TO


def year_label(story: TaggedArticle) -> str:
    """Return the year a story is listed under, or "Undated"."""
    return str(story.article.date.year) if story.article.date else UNDATED_LABEL


def group_by_year(stories: Sequence[TaggedArticle]) -> tuple[YearGroup, ...]:
    """Group stories that are already in order of years."""
    return tuple(
        YearGroup(label, tuple(group)) for label, group in itertools.groupby(stories, year_label)
    )


def part_paths(count: int, path: str) -> tuple[str, ...]:
    """Return where the parts of a list lie: the first at ``path``, the next at ``…/2.html``.

    Args:
        count: Stories in the list; an empty one has one part.
        path: The list's path from the site's root.
    """
    parts = max(-(-count // STORIES_IN_A_PART), 1)
    return (path, *(f"{path.removesuffix('.html')}/{n}.html" for n in range(2, parts + 1)))


def split_into_parts(stories: Sequence[TaggedArticle], path: str) -> tuple[Part, ...]:
    """Cut a list into pages, which lie where ``part_paths`` says."""
    paths = part_paths(len(stories), path)
    links = tuple(Link(str(n), part_path) for n, part_path in enumerate(paths, start=1))
    return tuple(
        Part(
            number,
            part_path,
            tuple(stories[(number - 1) * STORIES_IN_A_PART : number * STORIES_IN_A_PART]),
            links if len(links) > 1 else (),
        )
        for number, part_path in enumerate(paths, start=1)
    )
