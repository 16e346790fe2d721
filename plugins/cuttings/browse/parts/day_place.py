"""Where the stories of a day are listed: on its own page, or below its heading in the month."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

from cuttings.browse.parts.period import UNDATED_PATH, Period
from cuttings.browse.parts.story_list import STORIES_IN_A_PART
from cuttings.entities.tagged_article import TaggedArticle


class DayPlaces:
    """Knows the place of each day of an archive.

    Args:
        stories: The archive.
    """

    def __init__(self, stories: Iterable[TaggedArticle]) -> None:
        self._months = Counter(
            (day.year, day.month) for story in stories if (day := story.article.day)
        )

    def has_page(self, day: Period) -> bool:
        """Return whether a day has a page: its month is too long for one."""
        return self._months[day.year, day.month] > STORIES_IN_A_PART

    def path(self, date: datetime.date | None) -> str:
        """Return the place of a story's day from the site's root; that of undated ones for None."""
        return UNDATED_PATH if date is None else self.path_of(Period.of_day(date))

    def path_of(self, day: Period) -> str:
        """Return the place of a day from the site's root."""
        if self.has_page(day):
            return day.path
        return f"{Period(day.year, day.month).path}#{day.anchor}"
