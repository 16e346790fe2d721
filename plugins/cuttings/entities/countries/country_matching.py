"""Which countries a text names: the one place that decides whether a form counts, and why not.

A form is judged by the words right beside it (``words_beside``), then by the rest of the
story: a headline in capitals, words that go with what else a doubtful form names, and the
names of people and organizations in which it stands.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cuttings.entities.countries.capital_headline import CapitalHeadline
from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_mention import CountryMention, NameSpan
from cuttings.entities.countries.country_names import CountryForm, FormKind, country_names
from cuttings.entities.countries.names_like_places import names_like_places
from cuttings.entities.countries.words_beside import other_country, other_meaning
from cuttings.entities.entity import EntityKind
from cuttings.entities.rejected import Rejected
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.human_deeds import shows_person

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


def match_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in ``text``, judged by the words beside them."""
    return _counted(_by_words_beside(text))


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the mentions of countries in a whole story, judged by all of its words.

    Doubtful forms ("Georgia") need favourable words or no adverse ones, else they are
    the division of another country that is called so, or nothing. Capital
    and seat of a former country stand for it, not for the state that has them
    today, where the story names only the former ("Moscow" beside "Soviet").

    Args:
        text: Headline and body, blocks separated by an empty line. Each block is
            matched by itself, for one may be in capitals and the next not.
    """
    return _counted(_by_story(text))


def story_countries(
    text: str, names: Sequence[NameSpan], people: Iterable[str], sent_from: Iterable[str]
) -> StoryCountries:
    """Return the countries a story names, and the forms of others that do not count.

    Inside a person's name nothing names a country, and neither does a given name
    alone; inside an organization's the country itself, its people or its seat do.

    Args:
        text: Headline and body, as ``find_countries`` takes them.
        names: Names of people and organizations in the text, in order, without overlaps.
        people: Full names of the story's people.
        sent_from: The country of each dateline, or "".
    """
    given = names_like_places(people, text)
    judged = [
        _Judged(m, reason or _person(text, m, given) or _part_of(_name_around(m, names), text, m))
        for m, reason in _by_story(text)
    ]
    headings = dict.fromkeys(mention.heading for mention in _counted(judged))
    for heading in sent_from:
        headings[_dated_back(heading, headings)] = None
    rejected = dict.fromkeys(
        Rejected(EntityKind.COUNTRY, text[mention.start : mention.end], reason)
        for mention, reason in judged
        if reason and mention.heading not in headings
    )
    return StoryCountries(tuple(filter(None, headings)), tuple(rejected))


class KnownCountries:
    """Countries that a story is known to name, to be found in any part of its text.

    Args:
        states: Their headings in the country tables.
    """

    def __init__(self, states: Collection[str]) -> None:
        self._states = states

    def find(self, text: str, names: Sequence[NameSpan]) -> Iterator[CountryMention]:
        """Yield their mentions in ``text``.

        Args:
            text: Headline, body or part of one.
            names: Names of people and organizations in it, in order, without overlaps.
        """
        for found in match_countries(text):
            meant = self._meant(found, text[found.start : found.end])
            if meant is not None and not _part_of(_name_at(meant, names), text, meant):
                yield meant

    def at(self, heading: str) -> str:
        """Return which of them a place stands for that lies in a country today, or ""."""
        heading = _dated_back(heading, self._states)
        return heading if heading in self._states else ""

    def _meant(self, found: CountryMention, form: str) -> CountryMention | None:
        """Return a mention with the known country it stands for or None."""
        heading = found.heading
        if found.kind.is_place_within:
            heading = _dated_back(heading, self._states)
        if heading in self._states:
            return replace(found, heading=heading)
        context = country_context(form)
        if context is not None and context.otherwise in self._states:
            return replace(found, heading=context.otherwise, kind=FormKind.DIVISION)
        return None


def _counted(judged: Iterable[_Judged]) -> tuple[CountryMention, ...]:
    return tuple(mention for mention, reason in judged if not reason)


def _by_words_beside(text: str) -> Iterator[_Judged]:
    alone: list[_Judged] = []
    for match in _index().find(text):
        form = match.value
        if form.kind is not None:
            mention = CountryMention(match.start, match.end, form.heading, form.kind)
            alone.append(_Judged(mention, other_meaning(text, match.start, match.end, form)))
    counted = (None, *_counted(alone), None)
    position = 0
    for found in alone:
        if found.reason:
            yield found
        else:
            position += 1
            before, after = counted[position - 1], counted[position + 1]
            yield _Judged(found.mention, other_country(text, before, found.mention, after))


def _by_story(text: str) -> list[_Judged]:
    matched = list(_in_blocks(text))
    headline = CapitalHeadline(text, _counted(matched))
    doubts = _Doubts(text)
    judged: list[_Judged] = []
    for mention, beside in matched:
        if reason := beside or headline.other_meaning(mention):
            judged.append(_Judged(mention, reason))
        else:
            judged += doubts.judged(mention)
    named = {mention.heading for mention in _counted(judged) if not mention.kind.is_place_within}
    return [
        _Judged(replace(mention, heading=_dated_back(mention.heading, named)), reason)
        if mention.kind.is_place_within
        else _Judged(mention, reason)
        for mention, reason in judged
    ]


def _in_blocks(text: str) -> Iterator[_Judged]:
    for block in _BLOCK.finditer(text):
        for mention, reason in _by_words_beside(block[0]):
            start, end = mention.start + block.start(), mention.end + block.start()
            yield _Judged(replace(mention, start=start, end=end), reason)


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


def _first_behind(start: int, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the first name that ends behind ``start``."""
    place = bisect_right(names, start, key=lambda name: name.end)
    return names[place] if place < len(names) else None


def _name_around(mention: CountryMention, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the recognized name that holds a mention, or None.

    One that only touches it does not count: of "Tex." a model may take "Tex" for a name.
    """
    name = _first_behind(mention.start, names)
    return name if name and name.start <= mention.start and mention.end <= name.end else None


def _name_at(mention: CountryMention, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the name of an entity that a mention touches, or None.

    It is known to be that entity's, so no part of it names anything else ("House" in "White
    House", if the story has a body of that name).
    """
    name = _first_behind(mention.start, names)
    return name if name and name.start < mention.end else None


def _part_of(name: NameSpan | None, text: str, mention: CountryMention) -> str:
    """Return why a mention in a name only belongs to that name, or ""."""
    if name is None or (
        name.kind is EntityKind.ORGANIZATION and mention.counts_in_organization(text)
    ):
        return ""
    return f"it is part of “{text[name.start : name.end]}”"


def _dated_back(heading: str, named: Collection[str]) -> str:
    """Return the country that had today's capital, where a story names only that one.

    Args:
        heading: The country in which a capital or seat lies today.
        named: Headings of the countries that the story names outright.
    """
    if heading in named:
        return heading
    successors = country_names().successors
    return next((f for f in successors if successors[f][0] == heading and f in named), heading)


@functools.cache
def _index() -> FormIndex[CountryForm]:
    return FormIndex(country_names().forms)
