"""Precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How found items compare with expected ones."""

    right: int
    found: int
    expected: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[set[object], set[object]]]) -> Score:
        """Add up pairs of found and expected sets."""
        right = found = expected = 0
        for one, other in pairs:
            right += len(one & other)
            found += len(one)
            expected += len(other)
        return cls(right, found, expected)

    @property
    def precision(self) -> float:
        """Share of the found items that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected items that were found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.expected
        return 2 * self.right / total if total else 0.0
