"""The country of a place that is written on its own, as in a dateline."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping

import pycountry

from cuttings.entities.countries.country_matching import match_countries
from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.countries.earlier_state import at_its_time

_DAY = re.compile(
    r"(?:(?<![\s,.])[\s,.]++)?\b[A-Za-z]{3,9}\.?\s+\d{1,2}\b.*$",
    re.DOTALL,
)
_COUNTRIES_WITH_POSTAL_CODES = ("US", "CA", "AU")
"""Countries whose ISO 3166-2 codes are what people write after a city's name."""


def place_country(place: str, day: datetime.date | None = None) -> str:
    """Return the heading of the country that a place written on its own lies in, or "".

    Args:
        place: The place, with or without the day: "PORTLAND, Ore., March 3 -". What
            stands after the city decides, be it a country or a state, in full or
            abbreviated, with or without its points.
        day: The day of the story, or None.
    """
    city, *rest = (part.strip(" .,-–—") for part in _DAY.sub("", place).split(","))
    for division in reversed(rest):
        if heading := _divisions().get(_letters(division)) or _named(division, day):
            return heading
    return _named(", ".join((city, *rest)), day)


def _named(place: str, day: datetime.date | None) -> str:
    text = f"{place} ,".upper()
    named = match_countries(text)
    return at_its_time(text, named[-1], (), day).heading if named else ""


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
