from __future__ import annotations

import pytest

from cuttings.entities.countries.country_mention import CountryMention
from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.countries.words_beside import other_country, other_meaning


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("Unilever <UK> rose.", "UK", "it is a ticker symbol"),
        ("Unilever <UK rose.", "UK", ""),
        ("ten Swiss francs", "Swiss", "it says which currency is meant"),
        ("ten Swiss banks", "Swiss", ""),
        ("the German mark", "German", "it says which currency is meant"),
        ("the Peruvian mark", "Peruvian", ""),
        ("New Norway", "Norway", "it is part of a longer name"),
        ("in Portland, Ore.", "Ore.", ""),
        ("in Ore.", "Ore.", "no city and comma stand before the abbreviation"),
        ("Jack London", "London", "it is part of a longer name"),
        ("London Symphony", "London", "it is part of a longer name"),
        ("in London on Monday", "London", ""),
        ("Mr Jordan", "Jordan", "a title stands before it"),
        ("Michael Jordan", "Jordan", "it is part of a longer name"),
        ("in Jordan", "Jordan", ""),
        ("Mr Peru", "Peru", ""),
    ],
)
def test_the_words_beside_a_form_show_what_it_is(text: str, form: str, reason: str) -> None:
    start = text.index(form)
    known = country_names().forms[form]
    assert other_meaning(text, start, start + len(form), known) == reason


def _mention(text: str, form: str, heading: str, kind: FormKind) -> CountryMention:
    start = text.index(form)
    return CountryMention(start, start + len(form), heading, kind)


@pytest.mark.parametrize(
    ("text", "owner", "reason"),
    [
        ("the Thai Treasury", "Thai", "it is an institution of Thailand"),
        ("Thai's Treasury", "Thai", "it is an institution of Thailand"),
        ("Thai talks at the Treasury", "Thai", ""),
        ("the Treasury of Thai", "Thai", "it is an institution of Thailand"),
        ("the Treasury of the Thai", "Thai", "it is an institution of Thailand"),
        ("the Treasury and Thai", "Thai", ""),
    ],
)
def test_another_country_owns_an_institution(text: str, owner: str, reason: str) -> None:
    institution = _mention(text, "Treasury", "United States", FormKind.INSTITUTION)
    other = _mention(text, owner, "Thailand", FormKind.DEMONYM)
    before, after = (other, None) if other.start < institution.start else (None, other)
    assert other_country(text, before, institution, after) == reason


def test_the_owner_that_is_meant_anyway_is_not_another() -> None:
    text = "the American Treasury"
    institution = _mention(text, "Treasury", "United States", FormKind.INSTITUTION)
    owner = _mention(text, "American", "United States", FormKind.DEMONYM)
    assert other_country(text, owner, institution, None) == ""
