"""Positions, words and dates are read back as they were packed."""

from __future__ import annotations

import datetime
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from tests.property.packed_numbers import unpack
from tests.stories import tagged_article
from tests.term_postings import made_postings

from cuttings.search_index.document_date import pack_dates
from cuttings.search_index.packing import FINAL_DIGITS
from cuttings.search_index.position_list import pack_positions
from cuttings.search_index.words.word_list import Word, pack_words

gaps = st.lists(st.integers(0, 10**6), max_size=8)
words = st.text(st.characters(categories=("L", "M", "N")), min_size=1, max_size=12)


@given(st.lists(st.tuples(gaps, gaps), max_size=12))
def test_positions_are_read_back_term_by_term(terms: list[tuple[list[int], list[int]]]) -> None:
    lists = {
        str(place): [[(0, len(field))] if field else [] for field in fields]
        for place, fields in enumerate(terms)
    }
    flat = [gap for fields in terms for field in fields for gap in field]
    pieces = "".join(pack_positions(made_postings(lists, flat))).split(" ")
    assert pieces.pop() == ""
    assert [list(unpack(piece)) for piece in pieces] == [[*title, *text] for title, text in terms]


@given(st.dictionaries(words, words, max_size=12))
def test_words_are_read_back_by_their_terms(spellings: dict[str, str]) -> None:
    shown = [Word(term, text, count) for count, (term, text) in enumerate(spellings.items())]
    packed, counts = pack_words(shown)
    pieces = packed.split(" ")
    assert pieces.pop() == ""
    assert [_word(*pair) for pair in zip(pieces, spellings, strict=True)] == [*spellings.values()]
    assert list(unpack(counts)) == [*range(len(spellings))]


@given(st.lists(st.dates(), max_size=12), st.integers(0, 3))
def test_days_are_read_back(days: list[datetime.date], undated: int) -> None:
    newest_first = sorted(days, reverse=True)
    stories = [tagged_article(date=day) for day in (*newest_first, *[None] * undated)]
    read = list(accumulate(unpack(pack_dates(stories)), lambda day, older: day - older))
    assert read == [day.toordinal() for day in newest_first]


def _word(coded: str, term: str) -> str:
    (case,) = unpack(coded[:1])
    return _related(coded[1:], (term, term[:1].upper() + term[1:], term.upper())[case])


def _related(coded: str, term: str) -> str:
    digits = 1 + next(place for place, sign in enumerate(coded) if sign in FINAL_DIGITS)
    (shared,) = unpack(coded[:digits])
    units = term.encode("utf-16-be")[: shared * 2] + coded[digits:].encode("utf-16-be")
    return units.decode("utf-16-be")
