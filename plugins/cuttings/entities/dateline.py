"""The place a report was sent from, as its first words name it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cuttings.entities.country_matching import match_countries

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.' -]{2,40}?(?:,\s*[A-Z][A-Za-z.]+(?:\s[A-Z][A-Za-z]+)?)?)"
    r"(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)?"
    r"\s*(?:\([^)]{2,30}\)\s*)?[-–—]{1,2}\s"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the beginning of a text.

    Attributes:
        place: The place as written.
        length: Characters up to the report itself.
        country: Heading of the country the place lies in, or "".
    """

    place: str
    length: int
    country: str


def find_dateline(text: str) -> Dateline | None:
    """Return a text's dateline, or None.

    A dateline is a place in capitals before a dash, with or without the day and
    the agency: "MOSCOW, Feb 26 (Reuters) - ".
    """
    found = _DATELINE.match(text)
    if found is None:
        return None
    return Dateline(found["place"], found.end(), place_country(found["place"]))


def place_country(place: str) -> str:
    """Return the heading of the country that a place written on its own lies in, or ""."""
    named = match_countries(f"{place.strip(' ,-')} ,".upper())
    return named[-1].heading if named else ""
