"""The days of the documents, so that a query can ask for those after or before one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.packing import pack


def pack_dates(stories: Iterable[TaggedArticle]) -> str:
    """Return the days of stories, which go from the newest to the oldest, undated last.

    The first number is the newest day, counted from 0001-01-01 as day 1; each
    further one is how many days its document is older than the one before.
    Undated documents have no number.
    """
    days = [story.article.date.toordinal() for story in stories if story.article.date is not None]
    return pack([*days[:1], *(newer - older for newer, older in pairwise(days))])
