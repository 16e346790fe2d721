"""A place where a text names a country, and a name that may stand around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.entities.countries.country_names import FormKind
from cuttings.entities.entity import EntityKind


@dataclass(frozen=True, slots=True)
class CountryMention:
    """One place where a text names a country.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        heading: The country.
        kind: How the form stands for it.
    """

    start: int
    end: int
    heading: str
    kind: FormKind

    def counts_in_organization(self, text: str) -> bool:
        """Whether it shows the country of an organization in whose name it stands.

        The country itself and its people do, and the place after "of", which is the
        seat ("Community Bank of Boston"); another place is part of the name ("Boston Globe").
        """
        return not self.kind.is_place_within or text.endswith(" of ", 0, self.start)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """The name of a person or an organization in the same text.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        kind: What it names.
    """

    start: int
    end: int
    kind: EntityKind


def first_behind(start: int, names: Sequence[NameSpan]) -> NameSpan | None:
    """Return the first of some names, in order, that ends behind ``start``, or None."""
    place = bisect_right(names, start, key=lambda name: name.end)
    return names[place] if place < len(names) else None


def part_of(name: NameSpan | None, text: str, mention: CountryMention) -> str:
    """Return why a mention in a name only belongs to that name, or ""."""
    if name is None or (
        name.kind is EntityKind.ORGANIZATION and mention.counts_in_organization(text)
    ):
        return ""
    return f"it is part of “{text[name.start : name.end]}”"
