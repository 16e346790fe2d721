from __future__ import annotations

from tests.term_postings import made_postings

from cuttings.search_index.packing import pack
from cuttings.search_index.partition import partitions


def test_a_posting_is_a_gap_and_a_frequency() -> None:
    (partition,) = partitions(made_postings({"oil": [[], [(3, 1), (4, 5), (10, 1)]]}))
    assert partition.terms == ("oil",)
    assert partition.layout == pack([0b10, 3])
    assert partition.documents == pack([3 * 2, 0 * 2 + 1, 5 * 2])
    assert partition.frequencies == pack([5 - 2])


def test_the_postings_of_a_term_stay_together() -> None:
    many = [(document, 1) for document in range(100)]
    cut = list(partitions(made_postings({term: [many] for term in "abc"}), size=50))
    assert [partition.terms for partition in cut] == [("a",), ("b",), ("c",)]


def test_nothing_makes_no_partition() -> None:
    assert list(partitions(made_postings({}))) == []
