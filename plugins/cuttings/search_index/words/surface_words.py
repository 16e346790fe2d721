"""Surface words: the words as texts write them, and which occurrences of their terms they are.

A term stands for several words (``new`` for *new* and *news*); these files tell them apart for a
quoted word and for a pattern. A plain word never loads them.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.inverted_index import TermPostings, utf16
from cuttings.search_index.packing import pack
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.terms.surface_form import CAPITALS, SMALL, SurfaceForm

SEPARATOR = " "
"""Stands after the runs of each word; occurs in no packed number."""

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


def surface_words(
    entries: Iterable[TermPostings], forms: Sequence[SurfaceForm]
) -> Iterator[list[SurfaceWord]]:
    """Yield the words of each term.

    Args:
        entries: The postings of all terms.
        forms: Each surface form, by its number.
    """
    split = _written_both_ways(forms)
    words = np.array([form.word for form in forms], object)
    capitals = np.array([form.capitals != SMALL for form in forms])
    for entry in entries:
        yield list(_words_of(entry, words, capitals, split))


def _written_both_ways(forms: Iterable[SurfaceForm]) -> frozenset[str]:
    """Return the words that stand in capitals and not in capitals in texts that have both."""
    small = {form.word for form in forms if form.capitals == SMALL}
    return frozenset(form.word for form in forms if form.capitals == CAPITALS) & small


def _words_of(
    entry: TermPostings, words: Numbers, capitals: Numbers, split: frozenset[str]
) -> Iterator[SurfaceWord]:
    forms = np.fromiter(chain.from_iterable(lists.forms for lists in entry.fields), np.intp)
    kinds = np.unique(forms)
    if len(kinds) == 1 and words[kinds[0]] and words[kinds[0]] not in split:
        yield SurfaceWord(words[kinds[0]], entry.term, len(entry.documents), 0, ())
        return
    documents = np.concatenate(
        [np.repeat(lists.documents, lists.frequencies).astype(np.intp) for lists in entry.fields]
    )
    written = words[forms]
    in_capitals = capitals[forms]
    for word in sorted(set(words[kinds].tolist()) - {""}):
        is_word = written == word
        is_capital = is_word & in_capitals if word in split else np.zeros_like(is_word)
        yield SurfaceWord(
            word,
            entry.term,
            len(np.unique(documents[is_word])),
            len(np.unique(documents[is_capital])),
            _runs(is_word),
            _runs(is_capital) if is_capital.any() else (),
        )


def _runs(marks: Numbers) -> tuple[int, ...]:
    """Return the lengths of the runs of false and true, beginning with false; none if all are."""
    if marks.all():
        return ()
    changes = np.flatnonzero(np.diff(marks, prepend=False, append=not marks[-1]))
    return tuple(np.diff(changes, prepend=0).tolist())


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
