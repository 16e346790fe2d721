"""Whether two stories that are worded alike report one event, or two in the same form of words."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.versions.alike_pair import LEAST_SIMILARITY
from cuttings.versions.particulars import Particulars


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two stories must have in common to be of one event.

    Attributes:
        days: Most days between them; None for any number.
        similarity: Least Jaccard similarity of their shingles.
        kept: Least names and figures that both texts have.
        displaced: Largest share of names and figures beside which the other has others.
        alone: Similarity that is enough without names and figures; None if none is.
    """

    days: int | None
    similarity: float
    kept: int
    displaced: float
    alone: float | None = None


EVIDENCE = (
    Evidence(days=0, similarity=LEAST_SIMILARITY, kept=0, displaced=0.2, alone=0.85),
    Evidence(days=1, similarity=LEAST_SIMILARITY, kept=13, displaced=0.1, alone=0.95),
    Evidence(days=7, similarity=0.5, kept=16, displaced=0.05),
    Evidence(days=None, similarity=0.95, kept=16, displaced=0.05),
)
"""The further apart, the more must be the same: what a bank says every Thursday may differ in
nothing. Chosen on the pairs of the newswire that ``tests.quality.version_judgements`` does not
keep apart."""

MOST_EXCHANGED = 0.1
"""Largest share of names and figures in whose very place the other has others."""

MOST_EXCHANGED_IN_UPDATE = 0.3
"""The same where a headline says that it is a correction or an update."""

MOST_DAYS_TO_UPDATE = 2
"""Days within which such a headline is taken to mean the story that is worded alike."""


def is_same_event(one: Particulars, other: Particulars, days: int, similarity: float) -> bool:
    """Return whether two stories that are worded alike are versions of one.

    Args:
        one: Names and figures of the earlier story.
        other: Those of the later one.
        days: Days between them; 0 if nothing says that they are of different days.
        similarity: Jaccard similarity of their shingles.
    """
    needed = next(row for row in EVIDENCE if row.days is None or days <= row.days)
    if needed.alone is not None and similarity >= needed.alone:
        return True
    common = one.compared_with(other)
    if common.has_other_subject:
        return False
    if (one.is_update or other.is_update) and days <= MOST_DAYS_TO_UPDATE:
        return common.exchanged <= MOST_EXCHANGED_IN_UPDATE
    return (
        similarity >= needed.similarity
        and common.kept >= needed.kept
        and common.displaced <= needed.displaced
        and common.exchanged <= MOST_EXCHANGED
    )
