from __future__ import annotations

import pytest

from cuttings.entities.countries.country_names import FormKind
from cuttings.entities.form_use import FormUse, Rule


@pytest.mark.parametrize(
    ("rule", "meaning"),
    [
        (Rule.NAME, "the name"),
        (Rule.SEE_FROM, "another form of Peru"),
        (Rule.SURNAME, "surname of Peru"),
        (Rule.ACRONYM, "acronym of Peru"),
        (Rule.DATELINE, "the place of the dateline, in Peru"),
        (Rule.ABBREVIATION, "abbreviation of Peru"),
        (Rule.DEMONYM, "demonym of Peru"),
        (Rule.CAPITAL, "the capital of Peru"),
        (Rule.SEAT, "a seat of power of Peru"),
        (Rule.INSTITUTION, "an institution of Peru"),
        (Rule.CITY, "a city of Peru"),
        (Rule.DIVISION, "a part of Peru"),
    ],
)
def test_a_rule_is_said_in_words(rule: Rule, meaning: str) -> None:
    assert FormUse("Lima", rule, 1).meaning("Peru") == meaning


def test_every_kind_of_country_form_is_a_rule() -> None:
    assert {kind.value for kind in FormKind} <= set(Rule)


@pytest.mark.parametrize(("count", "times"), [(1, "once"), (2, "twice"), (3, "3 times")])
def test_a_count_is_said_in_words(count: int, times: str) -> None:
    assert FormUse("Lima", Rule.CAPITAL, count).times == times
