from __future__ import annotations

from cuttings.search_index.term_list import pack_terms


def test_terms_say_what_they_share() -> None:
    assert pack_terms(["ban", "bank", "banker", "oil"]) == "0ban 3k 4er 0oil "


def test_shared_letters_are_counted_in_utf_16() -> None:
    assert pack_terms(["𝒜a", "𝒜b"]) == "0𝒜a 2b "


def test_no_terms() -> None:
    assert pack_terms([]) == ""
