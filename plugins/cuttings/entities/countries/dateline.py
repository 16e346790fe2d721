"""The place a report was sent from, as its first words name it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pycountry

from cuttings.entities.countries.country_matching import match_countries
from cuttings.entities.countries.country_names import FormKind, country_names

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.' -]{2,40}?(?:,\s*[A-Z][A-Za-z.]+(?:\s[A-Z][A-Za-z]+)?)?)"
    r"(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)?"
    r"\s*(?:\([^)]{2,30}\)\s*)?[-–—]{1,2}\s"
)

_DAY = re.compile(
    r"(?:(?<![\s,.])[\s,.]++)?\b[A-Za-z]{3,9}\.?\s+\d{1,2}\b.*$",
    re.DOTALL,
)
_COUNTRIES_WITH_POSTAL_CODES = ("US", "CA", "AU")
"""Countries whose ISO 3166-2 codes are what people write after a city's name."""


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
    """Return the heading of the country that a place written on its own lies in, or "".

    Args:
        place: The place, with or without the day: "PORTLAND, Ore., March 3 -". What
            stands after the city decides, be it a country or a state, in full or
            abbreviated, with or without its points.
    """
    city, *rest = (part.strip(" .,-–—") for part in _DAY.sub("", place).split(","))
    for division in reversed(rest):
        if heading := _divisions().get(_letters(division)) or _named(division):
            return heading
    return _named(", ".join((city, *rest)))


def _named(place: str) -> str:
    named = match_countries(f"{place} ,".upper())
    return named[-1].heading if named else ""


@functools.cache
def _divisions() -> Mapping[str, str]:
    """Return the country of each state and province by its name or abbreviation."""
    divisions = {
        _letters(form.form): form.heading
        for form in country_names().forms.values()
        if form.kind is FormKind.DIVISION
    }
    by_code = {code: heading for heading, code in country_names().codes.items()}
    for division in pycountry.subdivisions:
        if division.country_code in _COUNTRIES_WITH_POSTAL_CODES:
            heading = by_code[division.country_code]
            divisions.setdefault(_letters(division.code.partition("-")[2]), heading)
            divisions.setdefault(_letters(division.name), heading)
    return divisions


def _letters(name: str) -> str:
    return name.replace(".", "").replace(" ", "").casefold()
