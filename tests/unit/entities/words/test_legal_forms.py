from __future__ import annotations

import pytest

from cuttings.entities.words.legal_forms import (
    company_core,
    ends_in_legal_form,
    goes_on_to_legal_form,
    joins_companies,
    legal_form,
    short_companies,
)


@pytest.mark.parametrize(
    ("form", "core"),
    [
        ("Lee Data Corp", "Lee Data"),
        ("Lee & Sons", "Lee"),
        ("Lee and Co Inc", "Lee"),
        ("Lee Holdings (Pte) Ltd", "Lee Holdings (Pte)"),
        ("Lee GmbH", "Lee"),
    ],
)
def test_companies_end_in_a_legal_form(form: str, core: str) -> None:
    assert ends_in_legal_form(form)
    assert company_core(form) == core


@pytest.mark.parametrize("form", ["Lee Data", "Inc", "Agency for Coal", "Corporation Street"])
def test_other_names_do_not(form: str) -> None:
    assert not ends_in_legal_form(form)
    assert company_core(form) == form


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Lee Data Systems Inc said", " Data Systems Inc"),
        ("Lee and Sons grew", " and Sons"),
        ("Lee, chairman of Ek Inc", ""),
        ("Lee and Ek Inc", ""),
        ("Lee's Data Inc", ""),
    ],
)
def test_a_company_goes_on_behind_its_first_word(text: str, behind: str) -> None:
    assert text[len("Lee") : goes_on_to_legal_form(text, len("Lee"))] == behind


def test_two_companies_are_joined_by_a_comma_or_and() -> None:
    assert joins_companies("Lee Inc, Ek Data Inc")
    assert joins_companies("Lee Corp and Ek")
    assert not joins_companies("Lee and Ek Inc")


def test_a_company_is_called_by_its_first_words() -> None:
    assert short_companies("Allied Data Systems Inc") == (
        "Allied Data Systems",
        "Allied Data",
        "Allied",
    )
    assert short_companies("Allied Data") == ()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Lee Data Inc", "inc"),
        ("Lee Incorporated", "inc"),
        ("Lee & Co. Ltd", "co ltd"),
        ("Lee", ""),
    ],
)
def test_a_legal_form_is_the_same_however_it_is_written(name: str, form: str) -> None:
    assert legal_form(name.split()) == form
