"""Analysed documents: the texts of every field, each word of them as its number.

Analysis is a fifth of the time of building an index and needs the texts alone, so several processes
share it, and a build takes over what the last one found (``kept``). Both hand on flat values.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import described
from cuttings.garbage_collection import without_garbage_collection
from cuttings.search_index.field import FIELDS
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.spelling import Spelling, SpellingKind
from cuttings.search_index.terms.surface_form import SurfaceForm
from cuttings.worker_pool import default_processes, in_order

LEAST_SHARE = 10_000_000
"""Characters of text for each process: analysing fewer takes no longer than its start."""

Numbers = NDArray[np.integer]
"""A column of whole numbers, or for each document one in each field."""


@dataclass(frozen=True, slots=True)
class AnalysedDocuments:
    """Documents after analysis, one after the other, each field by field.

    Attributes:
        words: The form of each distinct spelling; a spelling's number is its place.
        counts: How many tokens each document has in each field.
        tokens: The number of each token's spelling.
        compound_counts: How many compounds each document has in each field.
        compounds: The number of each compound's spelling.
        compound_places: The place of its second word among the tokens of its field.
        faults: Places of documents with a field that could not be analysed and counts as empty,
            each with the reason.
    """

    words: Mapping[Spelling, SurfaceForm]
    counts: Numbers
    tokens: Numbers
    compound_counts: Numbers
    compounds: Numbers
    compound_places: Numbers
    faults: tuple[tuple[int, str], ...] = ()

    @classmethod
    def joined(cls, batches: Iterable[AnalysedDocuments]) -> Self:
        """Return batches of documents as one."""
        numbers: dict[Spelling, int] = {}
        words: dict[Spelling, SurfaceForm] = {}
        columns: list[tuple[Numbers, ...]] = [_nothing()]
        faults: list[tuple[int, str]] = []
        start = 0
        for batch in batches:
            words.update(batch.words)
            of = np.array([numbers.setdefault(word, len(numbers)) for word in batch.words], np.intp)
            tokens, compounds = of[batch.tokens], of[batch.compounds]
            columns.append(
                (batch.counts, tokens, batch.compound_counts, compounds, batch.compound_places)
            )
            faults += [(start + place, reason) for place, reason in batch.faults]
            start += len(batch.counts)
        joined = (np.concatenate(parts).astype(np.uintc) for parts in zip(*columns, strict=True))
        counts, all_tokens, compound_counts, all_compounds, places = joined
        return cls(words, counts, all_tokens, compound_counts, all_compounds, places, tuple(faults))

    def taken(self, places: Sequence[int]) -> Self:
        """Return some of the documents in another order, with no spelling of any other."""
        chosen = np.asarray(places, np.intp)
        at, compounds_at = _runs(self.counts, chosen), _runs(self.compound_counts, chosen)
        tokens, compounds = self.tokens[at], self.compounds[compounds_at]
        is_used = np.zeros(len(self.words), bool)
        is_used[tokens] = True
        is_used[compounds] = True
        numbers = np.cumsum(is_used, dtype=np.uintc) - np.uintc(1)
        used = zip(self.words.items(), is_used.tolist(), strict=True)
        faults = dict(self.faults)
        return type(self)(
            dict(word for word, is_one in used if is_one),
            self.counts[chosen],
            numbers[tokens],
            self.compound_counts[chosen],
            numbers[compounds],
            self.compound_places[compounds_at],
            tuple((new, faults[old]) for new, old in enumerate(places) if old in faults),
        )


def _nothing() -> tuple[Numbers, ...]:
    none = np.empty(0, np.uintc)
    by_field = np.empty((0, len(FIELDS)), np.uintc)
    return by_field, none, by_field, none, none


def _runs(counts: Numbers, places: Numbers) -> Numbers:
    """Return where the items of some documents stand, document after document.

    Args:
        counts: How many items each document has in each field.
        places: The documents.
    """
    sizes = counts.sum(axis=1, dtype=np.intp)
    shifts = (np.cumsum(sizes) - sizes)[places]
    sizes = sizes[places]
    starts = np.cumsum(sizes) - sizes
    return np.repeat(shifts - starts, sizes) + np.arange(sizes.sum())


def worthwhile_processes(
    stories: Iterable[TaggedArticle], processes: int | None, least_share: int = LEAST_SHARE
) -> int:
    """Return how many processes are worth their start: one for a short archive.

    Args:
        stories: The archive.
        processes: How many there may be (None: what the machine allows).
        least_share: Characters of text that are worth one.
    """
    size = sum(len(story.text) for story in stories)
    wanted = default_processes() if processes is None else processes
    return max(1, min(wanted, size // least_share))


FieldTexts = tuple[str, ...]
"""The text of each field of a document."""


def field_texts(story: TaggedArticle) -> FieldTexts:
    """Return all that is analysed of a story."""
    return tuple(field.text(story) for field in FIELDS)


def analysed(stories: Iterable[TaggedArticle], processes: int = 1) -> Iterator[AnalysedDocuments]:
    """Analyse stories; their order stays. Several processes begin at once."""
    texts = list(map(field_texts, stories))
    bounds = [len(texts) * share // processes for share in range(processes + 1)]
    shares = (texts[start:end] for start, end in pairwise(bounds))
    return in_order(_analyse, shares, processes)


@without_garbage_collection()
def _analyse(documents: Sequence[FieldTexts]) -> AnalysedDocuments:
    """Analyse the texts of some documents."""
    draft = _Draft()
    faults: list[tuple[int, str]] = []
    for place, texts in enumerate(documents):
        for text in texts:
            try:
                draft.add(text)
            except Exception as error:
                faults.append((place, described(error)))
                draft.add("")
    return draft.close(tuple(faults))


class _Draft:
    """Documents while they are analysed, field after field."""

    def __init__(self) -> None:
        self._analysis = Analysis()
        next_number = itertools.count().__next__
        self._numbers: dict[SpellingKind, dict[str, int]] = {
            kind: defaultdict(next_number) for kind in SpellingKind
        }
        self._counts, self._tokens = array("I"), array("I")
        self._compound_counts, self._compounds = array("I"), array("I")
        self._compound_places = array("I")

    def add(self, text: str) -> None:
        """Add the text of a field.

        Raises:
            Exception: If it cannot be analysed; then nothing is added.
        """
        kind, tokens, compounds = self._analysis.spelled(text)
        self._tokens.extend(map(self._numbers[kind].__getitem__, tokens))
        self._counts.append(len(tokens))
        joined = self._numbers[SpellingKind.COMPOUND]
        self._compounds.extend(joined[compound] for _, compound in compounds)
        self._compound_places.extend(place for place, _ in compounds)
        self._compound_counts.append(len(compounds))

    def close(self, faults: tuple[tuple[int, str], ...]) -> AnalysedDocuments:
        """Return the documents; ``faults`` are those of ``AnalysedDocuments``."""
        numbered = sorted(
            (number, Spelling(text, kind))
            for kind, numbers in self._numbers.items()
            for text, number in numbers.items()
        )
        words = {spelling: self._analysis.form(spelling) for _, spelling in numbered}
        return AnalysedDocuments(
            words,
            np.asarray(self._counts).reshape(-1, len(FIELDS)),
            np.asarray(self._tokens),
            np.asarray(self._compound_counts).reshape(-1, len(FIELDS)),
            np.asarray(self._compounds),
            np.asarray(self._compound_places),
            faults,
        )
