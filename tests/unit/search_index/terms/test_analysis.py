from __future__ import annotations

import pytest

from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import make_term
from cuttings.search_index.terms.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("well-known 1986/87 __proto__", ["well", "known", "1986", "87", "proto"]),
        ("Biden's Biden’s workers' O'Neill", ["biden", "biden", "worker", "oneil"]),
        ("Mélenchon Me\u0301lenchon l’Elysée", ["melenchon", "melenchon", "elyse"]),
        ("2,500 2500 2.5 1,000.25", ["2500", "2500", "2.5", "1000.25"]),
        ("1,2 26.02.1987", ["1", "2", "26", "02", "1987"]),
        ("U.S. US AT&T R&D", ["us", "us", "att", "rd"]),
        ("It told us: the WHO is in IT", ["", "told", "", "", "who", "", "", "it"]),
        ("US TELLS IT TO THE WHO", ["us", "tell", "", "", "", ""]),
        ("Straße Łódź İzmir ΟΔΟΣ", ["strass", "lodz", "izmir", "οδοσ"]),
        ("東京 한국", ["東京", "京", "한국"]),
        ("الْبَرْلَمَان", ["البرلمان"]),
        ("Đặng Ελλάδα ёлка", ["dang", "ελλαδα", "елка"]),
        ("constructor", ["constructor"]),
        ("😀 … – ", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert Analysis().terms(text) == expected


def test_a_spelling_met_before_gives_the_same_term() -> None:
    analysis = Analysis()
    assert analysis.terms("IT is US") == analysis.terms("IT is US") == ["it", "", "us"]
    assert analysis.terms("IT IS US") == ["", "", "us"]


def test_a_term_has_a_longest_length() -> None:
    assert make_term("x" * 64) == "x" * 64
    assert make_term("x" * 65) == ""


def test_where_a_script_has_no_spaces_pairs_of_letters_are_tokens() -> None:
    assert tokens("東京都と中国") == ["東京", "京都", "都と", "と中", "中国", "国"]
    assert tokens("第3回 ไทย") == ["第", "3", "回", "ไท", "ทย", "ย"]


def test_tokens_are_as_they_are_written() -> None:
    assert tokens("«Biden’s» U.S.-led") == ["Biden’s", "U.S.", "led"]


@pytest.mark.parametrize(
    ("text", "term", "place"),
    [
        ("Banks bank on a banker", "bank", 0),
        ("Embankments and banks", "bank", 16),
        ("A policy of policies", "polici", 2),
        ("It cost 2,500 dollars", "2500", 8),
        ("Émile, then U.S. aid", "us", 12),
        ("Émile met Melenchon", "emil", 0),
        ("Nothing of the kind", "gold", 0),
    ],
)
def test_the_first_place_of_a_term_is_that_of_a_word_with_it(
    text: str, term: str, place: int
) -> None:
    assert Analysis().first_place(text, term) == place
