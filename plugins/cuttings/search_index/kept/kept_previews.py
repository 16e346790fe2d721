"""Kept previews: what the last build showed for each term, by what it was made from."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Self

import numpy as np

from cuttings.build_cache import BuildCache

NAME = "index/previews"
"""Its name in the cache of a build."""

KEY_SIZE = 16
"""Bytes of a digest of what a preview, or a file of them, is made from."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one term.

    Attributes:
        size: Characters of all together.
        places: Where the term first stands in each text, the oldest document first.
    """

    size: int
    places: array[int]


@dataclass(frozen=True, slots=True)
class KeptPreviews:
    """Previews of an earlier build.

    Attributes:
        passages: The passages of each preview by its key.
    """

    passages: Mapping[bytes, Passages]

    @classmethod
    def load(cls, cache: BuildCache) -> Self:
        """Return what the last build kept, or nothing."""
        value = cache.load(NAME)
        if value is None:
            return cls({})
        keys, sizes, counts, places = value
        all_places = array("I", places.tobytes())
        bounds = pairwise(accumulate(counts.tolist(), initial=0))
        passages = (
            Passages(size, all_places[start:end])
            for size, (start, end) in zip(sizes.tolist(), bounds, strict=True)
        )
        return cls(dict(zip(keys, passages, strict=True)))

    def store(self, cache: BuildCache) -> None:
        """Keep these previews for the next build."""
        if not cache.is_kept:
            return
        found = self.passages.values()
        sizes = np.array([passages.size for passages in found], np.uintc)
        counts = np.array([len(passages.places) for passages in found], np.uintc)
        places = np.concatenate([np.empty(0, np.uintc), *(p.places for p in found)])
        cache.store(NAME, (list(self.passages), sizes, counts, places.astype(np.uintc)))
