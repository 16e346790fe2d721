"""Where a story mentions its entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cuttings.article.dateline import find_dateline
from cuttings.entities.countries.country_matching import KnownCountries
from cuttings.entities.countries.country_mention import NameSpan
from cuttings.entities.countries.country_names import CountryForm, country_names
from cuttings.entities.countries.names_like_places import names_like_places
from cuttings.entities.countries.place_country import place_country
from cuttings.entities.entity import Entity, EntityKind, bare_name
from cuttings.entities.form_use import Rule
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.human_deeds import says_of_self, shows_person
from cuttings.entities.words.organizations import acronyms
from cuttings.entities.words.person_names import lone_forms, name_words
from cuttings.entities.words.titles import is_regnal
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
        entity: Whom or what it names.
        rule: How the form was understood.
    """

    start: int
    end: int
    form: str
    entity: Entity
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Form:
    entity: Entity
    rule: Rule


class MentionFinder:
    """Finds the mentions of one story's entities in any part of its text.

    Args:
        entities: The story's entities.
        context: The story's headline and text, which settle what a short form
            such as a surname means; a form that fits two of the entities means
            neither.
    """

    def __init__(self, entities: Iterable[Entity], context: str) -> None:
        known = tuple(entities)
        countries = [entity for entity in known if entity.kind is EntityKind.COUNTRY]
        self._countries = {
            state: meaning.entity for state, meaning in _unambiguous(_states, countries)
        }
        self._known_countries = KnownCountries(self._countries)
        forms = _sure_forms(known)
        for form, meaning in _short_forms(known, context):
            forms.setdefault(form, meaning)
        self._index = FormIndex(forms)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in ``text`` from left to right; none overlaps another."""
        mentions: list[Mention] = []
        for mention in self.find_nested(text):
            if not mentions or mention.start >= mentions[-1].end:
                mentions.append(mention)
        return tuple(mentions)

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

    def _is_meant(self, text: str, start: int, end: int, form: _Form) -> bool:
        """Whether a surname stands alone here, not inside another's name or for a country."""
        if form.rule is not Rule.SURNAME:
            return True
        written = text[start:end]
        if is_day_or_month(written):
            return follows_title(text, start)
        country = country_names().forms.get(written, _NO_COUNTRY)
        if country.kind is not None and country.heading in self._countries:
            return follows_title(text, start) or shows_person(text, end) or says_of_self(text, end)
        return not (follows_name(text, start) or precedes_name(text, end))

    def country_at(self, heading: str) -> Entity | None:
        """Return which of the story's countries a place stands for, or None.

        Args:
            heading: The country in which the place lies today.
        """
        return self._countries.get(self._known_countries.at(heading))

    def _country_mentions(self, text: str, named: Sequence[Mention]) -> Iterator[Mention]:
        dateline = find_dateline(text)
        if dateline is not None and (country := self.country_at(place_country(dateline.place))):
            yield Mention(0, len(dateline.place), dateline.place, country, Rule.DATELINE)
        names = [NameSpan(mention.start, mention.end, mention.entity.kind) for mention in named]
        for found in self._known_countries.find(text, names):
            form, country = text[found.start : found.end], self._countries[found.heading]
            yield Mention(found.start, found.end, form, country, Rule(found.kind))


def _states(country: Entity) -> Iterator[tuple[str, Rule]]:
    yield from ((state, Rule.NAME) for state in country.states)


def _sure_forms(entities: Sequence[Entity]) -> dict[str, _Form]:
    """Return the forms that name their entity wherever they stand.

    A heading goes before a record's other form, and that before another way to
    write a name. Which entity comes first in its kind does not matter.
    """
    forms = {
        entity.heading: _Form(entity, Rule.NAME)
        for entity in entities
        if entity.kind is not EntityKind.COUNTRY
    }
    for rank in (_recorded_forms, _other_names):
        for kind in EntityKind:
            for form, meaning in _unambiguous(rank, (e for e in entities if e.kind is kind)):
                forms.setdefault(form, meaning)
    return forms


