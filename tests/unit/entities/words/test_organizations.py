from __future__ import annotations

import pytest

from cuttings.entities.words.organizations import acronyms, clean_organization, is_acronym


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("the World Bank's", "World Bank"),
        ("The European Union", "European Union"),
        ("European Central Bank (ECB)", "European Central Bank"),
        ("General Assembly of the", "General Assembly"),
        ("National Party of de Klerk", "National Party"),
        ("Communist Party of India", "Communist Party of India"),
        ("Marks & Spencer", "Marks & Spencer"),
        ("the", ""),
    ],
)
def test_names_are_trimmed(form: str, name: str) -> None:
    assert clean_organization(form) == name


def test_acronyms_come_from_the_capitals() -> None:
    assert {"ECB", "E.C.B."} <= set(acronyms("European Central Bank"))
    assert "OSCE" in acronyms("Organization for Security and Co-operation in Europe")
    assert {"BOE", "BE"} & set(acronyms("Bank of England")) == set()
    assert acronyms("World Bank") == ()


def test_acronym_is_one_word_of_capitals() -> None:
    assert is_acronym("NATO")
    assert is_acronym("U.N.")
    assert not is_acronym("Nato")
    assert not is_acronym("A")
