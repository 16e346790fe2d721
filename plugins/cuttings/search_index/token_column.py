"""Token columns: the texts of one field, document after document, each word as its number.

Analysis is a third of the time of building an index and needs the texts alone, so several processes
share it; a column goes from one to the other as flat values.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import described
from cuttings.garbage_collection import without_garbage_collection
from cuttings.search_index.field import FIELDS
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import SMALL, SurfaceForm
from cuttings.worker_pool import default_processes, in_order

STOP_WORD = 0
"""Number that stands for every stop word."""

STOP_FORM = SurfaceForm("", "", SMALL)
"""The form of every stop word."""

LEAST_SHARE = 10_000_000
"""Characters of text for each process: analysing fewer takes no longer than its start."""


@dataclass(frozen=True, slots=True)
class TokenColumn:
    """One field of neighbouring documents.

    Attributes:
        forms: Each distinct surface form once, by its number; that of a stop word is ``STOP_WORD``.
        tokens: The number of each token's form.
        counts: How many tokens each document has.
        compound_places: Of each compound, the place of its second word among the tokens.
        compounds: The number of its form.
    """

    forms: tuple[SurfaceForm, ...]
    tokens: array[int]
    counts: array[int]
    compound_places: array[int]
    compounds: array[int]


@dataclass(frozen=True, slots=True)
class AnalysedDocuments:
    """Neighbouring documents after analysis.

    Attributes:
        columns: Their tokens, field by field.
        analysis: What analysed them, which remembers every spelling it met.
        faults: Places of documents with a field that could not be analysed and counts as empty,
            each with the reason.
    """

    columns: tuple[TokenColumn, ...]
    analysis: Analysis
    faults: tuple[tuple[int, str], ...] = ()


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


def analysed(stories: Sequence[TaggedArticle], processes: int = 1) -> Iterator[AnalysedDocuments]:
    """Analyse stories; their order stays. Several processes begin at once."""
    texts = [[field.text(story) for story in stories] for field in FIELDS]
    return in_order(_analyse, _shares(texts, len(stories), processes), processes)


def _shares(texts: Sequence[list[str]], documents: int, shares: int) -> Iterator[list[list[str]]]:
    """Cut the texts of each field into as many runs of neighbouring documents."""
    bounds = [documents * share // shares for share in range(shares + 1)]
    for start, end in pairwise(bounds):
        yield [field[start:end] for field in texts]


@without_garbage_collection()
def _analyse(texts: Iterable[Iterable[str]]) -> AnalysedDocuments:
    """Analyse the texts of some documents, field by field."""
    analysis = Analysis()
    faults: list[tuple[int, str]] = []
    columns = tuple(map(partial(_column, analysis, faults), texts))
    return AnalysedDocuments(columns, analysis, tuple(faults))


def _column(analysis: Analysis, faults: list[tuple[int, str]], texts: Iterable[str]) -> TokenColumn:
    numbers: defaultdict[SurfaceForm, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    numbers[STOP_FORM] = STOP_WORD
    tokens, counts = array("I"), array("I")
    compound_places, compounds = array("I"), array("I")
    for place, text in enumerate(texts):
        try:
            forms, joined = analysis.forms(text)
        except Exception as error:
            faults.append((place, described(error)))
            forms, joined = [], []
        compound_places.extend(len(tokens) + token for token, _ in joined)
        compounds.extend(numbers[form] for _, form in joined)
        tokens.extend(map(numbers.__getitem__, forms))
        counts.append(len(forms))
    return TokenColumn(tuple(numbers), tokens, counts, compound_places, compounds)
