"""Surface words: the words as texts write them, and which occurrences of their terms they are.

A term stands for several words (``new`` for *new* and *news*); these files tell them apart for a
quoted word and for a pattern. A plain word never loads them.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise

import numpy as np

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.inverted_index import TermPostings, utf16
from cuttings.search_index.packing import pack
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.terms.surface_form import CAPITALS, SMALL, SurfaceForm
from cuttings.worker_pool import in_order

SEPARATOR = " "
"""Stands after the runs of each word; occurs in no packed number."""

_NOT_IN_CAPITALS = -1
"""Stands for the number of a word where it is not in capitals."""

CAPITALS_MARK = "&"
"""Stands before the runs of a word's occurrences in capitals; occurs in no packed number."""


@dataclass(frozen=True, slots=True)
class SurfaceWord:
    """A word and where it stands.

    Attributes:
        word: The word in plain small letters.
        term: Its index term.
        documents: How many documents hold it.
        in_capitals: How many hold it in capitals, if it is also written otherwise; else 0.
        runs: Lengths of the runs of its term's occurrences that are not the word, are it, and so
            on; empty if all are. Occurrences go field by field, document by document, as they
            stand.
        capital_runs: The same for those in capitals, if ``in_capitals``; else empty.
    """

    word: str
    term: str
    documents: int
    in_capitals: int
    runs: tuple[int, ...]
    capital_runs: tuple[int, ...] = ()


def in_ranges(
    entries: Sequence[TermPostings], forms: Sequence[SurfaceForm], processes: int
) -> list[list[SurfaceWord]]:
    """Return the words of each term, found by several processes in ranges of neighbouring terms.

    Args:
        entries: The postings of all terms.
        forms: Each surface form, by its number.
        processes: How many processes may share the work (see ``in_order``).
    """
    size = -(-len(entries) // processes) or 1
    ranges = (entries[start : start + size] for start in range(0, len(entries), size))
    found = in_order(partial(_words_of_range, forms), ranges, processes)
    return list(chain.from_iterable(found))


def _words_of_range(
    forms: Sequence[SurfaceForm], entries: Iterable[TermPostings]
) -> list[list[SurfaceWord]]:
    return list(surface_words(entries, forms))


def surface_words(
    entries: Iterable[TermPostings], forms: Sequence[SurfaceForm]
) -> Iterator[list[SurfaceWord]]:
    """Yield the words of each term.

    Args:
        entries: The postings of all terms.
        forms: Each surface form, by its number.
    """
    split = _written_both_ways(forms)
    numbers: dict[str, int] = {}
    of_form = np.array([numbers.setdefault(form.word, len(numbers)) for form in forms], np.intp)
    capitals = np.array([form.capitals != SMALL for form in forms], bool)
    for entry in entries:
        kinds = set[int]().union(*(lists.forms for lists in entry.fields))
        words = sorted({forms[kind].word for kind in kinds})
        if len(words) == 1 and words[0] and words[0] not in split:
            yield [SurfaceWord(words[0], entry.term, entry.document_count, 0, ())]
            continue
        documents, occurrences = _occurrences(entry)
        written = of_form[occurrences]
        runs = _runs_of_each(written, documents)
        both_ways = split.intersection(words)
        marked = np.where(capitals[occurrences], written, _NOT_IN_CAPITALS)
        in_capitals = _runs_of_each(marked, documents) if both_ways else {}
        yield [
            _surface_word(
                word,
                entry.term,
                runs[numbers[word]],
                in_capitals.get(numbers[word]) if word in both_ways else None,
                len(written),
            )
            for word in filter(None, words)
        ]


def _written_both_ways(forms: Iterable[SurfaceForm]) -> frozenset[str]:
    """Return the words that stand in capitals and not in capitals in texts that have both."""
    small = {form.word for form in forms if form.capitals == SMALL}
    return frozenset(form.word for form in forms if form.capitals == CAPITALS) & small


def _occurrences(entry: TermPostings) -> tuple[Numbers, Numbers]:
    """Return the document and the form of each occurrence of a term."""
    documents = [
        np.repeat(np.asarray(lists.documents, np.intp), np.asarray(lists.frequencies, np.intp))
        for lists in entry.fields
        if lists.documents
    ]
    forms = [np.asarray(lists.forms, np.intp) for lists in entry.fields if lists.documents]
    return np.concatenate(documents), np.concatenate(forms)


def _surface_word(
    word: str, term: str, runs: _Runs, in_capitals: _Runs | None, size: int
) -> SurfaceWord:
    """Return a word by its runs, and those in capitals if any, of so many occurrences."""
    count = 0
    capital_runs: tuple[int, ...] = ()
    if in_capitals:
        count, capital_runs = len(in_capitals.documents), in_capitals.close(size)
    return SurfaceWord(word, term, len(runs.documents), count, runs.close(size), capital_runs)


@dataclass(slots=True)
class _Runs:
    """Runs of the occurrences of a term that are one word, and of those between them.

    Attributes:
        documents: The documents that hold the word.
        lengths: As ``SurfaceWord.runs`` but for what comes last.
        end: Where the last run ends.
    """

    documents: set[int] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)
    end: int = 0

    def add(self, start: int, end: int, documents: Sequence[int]) -> None:
        """Add the next run, which all stands in some documents."""
        self.lengths += (start - self.end, end - start)
        self.end = end
        self.documents.update(documents)

    def close(self, size: int) -> tuple[int, ...]:
        """Return the lengths of all runs of so many occurrences; none if all are the word."""
        if self.lengths == [0, size]:
            return ()
        return tuple(self.lengths if self.end == size else (*self.lengths, size - self.end))


def _runs_of_each(written: Numbers, documents: Numbers) -> dict[int, _Runs]:
    """Return the runs of each word, by its number, among the occurrences of a term.

    Args:
        written: The number of the word of each occurrence.
        documents: The document of each.
    """
    found: defaultdict[int, _Runs] = defaultdict(_Runs)
    changes = np.flatnonzero(np.diff(written)) + 1
    bounds = [0, *changes.tolist(), len(written)]
    all_documents = documents.tolist()
    for word, (start, end) in zip(written[bounds[:-1]].tolist(), pairwise(bounds), strict=True):
        found[word].add(start, end, all_documents[start:end])
    return found


def pack_surface_words(
    words: Iterable[SurfaceWord], first_terms: Sequence[str]
) -> Iterator[list[str]]:
    """Yield a file for each partition: its words, and the runs of each.

    A word is in the file of the partition that would hold it if it were a term, so that all words
    with one beginning stand together.

    Args:
        words: All words.
        first_terms: The first term of each partition.
    """
    firsts = [utf16(term) for term in first_terms]
    files: list[list[SurfaceWord]] = [[] for _ in firsts]
    for word in words:
        files[max(0, bisect(firsts, utf16(word.word)) - 1)].append(word)
    for file in files:
        file.sort(key=lambda word: utf16(word.word))
        yield [pack_terms(word.word for word in file), "".join(map(_pack_runs, file))]


def _pack_runs(word: SurfaceWord) -> str:
    capitals = CAPITALS_MARK + pack(word.capital_runs) if word.in_capitals else ""
    return pack(word.runs) + capitals + SEPARATOR
