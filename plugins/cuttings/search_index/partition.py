"""Partitions: the postings of neighbouring terms, small enough to load for one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cuttings.search_index.inverted_index import PostingList, TermPostings
from cuttings.search_index.packing import pack_number
from cuttings.search_index.term_list import pack_terms

PARTITION_SIZE = 10_000
"""Characters after which a partition is closed: about 7 KB gzipped."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One partition as it is written.

    Attributes:
        terms: Its terms, ascending.
        layout: For each term a packed bit set of the fields that hold it
            (bit 0 the first field), then for each of these the number of documents.
        documents: For each posting, in the order of terms and fields, the packed
            gap to the posting list's previous document (to -1 for its first)
            less one, doubled, plus one if the term occurs there more than once.
        frequencies: For each posting that occurs more than once, how often, less two.
    """

    terms: tuple[str, ...]
    layout: str
    documents: str
    frequencies: str

    @property
    def payload(self) -> list[str]:
        """What the script file holds before its terms' preview files and rarer words."""
        return [pack_terms(self.terms), self.layout, self.documents, self.frequencies]


def partitions(postings: Iterable[TermPostings], size: int = PARTITION_SIZE) -> Iterator[Partition]:
    """Cut postings into partitions; those of one term stay together.

    Args:
        postings: All postings, terms ascending.
        size: Characters of packed postings and terms that close a partition.
    """
    draft = _Draft()
    for entry in postings:
        draft.add(entry)
        if draft.size >= size:
            yield draft.close()
            draft = _Draft()
    if draft.terms:
        yield draft.close()


@dataclass(slots=True)
class _Draft:
    """A partition that still grows."""

    terms: list[str] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    frequencies: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, entry: TermPostings) -> None:
        self.terms.append(entry.term)
        present = [number for number, postings in enumerate(entry.fields) if postings.documents]
        self.layout.append(pack_number(sum(1 << number for number in present)))
        self.size += len(entry.term)
        for number in present:
            postings = entry.fields[number]
            self.layout.append(pack_number(len(postings.documents)))
            documents, frequencies = _pack_postings(postings)
            self.documents.append(documents)
            self.frequencies.append(frequencies)
            self.size += len(documents) + len(frequencies)

    def close(self) -> Partition:
        return Partition(
            tuple(self.terms),
            "".join(self.layout),
            "".join(self.documents),
            "".join(self.frequencies),
        )


def _pack_postings(postings: PostingList) -> tuple[str, str]:
    documents: list[str] = []
    frequencies: list[str] = []
    previous = -1
    for document, frequency in zip(postings.documents, postings.frequencies, strict=True):
        gap = document - previous - 1
        previous = document
        if frequency == 1:
            documents.append(pack_number(gap * 2))
        else:
            documents.append(pack_number(gap * 2 + 1))
            frequencies.append(pack_number(frequency - 2))
    return "".join(documents), "".join(frequencies)