def _unambiguous(
    forms_of: Callable[[Entity], Iterable[tuple[str, Rule]]], entities: Iterable[Entity]
) -> Iterator[tuple[str, _Form]]:
    """Yield the forms, with their rules, that fit one of the entities alone."""
    claims: dict[str, dict[str, _Form]] = {}
    for entity in entities:
        for form, rule in forms_of(entity):
            claims.setdefault(form, {})[entity.heading] = _Form(entity, rule)
    for form, claimants in claims.items():
        if len(claimants) == 1:
            yield form, next(iter(claimants.values()))


def _recorded_forms(entity: Entity) -> Iterator[tuple[str, Rule]]:
    yield from ((form, Rule.SEE_FROM) for form in entity.see_from)


def _other_names(entity: Entity) -> Iterator[tuple[str, Rule]]:
    """Yield other ways to write a name: without a qualifier in brackets, a person's full forms."""
    if entity.kind is EntityKind.COUNTRY:
        if entity.heading not in country_names().codes:
            yield entity.heading, Rule.NAME
        return
    yield from ((bare_name(name), Rule.NAME) for name in (entity.heading, *entity.see_from))
    if entity.kind is EntityKind.PERSON:
        yield from ((form, Rule.NAME) for form in _full_forms(entity.name))


def _full_forms(heading: str) -> Iterator[str]:
    """Yield other ways to write a full name: without title and suffix, without initials."""
    words = name_words(heading)
    title, _, rest = heading.partition(" ")
    if is_regnal(title) and rest:
        yield f"{title} {' '.join(words)}"
        if " " in rest:
            yield rest
    if len(words) > 1:
        yield " ".join(words)
        spelled = [word for word in words if len(word.strip(".")) > 1]
        if len(spelled) > 1:
            yield " ".join(spelled)
        yield f"{words[0]} {words[-1]}"


def _short_forms(entities: Sequence[Entity], context: str) -> Iterator[tuple[str, _Form]]:
    """Yield surnames and acronyms that fit one entity alone and stand alone in the context."""
    short = dict(_unambiguous(_lone_names, entities))
    standing = frozenset(FormIndex({form: form for form in short}).standing(context))
    single = {form: meaning for form, meaning in short.items() if form in standing}
    alone = _counts_alone(single, context)
    given = names_like_places((e.name for e in entities if e.kind is EntityKind.PERSON), context)
    for form, meaning in single.items():
        if meaning.rule is Rule.ACRONYM or _is_the_short_form(form, meaning.entity, alone, given):
            yield form, meaning


def _lone_names(entity: Entity) -> Iterator[tuple[str, Rule]]:
    if entity.kind is EntityKind.PERSON:
        for name in (entity.heading, *entity.see_from):
            yield from ((form, Rule.SURNAME) for form in lone_forms(bare_name(name)))
    elif entity.kind is EntityKind.ORGANIZATION:
        yield from ((form, Rule.ACRONYM) for form in acronyms(entity.name))


def _counts_alone(forms: dict[str, _Form], context: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for match in FormIndex({form: form for form in forms}).find(context):
        if not (follows_name(context, match.start) or precedes_name(context, match.end)):
            counts[match.value] += 1
    return counts


def _is_the_short_form(
    form: str, person: Entity, alone: Counter[str], given: Collection[str]
) -> bool:
    """Whether ``form`` is how the story calls the person.

    The first word is only if it stands alone, is no country unless among the
    ``given`` names, and the surname does not stand alone.
    """
    first = name_words(person.name)[0]
    if form != first:
        return True
    if country_names().forms.get(form, _NO_COUNTRY).kind is not None and form not in given:
        return False
    others = [other for other in lone_forms(person.name) if other != first]
    return alone[form] > 0 and not any(alone[other] for other in others)


_NO_COUNTRY = CountryForm("", "", None)
