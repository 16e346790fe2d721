from __future__ import annotations

import pytest

from cuttings.entities.names.unfit_form import why_unfit_for_organization, why_unfit_for_person


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("© Ada Falk", "sign"),
        ("Ada_Falk Lee", "sign"),
        ("Qtrly div", "small letters"),
        ("Another Falk", "only joins"),
        ("Ada FalkSouth", "run together"),
        ("Rovers DL", "abbreviation"),
        ("Ada Falk Inc", "as companies do"),
    ],
)
def test_a_form_that_is_no_persons_name_has_its_reason(form: str, reason: str) -> None:
    assert reason in why_unfit_for_person(form, ("NNP", "NNP"))


@pytest.mark.parametrize(
    "form",
    ["Ada van der Falk", "Ali al-Falk", "Ada A. Falk", "Ada McFalk", "Will Falk", "Liu He"],
)
def test_a_persons_name_is_fit(form: str) -> None:
    assert why_unfit_for_person(form, ("NNP", "NNP")) == ""


def test_a_verb_makes_a_form_unfit() -> None:
    assert "verb" in why_unfit_for_person("Ada Falk", ("NNP", "VBZ"))
    assert "verb" in why_unfit_for_organization("Rovers Falk", ("NNPS", "VBP"))


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("Falk 4X", "figure"),
        ("“Falk", "sign"),
        ("VR/AR", "joins two"),
        ("DSPs", "plural"),
        ("Falk Inc, Ek Data Inc", "joins two"),
        ("Falk to Ek Data", "small letters"),
        ("Solutions for Falk", "joins two"),
        ("Rust. Savings", "a sentence ends"),
    ],
)
def test_a_form_that_is_no_bodys_name_has_its_reason(form: str, reason: str) -> None:
    assert reason in why_unfit_for_organization(form, ("NNP", "NNP"))


@pytest.mark.parametrize(
    "form",
    [
        "Falk 3 Data Inc",
        "Action démocratique du Falk",
        "Institute for Coal",
        "Falk & Ek",
        "Falk Today",
    ],
)
def test_a_bodys_name_is_fit(form: str) -> None:
    assert why_unfit_for_organization(form, ("NNP", "NNP")) == ""
