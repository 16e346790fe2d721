"""The stories of the Reuters-21578 corpus, with the places and people that humans gave them."""

from __future__ import annotations

import datetime
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SAMPLE_STEP = 13
"""Every thirteenth story makes the fixed sample of about a thousand."""


@dataclass(frozen=True, slots=True)
class ReutersStory:
    """One story and its labels.

    Attributes:
        number: Its number in the corpus.
        day: The day it was sent.
        title: Headline, in capitals.
        text: Body, paragraphs separated by an empty line, without its dateline.
        dateline: Place and day that stand before the body.
        places: Labels of the countries the story is about ("usa", "west-germany").
        people: Labels of people ("reagan", "james-baker").
    """

    number: int
    day: datetime.date
    title: str
    text: str
    dateline: str
    places: tuple[str, ...]
    people: tuple[str, ...]


def reuters_stories(corpora: Path) -> Iterator[ReutersStory]:
    """Yield every story in the order of the corpus."""
    path = corpora / "reuters-21578" / "articles.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield ReutersStory(
                number=row["id"],
                day=_day(row["date"]),
                title=row["title"],
                text=_paragraphs(row["body"]),
                dateline=row["dateline"],
                places=tuple(row["places"]),
                people=tuple(row["people"]),
            )


def reuters_sample(corpora: Path) -> Iterator[ReutersStory]:
    """Yield every thirteenth story."""
    yield from islice(reuters_stories(corpora), 0, None, SAMPLE_STEP)


def _paragraphs(body: str) -> str:
    """Return a body whose lines are wrapped as paragraphs separated by an empty line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n(?=\s{2,})", body))


def _day(sent: str) -> datetime.date:
    """Return the day of an instant like ``26-FEB-1987 15:01:01.79``."""
    return datetime.datetime.strptime(sent.split()[0], "%d-%b-%Y").date()
