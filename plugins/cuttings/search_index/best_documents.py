"""The documents that a query of one term would list first, as the browser ranks them."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex, TermPostings

K1 = 1.2
B = 0.75
"""Lunr's own constants (``lunr.Builder``), for Okapi BM25; ``ranking.ts`` has the same."""


class BestDocuments:
    """Ranks the documents of single terms.

    Args:
        index: The index, whose statistics weigh the terms.
    """

    def __init__(self, index: InvertedIndex) -> None:
        self._documents = index.documents
        self._saturations = tuple(_saturations(lengths) for lengths in index.lengths)

    def of(self, postings: TermPostings, most: int) -> list[int]:
        """Return the numbers of the ``most`` best documents of a term, ascending."""
        holding = postings.documents
        if len(holding) <= most:
            return sorted(holding)
        scores = self._scores(postings)
        best = heapq.nsmallest(most, holding, key=lambda number: (-scores[number], number))
        return sorted(best)

    def _scores(self, postings: TermPostings) -> dict[int, float]:
        count = sum(len(postings.documents) for postings in postings.fields)
        rarity = math.log(1 + abs((self._documents - count + 0.5) / (count + 0.5)))
        scores: dict[int, float] = {}
        for field, part, saturations in zip(
            FIELDS, postings.fields, self._saturations, strict=True
        ):
            for number, frequency in zip(part.documents, part.frequencies, strict=True):
                value = rarity * (K1 + 1) * frequency / (saturations[number] + frequency)
                scores[number] = scores.get(number, 0) + round(value * field.boost, 3)
        return scores


def _saturations(lengths: Sequence[int]) -> list[float]:
    """Return BM25's saturation of each document by its length in one field."""
    average = sum(lengths) / len(lengths) if lengths else 0
    return [K1 * (1 - B + B * length / average) if average else 0 for length in lengths]
