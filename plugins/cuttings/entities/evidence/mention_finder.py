"""Where a story mentions its entities."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cuttings.article.language.dateline import find_dateline
from cuttings.entities.countries.country_mention import NameSpan
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.countries.known_countries import KnownCountries
from cuttings.entities.countries.place_country import place_country
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.entity_forms import EntityForm, entity_forms, unambiguous
from cuttings.entities.form_use import Rule
from cuttings.entities.words.capitals import blocks
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.human_deeds import says_of_self, shows_person
from cuttings.entities.words.word_context import (
    follows_name,
    follows_title,
    is_day_or_month,
    precedes_name,
)

SEARCHED_LENGTH = 1_000_000
"""Characters of a story's text in which its entities are looked for: two novels.

A text that consists of names takes about four seconds for so many.
"""


def searched(text: str) -> str:
    """Return the part of a story's text in which its entities are looked for."""
    return text[:SEARCHED_LENGTH]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names an entity.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character; a possessive ending lies beyond it.
        form: The text between the two.
        entity: The entity that it names.
        rule: How the form was understood.
    """

    start: int
    end: int
    form: str
    entity: Entity
    rule: Rule


class MentionFinder:
    """Finds the mentions of one story's entities in any part of its text.

    Args:
        entities: The story's entities.
        context: The story's headline and text, which settle what a short form
            such as a surname means; a form that fits two of the entities means
            neither.
        day: The day of the story, which says which state a place lay in, or None.
    """

    def __init__(
        self, entities: Iterable[Entity], context: str, day: datetime.date | None = None
    ) -> None:
        known = tuple(entities)
        countries = [entity for entity in known if entity.kind is EntityKind.COUNTRY]
        self._countries = {
            state: meaning.entity for state, meaning in unambiguous(_states, countries)
        }
        self._known_countries = KnownCountries(self._countries, context, day)
        self._day = day
        self._index = FormIndex(entity_forms(known, context))

    def find_nested(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in ``text``, those of countries inside organizations' names too.

        The longer of two mentions that begin at one place comes first.
        """
        named = [
            Mention(match.start, match.end, text[match.start : match.end], form.entity, form.rule)
            for match in self._index.find(text)
            if self._is_meant(text, match.start, match.end, form := match.value)
        ]
        countries = list(self._country_mentions(text, named)) if self._countries else []
        return tuple(sorted(named + countries, key=lambda m: (m.start, -m.end)))

    def country_at(self, heading: str) -> Entity | None:
        """Return which of the story's countries a place stands for, or None.

        Args:
            heading: The country in which the place lies today.
        """
        return self._countries.get(self._known_countries.at(heading))

    def _is_meant(self, text: str, start: int, end: int, form: EntityForm) -> bool:
        """Whether a short form stands alone here, not inside another's name or for a country."""
        if form.rule not in {Rule.SURNAME, Rule.SHORT_FORM}:
            return True
        written = text[start:end]
        if is_day_or_month(written):
            return follows_title(text, start)
        country = country_names().forms.get(written)
        if country and country.kind and country.heading in self._countries:
            return follows_title(text, start) or shows_person(text, end) or says_of_self(text, end)
        return not (follows_name(text, start) or precedes_name(text, end))

    def _country_mentions(self, text: str, named: Sequence[Mention]) -> Iterator[Mention]:
        for begin, end in blocks(text):  # A digest has a dateline in each.
            if dateline := find_dateline(text[begin:end]):
                place = dateline.place.rstrip()
                if country := self.country_at(place_country(place, self._day)):
                    yield Mention(begin, begin + len(place), place, country, Rule.DATELINE)
        names = [NameSpan(mention.start, mention.end, mention.entity.kind) for mention in named]
        for found in self._known_countries.find(text, names):
            form, country = text[found.start : found.end], self._countries[found.heading]
            yield Mention(found.start, found.end, form, country, Rule(found.kind))


def outermost(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return those of the mentions, in their order, that overlap none before them."""
    apart: list[Mention] = []
    for mention in mentions:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(apart)


def _states(country: Entity) -> Iterator[tuple[str, Rule]]:
    yield from ((state, Rule.NAME) for state in country.states)
