"""A packed column: many numbers packed at once, and any run of them cut from the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np

from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.packing import FINAL_DIGITS, LEADING_DIGITS

_FINAL = np.frombuffer(FINAL_DIGITS.encode(), np.uint8)
_LEADING = np.frombuffer(LEADING_DIGITS.encode(), np.uint8)


@dataclass(frozen=True, slots=True)
class PackedColumn:
    """Numbers as ``packing`` writes them, one after the other.

    Attributes:
        text: All of them.
        bounds: Where each begins in it, and the end of the last.
    """

    text: str
    bounds: Numbers

    @classmethod
    def of(cls, numbers: Numbers) -> Self:
        """Pack numbers, each 0 or more."""
        rest, final = np.divmod(np.asarray(numbers, np.int64), len(_FINAL))
        size = np.ones(len(rest), np.intp)
        longer = np.flatnonzero(rest)
        digits = []
        rest = rest[longer]
        while len(longer):
            size[longer] += 1
            rest, leading = np.divmod(rest - 1, len(_LEADING))
            digits.append((longer, leading))
            goes_on = np.flatnonzero(rest)
            longer, rest = longer[goes_on], rest[goes_on]
        bounds = np.concatenate([np.zeros(1, np.intp), np.cumsum(size)])
        content = np.empty(bounds[-1], np.uint8)
        last = bounds[1:] - 1
        content[last] = _FINAL[final]
        for before, (places, leading) in enumerate(digits, start=1):
            content[last[places] - before] = _LEADING[leading]
        return cls(content.tobytes().decode("ascii"), bounds)

    def cut(self, places: Iterable[int] | Numbers) -> Iterator[str]:
        """Yield the text between each two neighbouring places among the numbers."""
        chosen = self.bounds[np.asarray(places, np.intp)].tolist()
        return (self.text[start:end] for start, end in pairwise(chosen))
