"""Pairs of stories that are worded alike, whether they report one event or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cuttings.versions.candidate_pair import candidate_pairs
from cuttings.versions.shingle_set import ShingleSet

LEAST_SIMILARITY = 0.32
"""Least Jaccard similarity of the shingles of two stories that are worded alike: about what is left
where a quarter of the words is cut here and there. Chosen by ``tests.quality.story_versions``."""

LEAST_SHARED = 12
"""Least shingles that two stories share: notices of two lines are worded alike."""


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two stories that are worded alike.

    Attributes:
        earlier: Number of the story that comes first in time.
        later: Number of the other.
        similarity: Jaccard similarity of their shingles.
    """

    earlier: int
    later: int
    similarity: float


def alike_pairs(texts: Sequence[ShingleSet]) -> Iterator[AlikePair]:
    """Yield the pairs of texts that are worded alike, sorted by the later.

    Args:
        texts: The texts, oldest first.
    """
    for earlier, later in candidate_pairs(texts):
        one, other = texts[earlier], texts[later]
        shared = one.shared_with(other)
        united = len(one) + len(other) - shared
        if shared >= LEAST_SHARED and shared >= LEAST_SIMILARITY * united:
            yield AlikePair(earlier, later, shared / united)
