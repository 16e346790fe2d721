"""A year, a month or a day that stories are filed under."""

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
    """A year, one month of it, or one day.

    Attributes:
        year: From 1 to 9999.
        month: From 1 to 12; 0 for the whole year.
        day: From 1 to 31; 0 for the whole month.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of_day(cls, day: datetime.date) -> Period:
        """Return the period that one day is."""
        return cls(day.year, day.month, day.day)

    @property
    def above(self) -> tuple[Period, ...]:
        """The longer periods that it is part of, the longest first."""
        year, month = Period(self.year), Period(self.year, self.month)
        return (year, month) if self.day else (year,) if self.month else ()

    @property
    def label(self) -> str:
        """The period in words: "5 April 2024", "April 2024" or "2024"."""
        month = f"{_MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)
        return f"{self.day} {month}" if self.day else month

    @property
    def text(self) -> str:
        """The period as queries and addresses write it: "2024-04-05", "2024-04" or "2024"."""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}{month}{day}"

    @property
    def next(self) -> Period:
        """The year or month after this one."""
        if not self.month:
            return Period(self.year + 1)
        return Period(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def path(self) -> str:
        """The page's path from the site's root."""
        return f"dates/{self.text}.html"

    @property
    def anchor(self) -> str:
        """The identifier of a day's heading on the page of its month."""
        return f"day-{self.day}"


def day_label(day: datetime.date | None) -> str:
    """Write a day as people do: "5 April 2018", or "Undated"."""
    return UNDATED_LABEL if day is None else Period.of_day(day).label
