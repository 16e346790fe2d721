"""Surface words: the words as texts write them, and which occurrences of their terms they are.

A term stands for several words (``new`` for *new* and *news*); these files tell them apart for a
quoted word and for a pattern. A plain word never loads them.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.inverted_index import utf16
from cuttings.search_index.packed_column import PackedColumn
from cuttings.search_index.postings import Postings
from cuttings.search_index.stable_order import stable_order
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.terms.surface_form import CAPITALS, SMALL, SurfaceForm

SEPARATOR = " "
"""Stands after the runs of each word; occurs in no packed number."""

CAPITALS_MARK = "&"
"""Stands before the runs of a word's occurrences in capitals; occurs in no packed number."""

_NO_WORD = -1
"""Stands for the number of a word where an occurrence is not looked at."""


class SurfaceWord(NamedTuple):
    """A word and where it stands.

    Attributes:
        word: The word in plain small letters.
        term: Its index term.
        documents: How many documents hold it.
        in_capitals: How many hold it in capitals, if it is also written otherwise; else 0.
        runs: Packed lengths of the runs of its term's occurrences that are not the word, are it,
            and so on; empty if all are. Occurrences go field by field, document by document, as
            they stand.
        capital_runs: The same for those in capitals, if ``in_capitals``; else empty.
    """

    word: str
    term: str
    documents: int
    in_capitals: int
    runs: str
    capital_runs: str = ""


def surface_words(postings: Postings, forms: Sequence[SurfaceForm]) -> list[list[SurfaceWord]]:
    """Return the words of each term.

    Args:
        postings: The postings of all terms.
        forms: Each surface form, by its number.
    """
    words = sorted({form.word for form in forms if form.word})
    numbers = {word: number for number, word in enumerate(words)} | {"": _NO_WORD}
    of_form = np.array([numbers[form.word] for form in forms], np.intc)
    both_ways = _written_both_ways(forms)
    is_marked = np.array(
        [form.capitals != SMALL and form.word in both_ways for form in forms], bool
    )
    written = _Runs.of(of_form[postings.forms], postings, len(words))
    in_capitals = _Runs.of(
        np.where(is_marked, of_form, _NO_WORD)[postings.forms], postings, len(words)
    )
    found: list[list[SurfaceWord]] = [[] for _ in postings.terms]
    columns = zip(words, written.terms, written.columns(), in_capitals.columns(), strict=True)
    for word, term, (documents, runs), (capitals, capital_runs) in columns:
        name = postings.terms[term]
        found[term].append(SurfaceWord(word, name, documents, capitals, runs, capital_runs))
    return found


def _written_both_ways(forms: Iterable[SurfaceForm]) -> frozenset[str]:
    """Return the words that stand in capitals and not in capitals in texts that have both."""
    small = {form.word for form in forms if form.capitals == SMALL}
    return frozenset(form.word for form in forms if form.capitals == CAPITALS) & small


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of words among the occurrences of their terms.

    Attributes:
        terms: The term of each word, 0 if the word stands nowhere.
        counts: How many documents hold each word.
        packed: The lengths of all runs, word after word.
        bounds: Where those of each word begin among the numbers, and the end of the last.
    """

    terms: list[int]
    counts: Numbers
    packed: PackedColumn
    bounds: Numbers

    @classmethod
    def of(cls, written: Numbers, postings: Postings, size: int) -> _Runs:
        """Find them.

        Args:
            written: The number of the word of each occurrence, or ``_NO_WORD``.
            postings: The postings of all terms.
            size: How many words there are.
        """
        ends_of_terms = postings.occurrence_bounds[postings.bounds]
        is_first = np.diff(written, prepend=_NO_WORD) != 0
        is_first[ends_of_terms[:-1]] = True
        starts = np.flatnonzero(is_first)
        lengths = np.diff(starts, append=len(written))
        order = stable_order(written[starts] - _NO_WORD)
        order = order[np.searchsorted(written[starts[order]], 0) :]
        starts, lengths = starts[order], lengths[order]
        words = written[starts]
        terms = np.searchsorted(ends_of_terms, starts, side="right") - 1
        is_new = np.diff(words, prepend=_NO_WORD) != 0
        last_ends = np.concatenate([[0], (starts + lengths)[:-1]])
        before = starts - np.where(is_new, ends_of_terms[terms], last_ends)
        is_last = np.append(is_new[1:], True)[: len(is_new)]
        after = np.where(is_last, ends_of_terms[terms + 1] - starts - lengths, 0)
        is_all = is_new & is_last & (before == 0) & (after == 0)
        numbers = np.stack([before, lengths, after], axis=1)
        is_kept = np.stack([~is_all, ~is_all, after > 0], axis=1)
        counts = np.bincount(words, is_kept.sum(axis=1), size).astype(np.intp)
        document_counts = _document_counts(written, postings, words[~is_all], size)
        document_counts[words[is_all]] = postings.holding.counts[terms[is_all]]
        of_words = np.zeros(size, np.intp)
        of_words[words] = terms
        return cls(
            of_words.tolist(),
            document_counts,
            PackedColumn.of(numbers[is_kept]),
            np.concatenate([[0], np.cumsum(counts)]),
        )

    def columns(self) -> Iterator[tuple[int, str]]:
        """Yield for each word how many documents hold it, and its runs."""
        return zip(self.counts.tolist(), self.packed.cut(self.bounds), strict=True)


def _document_counts(written: Numbers, postings: Postings, words: Numbers, size: int) -> Numbers:
    """Return how many documents hold each of some words, 0 for all others (see ``_Runs.of``)."""
    is_asked = np.zeros(size + 1, bool)
    is_asked[words] = True
    looked_at = is_asked[written]
    documents = np.repeat(postings.documents, postings.frequencies)[looked_at]
    most = int(documents.max(initial=0)) + 1
    pairs = np.sort(written[looked_at].astype(np.int64) * most + documents)
    distinct = pairs[np.diff(pairs, prepend=-1) != 0]
    return np.bincount(distinct // most, minlength=size)


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
    capitals = CAPITALS_MARK + word.capital_runs if word.in_capitals else ""
    return word.runs + capitals + SEPARATOR
