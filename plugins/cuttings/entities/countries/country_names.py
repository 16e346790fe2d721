"""Countries and every form that names them: names, abbreviations, demonyms, capitals, seats.

The forms come from three sources, later ones winning: ``pycountry`` (ISO 3166-1
names), ``countryinfo`` (demonyms and capitals), and the tables in ``data/`` where
these two fall short:

- ``country_headings.csv``: everyday headings where ISO's name is not one.
- ``former_countries.csv``: states that no longer exist, each with those that followed it,
  first the one that sits in its capital today. When the land of a country belonged to an
  earlier state ``earlier_states.csv`` says, and ``divided_places.csv`` on which side of a
  divided country a place lay (see ``earlier_state``).
- ``cities.csv``: large cities that a dateline gives without their country.
- ``institutions.csv``: bodies that a nation has and that are called by their name
  alone: its central bank, exchange, regulators, services.
- ``divisions.csv``: states and provinces, abbreviated as after a city's name, too.
- ``country_forms.csv``: further forms. A row without a country keeps a form from
  naming one ("New London", "Indian Ocean"); the longest form at a place wins.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import pycountry
from countryinfo import all_countries

from cuttings.entities.tables import table_rows

_LETTERS_WITH_STOPS = re.compile(r"(?:[A-Z]\.){2,}")


class FormKind(StrEnum):
    """How a form stands for a country."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    INSTITUTION = "institution"
    CITY = "city"
    DIVISION = "division"

    @property
    def is_place_within(self) -> bool:
        """Whether the form names a place in the country, not the country or its people."""
        return self in {FormKind.CAPITAL, FormKind.SEAT, FormKind.CITY, FormKind.DIVISION}


@dataclass(frozen=True, slots=True)
class CountryForm:
    """One form and what it stands for.

    Attributes:
        form: The form as written in a text.
        heading: The country's heading; "" if the form does not name a country.
        kind: How it stands for it; None if the form does not name a country.
        is_organization: Whether a form that does not name a country names an organization.
    """

    form: str
    heading: str
    kind: FormKind | None
    is_organization: bool = False


@dataclass(frozen=True, slots=True)
class CountryNames:
    """All countries and forms.

    Attributes:
        codes: ISO 3166-1 alpha-2 code of each heading; "" for one without a code.
        forms: What each form stands for.
        successors: Heading of a former country to those of the states that followed
            it, first the one that has its capital today.
    """

    codes: Mapping[str, str]
    forms: Mapping[str, CountryForm]
    successors: Mapping[str, tuple[str, ...]]

    def heading(self, form: str) -> str | None:
        """Return the heading of the country that a name or abbreviation stands for."""
        if form in self.codes:
            return form
        found = self.forms.get(form)
        if found and found.kind in {FormKind.NAME, FormKind.ABBREVIATION}:
            return found.heading
        return None

    def states(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the headings that names stand for, each once; a name of no country has none."""
        return tuple(dict.fromkeys(filter(None, map(self.heading, names))))


@functools.cache
def country_names() -> CountryNames:
    """Return the tables, read once."""
    everyday = {
        row["code"] or row["heading"]: row["heading"] for row in table_rows("country_headings")
    }
    successors = {
        row["heading"]: tuple(row["successors"].split("|"))
        for row in table_rows("former_countries")
    }
    headings = {
        country.alpha_2: everyday.get(country.alpha_2, country.name)
        for country in pycountry.countries
    }
    codes = {heading: code for code, heading in headings.items()}
    codes.update({heading: "" for key, heading in everyday.items() if key == heading})
    codes.update(dict.fromkeys(successors, ""))
    forms: dict[str, CountryForm] = {}
    for form in (*_library_forms(headings), *_table_forms()):
        forms[form.form] = form
    for heading in codes:
        forms.setdefault(heading, CountryForm(heading, heading, FormKind.NAME))
    for form in list(forms.values()):
        for spelling in _spellings(form):
            if spelling not in forms:
                forms[spelling] = replace(form, form=spelling)
    return CountryNames(codes, forms, successors)


def _library_forms(headings: Mapping[str, str]) -> Iterator[CountryForm]:
    """Yield the libraries' forms; one that stands for two countries is left to the tables."""
    claims: dict[str, list[CountryForm]] = {}
    for code, form, kind in (*_demonyms_and_capitals(), *_iso_names()):
        if code in headings and form:
            claims.setdefault(form, []).append(CountryForm(form, headings[code], kind))
    for claimants in claims.values():
        if len({claimant.heading for claimant in claimants}) == 1:
            yield claimants[-1]


def _iso_names() -> Iterator[tuple[str, str, FormKind]]:
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, "").removeprefix("the ")
            if "," not in name and "(" not in name:
                yield country.alpha_2, name, FormKind.NAME


def _demonyms_and_capitals() -> Iterator[tuple[str, str, FormKind]]:
    for country in all_countries():
        code = country.iso(2)
        for demonym in (country.demonym() or "").split(","):
            yield str(code), demonym.strip(), FormKind.DEMONYM
        capital = country.capital()
        if isinstance(capital, str):
            yield str(code), capital, FormKind.CAPITAL


def _table_forms() -> Iterator[CountryForm]:
    for row in table_rows("country_forms"):
        kind = FormKind(row["kind"]) if row["country"] else None
        yield CountryForm(row["form"], row["country"], kind, row["kind"] == "organization")
    for row in table_rows("institutions"):
        yield CountryForm(row["institution"], row["country"], FormKind.INSTITUTION)
    for row in table_rows("cities"):
        yield CountryForm(row["city"], row["country"], FormKind.CITY)
    for row in table_rows("divisions"):
        yield CountryForm(row["division"], row["country"], FormKind.DIVISION)


def _spellings(form: CountryForm) -> Iterator[str]:
    """Yield other ways to write a form.

    They are its plural, the form without accents, ``St`` for ``Saint``, and letters with full
    stops without the last one or with spaces ("U.S", "U. S.").
    """
    if _LETTERS_WITH_STOPS.fullmatch(form.form):
        yield form.form.removesuffix(".")
        spaced = form.form.replace(".", ". ").strip()
        yield spaced
        yield spaced.removesuffix(".")
    if form.kind is FormKind.DEMONYM and form.form.endswith(("n", "i")):
        yield f"{form.form}s"
    if not form.form.isascii():
        decomposed = unicodedata.normalize("NFD", form.form)
        if bare := "".join(char for char in decomposed if not unicodedata.combining(char)):
            yield bare
    if form.form.startswith("Saint "):
        yield form.form.replace("Saint", "St.", 1)
        yield form.form.replace("Saint", "St", 1)
    if form.form.startswith("St. "):
        yield form.form.replace("St.", "St", 1)
