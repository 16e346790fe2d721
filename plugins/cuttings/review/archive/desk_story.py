"""A story as the lists of the desk know it: without its text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuttings.article.article import Certainty
from cuttings.article.article_file import article_of, read_front_matter
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import written_headings

Name = tuple[EntityKind, str]
"""A kind and a heading."""


@dataclass(frozen=True, slots=True)
class DeskStory:
    """One story of the archive.

    Attributes:
        path: Its file.
        stamp: Size and time of change of the file when it was read.
        title: Its headline.
        date: Day of publication, or None.
        dated: How that is known.
        filed: The day it is filed under.
        source: The publication, or "".
        reviewed: Whether a person has set its lines for good.
        headings: The headings of its lines, by kind.
    """

    path: Path
    stamp: tuple[int, int]
    title: str
    date: datetime.date | None
    dated: Certainty
    filed: datetime.date
    source: str
    reviewed: bool
    headings: Mapping[EntityKind, tuple[str, ...]]

    @classmethod
    def read(cls, path: Path, stamp: tuple[int, int]) -> DeskStory:
        """Read the first lines of the article filed at ``path``.

        Raises:
            FrontMatterError: If they cannot be understood.
        """
        return cls.of_row(path, stamp, first_lines(path))

    @classmethod
    def of_row(cls, path: Path, stamp: tuple[int, int], row: Sequence[Any]) -> DeskStory:
        """Make a story of what ``first_lines`` has returned for its file."""
        title, date, dated, filed, source, reviewed, headings = row
        return cls(
            path=path,
            stamp=stamp,
            title=title,
            date=datetime.date.fromordinal(date) if date else None,
            dated=Certainty(dated),
            filed=datetime.date.fromordinal(filed),
            source=source,
            reviewed=reviewed,
            headings={kind: tuple(of) for kind, of in zip(EntityKind, headings, strict=True)},
        )

    @property
    def names(self) -> tuple[Name, ...]:
        """The headings of its lines with their kinds."""
        return tuple((kind, name) for kind, names in self.headings.items() for name in names)

    @property
    def newest_first(self) -> tuple[bool, int, str]:
        """What orders stories from the newest to the oldest, then the undated ones."""
        return self.date is None, -self.filed.toordinal(), self.path.name


def first_lines(path: Path) -> list[Any]:
    """Return what a story says of itself, of values that JSON has (see ``DeskStory.of_row``).

    Raises:
        FrontMatterError: If its first lines cannot be understood.
    """
    article = article_of(read_front_matter(path), path)
    return [
        article.title,
        article.day.toordinal() if article.day else 0,
        article.dated.value,
        article.filing_date.toordinal(),
        article.source,
        article.reviewed,
        [written_headings(article, kind) for kind in EntityKind],
    ]


def stamp_of(path: Path) -> tuple[int, int]:
    """Return size and time of change of a file, which differ when it was changed.

    Raises:
        OSError: If there is none.
    """
    status = path.stat()
    return status.st_size, status.st_mtime_ns
