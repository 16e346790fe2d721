"""Which countries a text names: the one place that decides whether a form counts, and why not.

A form is judged by the words right beside it (``words_beside``), then by the rest of the
story: a headline in capitals, words that go with what else a doubtful form names, and the
names of people and organizations in which it stands.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cuttings.entities.countries.capital_headline import CapitalHeadline
from cuttings.entities.countries.capital_text import common_noun
from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_mention import (
    CountryMention,
    NameSpan,
    first_behind,
    part_of,
)
from cuttings.entities.countries.country_names import CountryForm, FormKind, country_names
from cuttings.entities.countries.earlier_state import at_its_time, is_of_its_time, state_of_place
from cuttings.entities.countries.local_place import (
    LocalPlace,
    LocalPlaces,
    neighbours,
    place_beside_state,
)
from cuttings.entities.countries.names_like_places import names_like_places
from cuttings.entities.countries.words_beside import other_country, other_meaning
from cuttings.entities.entity import EntityKind
from cuttings.entities.rejected import Rejected
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.human_deeds import shows_person

_TEXTS_REMEMBERED = 256
"""Texts whose forms are kept: a paragraph is looked at as part of its story and by itself."""

_BLOCK = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StoryCountries:
    """The countries that a story names.

    Attributes:
        headings: Their headings, in the order of the text.
        rejected: Forms of other countries that do not count, and why.
    """

    headings: tuple[str, ...]
    rejected: tuple[Rejected, ...]


class _Judged(NamedTuple):
    """A form where it stands, with the reason why it does not count, or ""."""

    mention: CountryMention
    reason: str = ""
    place: LocalPlace | None = None
    """The place that it is with the state beside it."""


def match_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in ``text``, judged by the words beside them."""
    return _counted(_by_words_beside(text))


