"""Candidates: pairs of texts that are worth comparing, found in time linear in the archive.

Each text gets a MinHash signature. Its numbers are cut into bands, and texts that agree in a whole
band are candidates (locality-sensitive hashing; Leskovec, Rajaraman and Ullman, "Mining of
Massive Datasets", chapter 3). Of a band that many texts share, each is paired with those nearest
before it only, so that a form letter sent a thousand times does not cost a million comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cuttings.versions.shingle_set import SIGNATURE_LENGTH, Hashes, ShingleSet

BAND_ROWS = 3
"""Numbers of a band, of which there are 85. Texts of a Jaccard similarity s agree in one of them
with a probability of 1 - (1 - s^3)^85: .94 for .32, .996 for .4 and .01 for .05."""

_MIXING = np.uint64(0x9E3779B97F4A7C15)
"""Spreads a number over all bits of a key."""

NEIGHBOURS = 16
"""Most earlier texts that one is paired with for sharing a band."""


def candidate_pairs(texts: Sequence[ShingleSet]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of texts to compare, the earlier first; sorted by the later.

    Args:
        texts: The texts in their order in time; those without a shingle are in no pair.
    """
    numbers = np.array([number for number, text in enumerate(texts) if len(text)], dtype=np.int64)
    if not len(numbers):
        return
    signatures = np.stack([texts[number].signature for number in numbers])
    found = [
        numbers[later] * len(texts) + numbers[earlier]
        for first in range(0, SIGNATURE_LENGTH, BAND_ROWS)
        for earlier, later in _agreeing(signatures[:, first : first + BAND_ROWS])
    ]
    if not found:
        return
    for pair in np.unique(np.concatenate(found)).tolist():
        later, earlier = divmod(pair, len(texts))
        yield earlier, later


def _agreeing(
    band: Hashes,
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Yield rows that are equal to later rows, and these, for each distance in their order."""
    numbers = _with_equals(band)
    band = band[numbers]
    order = np.lexsort((numbers, *band.T))
    rows, numbers = band[order], numbers[order]
    for distance in range(1, min(NEIGHBOURS, len(rows) - 1) + 1):
        equal = np.flatnonzero((rows[distance:] == rows[:-distance]).all(axis=1))
        if not len(equal):
            return
        yield numbers[equal], numbers[equal + distance]


def _with_equals(band: Hashes) -> npt.NDArray[np.int64]:
    """Return the rows that may be equal to others: few, so that sorting them takes no time."""
    first, second, third = band.T.astype(np.uint64)
    keys = (first << np.uint64(32) | second) ^ third * _MIXING
    order = np.argsort(keys)
    ordered = keys[order]
    is_same = np.append(ordered[1:] == ordered[:-1], False)
    return np.sort(order[is_same | np.append(False, is_same[:-1])])
