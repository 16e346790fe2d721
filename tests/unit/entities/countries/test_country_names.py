from __future__ import annotations

import pycountry
import pytest

from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.tables import table_rows

NAMES = country_names()


def test_every_iso_country_has_exactly_one_heading() -> None:
    codes = [code for code in NAMES.codes.values() if code]
    assert sorted(codes) == sorted(country.alpha_2 for country in pycountry.countries)


def test_headings_are_everyday_english() -> None:
    everyday = {"US": "United States", "RU": "Russia", "KR": "South Korea", "IR": "Iran"}
    everyday |= {"TW": "Taiwan", "CZ": "Czechia", "VN": "Vietnam", "TR": "Turkey"}
    by_code = {code: heading for heading, code in NAMES.codes.items()}
    assert {code: by_code[code] for code in everyday} == everyday
    assert not [heading for heading in by_code.values() if "," in heading and heading[0] != "B"]


def test_every_form_leads_to_a_known_heading() -> None:
    assert {form.heading for form in NAMES.forms.values()} - {""} <= set(NAMES.codes)


def test_every_heading_is_a_form_of_its_own() -> None:
    assert [h for h in NAMES.codes if NAMES.forms[h].heading not in {h, ""}] == []


def test_former_countries_have_no_code_and_living_successors() -> None:
    living = NAMES.codes.keys() - NAMES.successors.keys()
    for former, successors in NAMES.successors.items():
        assert NAMES.codes[former] == ""
        assert NAMES.codes[successors[0]]
        assert set(successors) <= living
        assert list(successors[1:]) == sorted(set(successors[1:]))
    assert len(NAMES.successors["Soviet Union"]) == 15


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("country_forms", "form"),
        ("institutions", "institution"),
        ("cities", "city"),
        ("divisions", "division"),
    ],
)
def test_own_table_has_no_form_twice(table: str, column: str) -> None:
    forms = [row[column] for row in table_rows(table)]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("form", "heading"),
    [
        ("USA", "United States"),
        ("Great Britain", "United Kingdom"),
        ("Germany", "Germany"),
        ("Federal Republic of Germany", "Germany"),
        ("Kingdom of Norway", "Norway"),
        ("Viet Nam", "Vietnam"),
        ("Chinese", None),
        ("Moscow", None),
        ("Atlantis", None),
    ],
)
def test_names_and_abbreviations_lead_to_headings(form: str, heading: str | None) -> None:
    assert NAMES.heading(form) == heading


def test_demonyms_get_their_plural_and_accents_go() -> None:
    assert NAMES.forms["Canadians"].kind is FormKind.DEMONYM
    assert NAMES.forms["Asuncion"].heading == "Paraguay"
