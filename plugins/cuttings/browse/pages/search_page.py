"""The search page: what the archive has to search for, so that the help shows real queries."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from cuttings.browse.parts.characteristic_word import SAMPLE, characteristic_word, is_example
from cuttings.browse.parts.entity_count import count_entities
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Role, TaggedArticle

NEAR = 5
"""Words apart that the example of NEAR asks for."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page's help is made of.

    Attributes:
        word: The word most characteristic of the newest stories, or "".
        other_word: A word of stories that have ``word`` in their headline, or "".
        is_word_alone: Whether a story has ``word`` without ``other_word``.
        is_word_near: Whether a story has the two at most five words apart.
        phrase: The first of ``people`` whose name stands so in a story, or "".
        people: The two people with most stories whose names are no longer than a reader types,
            fewer if there are not two.
        countries: The two countries with most stories, likewise.
        is_country_alone: Whether a story has the first of them without the second.
        subject: The country that most stories are about, or None.
        newest: Day of the newest dated story, or None.
        before: The latest year, month or day that stories were published before, "" if none.
    """

    word: str
    other_word: str
    is_word_alone: bool
    is_word_near: bool
    phrase: str
    people: tuple[Entity, ...]
    countries: tuple[Entity, ...]
    is_country_alone: bool
    subject: Entity | None
    newest: datetime.date | None
    before: str


def make_search_page(stories: Sequence[TaggedArticle]) -> SearchPage:
    """Make the search page of an archive whose stories come newest first."""
    sample = stories[:SAMPLE]
    word = characteristic_word(sample, sample, avoid="")
    named = [story for story in sample if word and word in story.article.title.lower()]
    other_word = characteristic_word(named, sample, avoid=word)
    people = _most_mentioned(stories, EntityKind.PERSON)
    countries = _most_mentioned(stories, EntityKind.COUNTRY)
    dates = [story.article.date for story in stories if story.article.date]
    return SearchPage(
        word=word,
        other_word=other_word,
        is_word_alone=any(not _has(story, other_word) for story in named),
        is_word_near=any(_are_near(story, word, other_word) for story in named),
        phrase=next((name for name in _phrases(people) if _is_written(name, stories)), ""),
        people=people,
        countries=countries,
        is_country_alone=len(countries) > 1
        and any(_is_alone(story, *countries) for story in stories),
        subject=_most_written_about(stories),
        newest=dates[0] if dates else None,
        before=_before([date.isoformat()[:10] for date in dates]),
    )


def _has(story: TaggedArticle, word: str) -> bool:
    return word in f"{story.article.title}\n{story.text}".lower()


def _are_near(story: TaggedArticle, word: str, other: str) -> bool:
    words = _WORD.findall(story.text.lower())
    places = [place for place, found in enumerate(words) if found == word]
    return any(other in words[max(0, place - NEAR) : place + NEAR + 1] for place in places)


def _phrases(people: Sequence[Entity]) -> list[str]:
    return [person.heading for person in people if " " in person.heading]


def _is_written(phrase: str, stories: Sequence[TaggedArticle]) -> bool:
    return any(phrase in story.text for story in stories)


def _is_alone(story: TaggedArticle, country: Entity, other: Entity) -> bool:
    named = {tag.entity for tag in story.countries}
    return country in named and other not in named


def _before(days: Sequence[str]) -> str:
    """Return the year, month or day of the newest of ``days`` that others come before."""
    first, last = min(days, default=""), max(days, default="")
    return next((last[:length] for length in (4, 7, 10) if first[:length] < last[:length]), "")


def _most_mentioned(stories: Sequence[TaggedArticle], kind: EntityKind) -> tuple[Entity, ...]:
    ranked = (entry.entity for entry in count_entities(stories, kind))
    return tuple(islice(filter(is_example, ranked), 2))


def _most_written_about(stories: Sequence[TaggedArticle]) -> Entity | None:
    subjects = Counter(
        tag.entity
        for story in stories
        for tag in story.countries
        if tag.role is Role.ABOUT and is_example(tag.entity)
    )
    return min(subjects, key=lambda entity: (-subjects[entity], entity.heading), default=None)
