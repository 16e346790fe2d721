from __future__ import annotations

from cuttings.search_index.inverted_index import PostingList, TermPostings
from cuttings.search_index.packing import pack
from cuttings.search_index.partition import partitions

NOTHING = PostingList((), ())


def test_a_posting_is_a_gap_and_a_frequency() -> None:
    postings = PostingList((3, 4, 10), (1, 5, 1))
    (partition,) = partitions([TermPostings("oil", (NOTHING, postings))])
    assert partition.terms == ("oil",)
    assert partition.layout == pack([0b10, 3])
    assert partition.documents == pack([3 * 2, 0 * 2 + 1, 5 * 2])
    assert partition.frequencies == pack([5 - 2])


def test_the_postings_of_a_term_stay_together() -> None:
    many = PostingList(tuple(range(100)), (1,) * 100)
    cut = list(partitions([TermPostings(term, (many,)) for term in "abc"], size=50))
    assert [partition.terms for partition in cut] == [("a",), ("b",), ("c",)]


def test_nothing_makes_no_partition() -> None:
    assert list(partitions([])) == []
