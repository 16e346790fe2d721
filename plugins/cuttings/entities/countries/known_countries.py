"""The countries that a story is known to name, in any part of its text."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_matching import local_places, match_in_blocks
from cuttings.entities.countries.country_mention import (
    CountryMention,
    NameSpan,
    first_behind,
    part_of,
)
from cuttings.entities.countries.country_names import FormKind
from cuttings.entities.countries.earlier_state import (
    at_its_time,
    is_of_its_time,
    may_be_former,
    state_of_place,
)


class KnownCountries:
    """Countries that a story is known to name, to be found in any part of its text.

    Args:
        states: Their headings in the country tables.
        story: Headline and text, which show what is a place in a state ("Peru, Indiana").
        day: The day of the story, or None.
    """

    def __init__(
        self, states: Collection[str], story: str = "", day: datetime.date | None = None
    ) -> None:
        self._states = states
        self._local = local_places(story)
        self._day = day

    def find(self, text: str, names: Sequence[NameSpan]) -> Iterator[CountryMention]:
        """Yield their mentions in ``text``.

        Args:
            text: Headline, body or part of one.
            names: Names of people and organizations in it, in order, without overlaps.
        """
        matched = match_in_blocks(text)
        for position, found in enumerate(matched):
            place = self._local.of(text, matched, position)
            meant = self._meant(place.mention(found) if place else found, text)
            if meant is not None and not part_of(_name_at(meant, names), text, meant):
                yield meant

    def at(self, heading: str) -> str:
        """Return which of them a place stands for that lies in a country, or ""."""
        heading = state_of_place("", heading, self._states, None)
        return heading if heading in self._states else ""

    def _meant(self, found: CountryMention, text: str) -> CountryMention | None:
        """Return a mention with the known country it stands for or None."""
        if may_be_former(found.kind, self._day):
            then = at_its_time(text, found, self._states, self._day)
            found = then if then.heading in self._states else found
        elif is_of_its_time(found.kind, self._day):
            then = at_its_time(text, found, self._states, self._day)
            found = (
                then if then.heading in self._states else replace(found, heading=self._any(found))
            )
        if found.heading in self._states:
            return found
        context = country_context(text[found.start : found.end])
        if context is not None and context.otherwise in self._states:
            return replace(found, heading=context.otherwise, kind=FormKind.DIVISION)
        return None

    def _any(self, place: CountryMention) -> str:
        """Return which known country may have a place that a person or a record gives to it."""
        return state_of_place("", place.heading, self._states, None)


def _name_at(mention: CountryMention, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the name of an entity that a mention touches, or None.

    It is known to be that entity's, so no part of it names anything else ("House" in "White
    House", if the story has a body of that name).
    """
    name = first_behind(mention.start, names)
    return name if name and name.start < mention.end else None
