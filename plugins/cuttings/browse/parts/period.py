"""A year or a month that stories are filed under."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

UNDATED_LABEL = "Undated"
UNDATED_PATH = "dates/undated.html"

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, or one month of it.

    Attributes:
        year: From 1 to 9999.
        month: From 1 to 12; 0 for the whole year.
    """

    year: int
    month: int = 0

    @property
    def label(self) -> str:
        """The period in words: "April 2024" or "2024"."""
        return f"{_MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)

    @property
    def path(self) -> str:
        """The page's path from the site's root."""
        month = f"-{self.month:02}" if self.month else ""
        return f"dates/{self.year:04}{month}.html"


def day_label(day: datetime.date | None) -> str:
    """Write a day as people do: "5 April 2018", or "Undated"."""
    if day is None:
        return UNDATED_LABEL
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_path(day: datetime.date | None) -> str:
    """Return the page of the month that ``day`` lies in, or of the undated stories."""
    return Period(day.year, day.month).path if day else UNDATED_PATH
