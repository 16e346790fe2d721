"""The documents that a query of one term would list first, as the browser ranks them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex, TermPostings

K1 = 1.2
B = 0.75
"""Lunr's own constants (``lunr.Builder``), for Okapi BM25; ``ranking.ts`` has the same."""


Weights = NDArray[np.float64]
Documents = NDArray[np.intp]


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
        if postings.document_count <= most:
            return sorted(postings.documents)
        weighed = self._weighed(postings)
        holding, scores = weighed[0]
        if len(weighed) > 1:
            documents = np.concatenate([documents for documents, _ in weighed])
            holding, places = np.unique(documents, return_inverse=True)
            weights = np.concatenate([weights for _, weights in weighed])
            scores = np.bincount(places, weights).astype(np.float64)
        best: list[int] = np.sort(holding[np.argsort(-scores, kind="stable")[:most]]).tolist()
        return best

    def _weighed(self, postings: TermPostings) -> list[tuple[Documents, Weights]]:
        """Return for each field that has the term its documents there, and its weight in each."""
        count = sum(len(part.documents) for part in postings.fields)
        rarity = math.log(1 + abs((self._documents - count + 0.5) / (count + 0.5)))
        weighed: list[tuple[Documents, Weights]] = []
        for field, part, saturations in zip(
            FIELDS, postings.fields, self._saturations, strict=True
        ):
            if part.documents:
                documents = np.asarray(part.documents, np.intp)
                frequencies = np.asarray(part.frequencies)
                saturation = saturations[documents]
                value = rarity * (K1 + 1) * frequencies / (saturation + frequencies)
                weighed.append((documents, np.round(value * field.boost, 3)))
        return weighed


def _saturations(lengths: Sequence[int]) -> Weights:
    """Return BM25's saturation of each document by its length in one field."""
    average = sum(lengths) / len(lengths) if lengths else 0
    if not average:
        return np.zeros(len(lengths))
    return K1 * (1 - B + B * np.asarray(lengths) / average)
