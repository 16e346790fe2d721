"""The documents that a query of one term would list first, as the browser ranks them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex

K1 = 1.2
B = 0.75
"""Lunr's own constants (``lunr.Builder``), for Okapi BM25; ``ranking.ts`` has the same."""

Weights = NDArray[np.float64]

_BOOSTS = np.array([field.boost for field in FIELDS], np.float64)


class BestDocuments:
    """Ranks the documents of single terms.

    Args:
        index: The index, whose statistics weigh the terms.
    """

    def __init__(self, index: InvertedIndex) -> None:
        holding = index.postings.holding
        self._bounds = holding.bounds.tolist()
        self._scores = np.bincount(holding.places, _weights(index), len(holding.documents))

    def of(self, term: int, most: int) -> Numbers:
        """Return the places of the ``most`` best documents of a term in ``Holding``, ascending."""
        start, end = self._bounds[term : term + 2]
        if end - start <= most:
            return np.arange(start, end)
        best = np.argsort(-self._scores[start:end], kind="stable")[:most]
        chosen: Numbers = np.sort(best) + start
        return chosen


def _weights(index: InvertedIndex) -> Weights:
    """Return the weight of each posting."""
    postings = index.postings
    counts = np.diff(postings.bounds)
    distinct, places = np.unique(counts, return_inverse=True)
    rarities = np.array([_rarity(index.documents, count) for count in distinct.tolist()], float)
    saturations = np.stack([_saturations(lengths) for lengths in index.lengths])
    saturation = saturations[postings.fields, postings.documents]
    rarity = np.repeat(rarities[places], counts)
    frequencies = postings.frequencies
    value = rarity * (K1 + 1) * frequencies / (saturation + frequencies)
    return np.asarray(np.round(value * _BOOSTS[postings.fields], 3), np.float64)


def _rarity(documents: int, count: int) -> float:
    """Return how much a term weighs that so many of the documents hold."""
    return math.log(1 + abs((documents - count + 0.5) / (count + 0.5)))


def _saturations(lengths: Numbers) -> Weights:
    """Return BM25's saturation of each document by its length in one field."""
    average = int(lengths.sum()) / len(lengths) if len(lengths) else 0
    if not average:
        return np.zeros(len(lengths))
    return np.asarray(K1 * (1 - B + B * lengths / average), np.float64)
