"""Partitions hold each posting once: what is read back is what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.property.packed_numbers import unpack
from tests.term_postings import TermPostings, made_postings

from cuttings.search_index.inverted_index import utf16
from cuttings.search_index.packed_column import PackedColumn
from cuttings.search_index.packing import LEADING_DIGITS, pack
from cuttings.search_index.partition import Partition, partitions
from cuttings.search_index.term_list import pack_terms

FIELDS = 3

numbers = st.integers(min_value=0, max_value=10**9)
terms = st.text(st.characters(categories=("Ll", "Lo", "Mn", "Nd", "So")), min_size=1, max_size=12)
posting_lists = st.dictionaries(st.integers(0, 200_000), st.integers(1, 5_000), max_size=8).map(
    lambda found: sorted(found.items())
)
entries = st.dictionaries(terms, st.tuples(*[posting_lists] * FIELDS), max_size=30).map(
    lambda found: {
        term: fields
        for term, fields in sorted(found.items(), key=lambda item: utf16(item[0]))
        if any(fields)
    }
)


@given(st.lists(numbers))
def test_numbers_are_read_back(values: list[int]) -> None:
    assert list(unpack(pack(values))) == values


@given(st.lists(numbers), st.data())
def test_a_column_is_packed_as_its_numbers(values: list[int], data: st.DataObject) -> None:
    column = PackedColumn.of(np.array(values, np.int64))
    places = sorted(data.draw(st.lists(st.integers(0, len(values)))))
    assert column.text == pack(values)
    assert list(column.cut(places)) == [pack(values[a:b]) for a, b in pairwise(places)]


@given(st.lists(numbers))
def test_packed_numbers_can_stand_in_a_script(values: list[int]) -> None:
    assert not set(pack(values)) & set('"\\<& \n')


@given(st.sets(terms).map(lambda found: sorted(found, key=utf16)))
def test_terms_are_read_back(values: list[str]) -> None:
    assert list(_unpack_terms(pack_terms(values))) == values


@given(entries, st.integers(1, 400))
def test_each_posting_is_in_one_partition(entries: dict[str, TermPostings], size: int) -> None:
    cut = partitions(made_postings(entries), size)
    found = [entry for partition in cut for entry in _postings(partition)]
    assert found == list(entries.items())


@given(entries, st.integers(1, 400))
def test_partitions_are_closed_at_their_size(entries: dict[str, TermPostings], size: int) -> None:
    cut = list(partitions(made_postings(entries), size))
    assert all(partition.terms for partition in cut)
    for partition in cut[:-1]:
        held = sum(map(len, (*partition.terms, partition.documents, partition.frequencies)))
        assert held >= size


def _unpack_terms(text: str) -> Iterator[str]:
    previous = b""
    assert not text or text.endswith(" ")
    for piece in text.split(" ")[:-1]:
        digits = 1
        while piece[digits - 1] in LEADING_DIGITS:
            digits += 1
        (shared,) = unpack(piece[:digits])
        previous = previous[: shared * 2] + utf16(piece[digits:])
        yield previous.decode("utf-16-be")


def _postings(partition: Partition) -> Iterator[tuple[str, TermPostings]]:
    layout = unpack(partition.layout)
    gaps = unpack(partition.documents)
    repeats = unpack(partition.frequencies)
    for term in _unpack_terms(partition.payload[0]):
        present = next(layout)
        fields = []
        for field in range(FIELDS):
            postings: list[tuple[int, int]] = []
            for _ in range(next(layout) if present >> field & 1 else 0):
                gap, is_repeated = divmod(next(gaps), 2)
                document = (postings[-1][0] if postings else -1) + gap + 1
                postings.append((document, next(repeats) + 2 if is_repeated else 1))
            fields.append(postings)
        yield term, tuple(fields)
    assert next(layout, None) is next(gaps, None) is next(repeats, None) is None