def match_in_blocks(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions in ``text`` as ``match_countries`` judges those of each block."""
    return _counted(_in_blocks(text))


def find_countries(text: str, day: datetime.date | None = None) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in a whole story, judged by all of its words.

    Doubtful forms ("Georgia") need favourable words or no adverse ones, else they are
    the division of another country that is called so, or nothing. A place that
    lies in a state beside it somewhere is not foreign ("Peru, Indiana"), and
    which state has a place the story's day says (see ``earlier_state``).

    Args:
        text: Headline and body, blocks separated by an empty line. Each block is
            matched by itself, for one may be in capitals and the next not.
        day: The day of the story, or None.
    """
    return _counted(_by_story(text, day))


def story_countries(
    text: str,
    names: Sequence[NameSpan],
    people: Iterable[str],
    sent_from: Iterable[str],
    day: datetime.date | None = None,
    cased: str = "",
) -> StoryCountries:
    """Return the countries a story names, and the forms of others that do not count.

    Inside a person's name nothing names a country, and neither does a given name
    alone; inside an organization's the country itself, its people or its seat do.

    Args:
        text: Headline and body, as ``find_countries`` takes them.
        names: Names of people and organizations in the text, in order, without overlaps.
        people: Full names of the story's people.
        sent_from: The country of each dateline, or "".
        day: The day of the story, or None.
        cased: The same text with what is in capitals in the usual case, if it is known.
    """
    given = names_like_places(people, text)
    judged = [
        _Judged(
            m,
            reason
            or common_noun(text, cased, m)
            or _person(text, m, given)
            or part_of(_name_around(m, names), text, m),
        )
        for m, reason, _ in _by_story(text, day)
    ]
    headings = dict.fromkeys(mention.heading for mention in _counted(judged))
    for heading in sent_from:
        headings[state_of_place("", heading, headings, None)] = None
    rejected = dict.fromkeys(
        Rejected(EntityKind.COUNTRY, text[mention.start : mention.end], reason)
        for mention, reason, _ in judged
        if reason and mention.heading not in headings
    )
    return StoryCountries(tuple(filter(None, headings)), tuple(rejected))


def local_places(text: str) -> LocalPlaces:
    """Return the places of a whole story that lie in a state beside them."""
    return _local_places(text, _in_blocks(text))


def _local_places(text: str, matched: Iterable[_Judged]) -> LocalPlaces:
    return LocalPlaces(text, ((m, place) for m, reason, place in matched if place or not reason))


def _counted(judged: Iterable[_Judged]) -> tuple[CountryMention, ...]:
    return tuple(found.mention for found in judged if not found.reason)


@functools.lru_cache(maxsize=_TEXTS_REMEMBERED)
def _by_words_beside(text: str) -> Sequence[_Judged]:
    return tuple(_judged_by_words_beside(text))


def _judged_by_words_beside(text: str) -> Iterator[_Judged]:
    alone: list[_Judged] = []
    for match in _index().find(text):
        form = match.value
        if form.kind is not None:
            mention = CountryMention(match.start, match.end, form.heading, form.kind)
            alone.append(_Judged(mention, other_meaning(text, match.start, match.end, form)))
    counted = _counted(alone)
    position = -1
    for found in alone:
        if found.reason:
            yield found
            continue
        position += 1
        if place := place_beside_state(text, counted, position):
            yield _Judged(found.mention, f"it lies in {place.state}", place)
        else:
            before, after = neighbours(counted, position)
            yield _Judged(found.mention, other_country(text, before, found.mention, after))


def _by_story(text: str, day: datetime.date | None) -> list[_Judged]:
    matched = list(_in_blocks(text))
    counted = _counted(matched)
    headline = CapitalHeadline(text, counted)
    local, doubts = _local_places(text, matched), _Doubts(text)
    position = -1
    judged: list[_Judged] = []
    for found in matched:
        mention, reason, _ = found
        position += not reason
        if reason := reason or headline.other_meaning(mention):
            judged.append(_Judged(mention, reason))
        elif place := local.of(text, counted, position):
            judged.append(_Judged(mention, place.reason(text[mention.start : mention.end])))
            judged.append(_Judged(place.mention(mention)))
        else:
            judged += doubts.judged(mention)
    named = {m.heading for m in _counted(judged) if not is_of_its_time(m.kind, day)}
    return [
        found._replace(mention=at_its_time(text, found.mention, named, day)) for found in judged
    ]


def _in_blocks(text: str) -> Iterator[_Judged]:
    for block in _BLOCK.finditer(text):
        for found in _by_words_beside(block[0]):
            start, end = (n + block.start() for n in (found.mention.start, found.mention.end))
            yield found._replace(mention=replace(found.mention, start=start, end=end))


class _Doubts:
    """What the words of a story make of forms that name a country and something else, too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._adverse: dict[str, str] = {}

    def judged(self, mention: CountryMention) -> Iterator[_Judged]:
        """Yield a mention as it counts; one that does not with the reason and what it is."""
        form = self._text[mention.start : mention.end]
        context = country_context(form)
        if form not in self._adverse:
            self._adverse[form] = context.adverse_word(self._text) if context else ""
        word = self._adverse[form]
        if context is None or not word:
            yield _Judged(mention)
            return
        yield _Judged(mention, f"{context.meaning}, beside “{word}”")
        if context.otherwise:
            yield _Judged(replace(mention, heading=context.otherwise, kind=FormKind.DIVISION))


def _person(text: str, mention: CountryMention, given: Collection[str]) -> str:
    """Return why a mention is a person of the story, or ""."""
    if text[mention.start : mention.end] in given:
        return "it is a name of a person in the story"
    return "only people do what follows" if shows_person(text, mention.end) else ""


def _name_around(mention: CountryMention, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the recognized name that holds a mention, or None.

    One that only touches it does not count: of "Tex." a model may take "Tex" for a name.
    """
    name = first_behind(mention.start, names)
    return name if name and name.start <= mention.start and mention.end <= name.end else None


@functools.cache
def _index() -> FormIndex[CountryForm]:
    return FormIndex(country_names().forms)
