"""The search page: what the archive has to search for, so that the help shows real queries."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from cuttings.browse.parts.characteristic_word import SAMPLE, characteristic_word, is_example
from cuttings.browse.parts.entity_count import count_entities
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import Role, TaggedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search page's help is made of.

    Attributes:
        word: The word most characteristic of the newest stories, or "".
        other_word: A word of stories that have ``word`` in their headline, or "".
        is_word_alone: Whether a story has ``word`` without ``other_word``.
        people: The two people with most stories whose names are no longer than a reader types,
            fewer if there are not two.
        countries: The two countries with most stories, likewise.
        subject: The country that most stories are about, or None.
        newest: Day of the newest dated story, or None.
    """

    word: str
    other_word: str
    is_word_alone: bool
    people: tuple[Entity, ...]
    countries: tuple[Entity, ...]
    subject: Entity | None
    newest: datetime.date | None


def make_search_page(stories: Sequence[TaggedArticle]) -> SearchPage:
    """Make the search page of an archive whose stories come newest first."""
    sample = stories[:SAMPLE]
    word = characteristic_word(sample, sample, avoid="")
    named = [story for story in sample if word and word in story.article.title.lower()]
    other_word = characteristic_word(named, sample, avoid=word)
    return SearchPage(
        word=word,
        other_word=other_word,
        is_word_alone=any(not _has(story, other_word) for story in named),
        people=_most_mentioned(stories, EntityKind.PERSON),
        countries=_most_mentioned(stories, EntityKind.COUNTRY),
        subject=_most_written_about(stories),
        newest=next((story.article.date for story in stories if story.article.date), None),
    )


def _has(story: TaggedArticle, word: str) -> bool:
    return word in f"{story.article.title}\n{story.text}".lower()


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
