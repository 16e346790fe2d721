"""Which state a place lay in at the time of a story."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from cuttings.entities.countries.country_mention import CountryMention
from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.tables import table_rows

_OUTRIGHT = frozenset({FormKind.NAME, FormKind.ABBREVIATION, FormKind.DEMONYM})

_OF_ANOTHER_TIME = re.compile(
    r"\b(?:Czarist|Hitler['’]s|Imperial|Nazi|re-?unified|re-?united|Tsarist|unified|united|"
    r"pre-?war|wartime)[ -]\Z",
    re.IGNORECASE,
)
"""What stands before a country's name that does not mean the state of the day."""

_LONGEST_WORD = 16
"""More characters than any of these words has."""

_WITHIN = {FormKind.CAPITAL: FormKind.CITY}
"""What a capital is to a state that it is not the capital of."""


@dataclass(frozen=True, slots=True)
class _Span:
    """How long the land of a country belonged to an earlier state.

    Attributes:
        country: The country in which the land lies today.
        earlier: The state that it belonged to.
        begin: The first day on which it did.
        end: The first day on which it did no longer.
    """

    country: str
    earlier: str
    begin: datetime.date
    end: datetime.date

    def has(self, day: datetime.date) -> bool:
        return self.begin <= day < self.end


def may_be_former(kind: FormKind, day: datetime.date | None) -> bool:
    """Whether a form names a state outright, which may have been another in the story's time."""
    return kind in _OUTRIGHT and day is not None


def is_of_its_time(kind: FormKind, day: datetime.date | None) -> bool:
    """Whether the time says which state a form stands for: a place, or a dated institution."""
    return kind.is_place_within or (kind is FormKind.INSTITUTION and day is not None)


def at_its_time(
    text: str, mention: CountryMention, named: Collection[str], day: datetime.date | None
) -> CountryMention:
    """Return a mention with the state that it stood for at the time of its story.

    Args:
        text: The text in which it stands.
        mention: The mention as the tables have it.
        named: Headings of the countries that the story names outright.
        day: The day of the story, or None.
    """
    if day is not None and mention.kind in _OUTRIGHT:
        return replace(mention, heading=_state_named(text, mention, named, day))
    if not is_of_its_time(mention.kind, day):
        return mention
    heading = state_of_place(text[mention.start : mention.end], mention.heading, named, day)
    if heading == mention.heading:
        return mention
    is_capital_then = mention.heading in country_names().successors.get(heading, ())[:1]
    kind = mention.kind if is_capital_then else _WITHIN.get(mention.kind, mention.kind)
    return replace(mention, heading=heading, kind=kind)


def _state_named(
    text: str, mention: CountryMention, named: Collection[str], day: datetime.date
) -> str:
    """Return the state that the name of a country meant on a day ("Germany" in 1987).

    That is the one that went by the name alone. A story that names another state of the country,
    and not that one, or calls it united or that of another time, means the country.
    """
    heading = mention.heading
    former = _called().get(heading)
    if former is None or not any(s.earlier == former and s.has(day) for s in _spans()):
        return heading
    sides = {span.earlier for span in _spans() if span.country == heading and span.has(day)}
    if former not in named and not sides.isdisjoint(named):
        return heading
    before = max(0, mention.start - _LONGEST_WORD)
    return heading if _OF_ANOTHER_TIME.search(text, before, mention.start) else former


def state_of_place(
    place: str, heading: str, named: Collection[str], day: datetime.date | None
) -> str:
    """Return the state that a place stands for in a story.

    Its date decides ("Bonn" is Germany's in 2020, "Kiev" the Soviet Union's in 1987), but a later
    story that names only the former state outright is about its time. Of a story without a date
    the one of the two that it names decides.

    Args:
        place: The place as written.
        heading: The state that the tables give it to, which may be a former one.
        named: Headings of the countries that the story names outright.
        day: The day of the story, or None: then the tables decide in the place of a date.
    """
    then = _on(place, heading, day) if day else heading
    if then in named:
        return then
    others = _formers(heading) if day else (*_formers(heading), *_first_successor(heading))
    return next((state for state in others if state in named), then)


def _on(place: str, heading: str, day: datetime.date) -> str:
    successors = country_names().successors.get(heading)
    if successors:
        existed = any(span.earlier == heading and span.has(day) for span in _spans())
        return heading if existed else successors[0]
    then = [span.earlier for span in _spans() if span.country == heading and span.has(day)]
    if len(then) == 1:
        return then[0]
    return _divided_places().get(place.casefold(), heading) if then else heading


def _formers(heading: str) -> tuple[str, ...]:
    """Return the former states for which a place of a state may stand, itself if it is one."""
    successors = country_names().successors
    if heading in successors:
        return (heading,)
    return tuple(former for former in successors if successors[former][0] == heading)


def _first_successor(heading: str) -> tuple[str, ...]:
    return country_names().successors.get(heading, ())[:1]


@functools.cache
def _called() -> Mapping[str, str]:
    """Return the former state that went by each country's name alone."""
    return {
        row["called"]: row["heading"] for row in table_rows("former_countries") if row["called"]
    }


@functools.cache
def _spans() -> tuple[_Span, ...]:
    return tuple(
        _Span(
            row["country"],
            row["earlier"],
            datetime.date.fromisoformat(row["from"]),
            datetime.date.fromisoformat(row["until"]),
        )
        for row in table_rows("earlier_states")
    )


@functools.cache
def _divided_places() -> Mapping[str, str]:
    """Return on which side the places of a divided country lay."""
    return {row["place"].casefold(): row["state"] for row in table_rows("divided_places")}
