"""The difference of two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

CONTEXT = 8
"""Words kept on either side of a change; what lies between is left out."""

MOST_WORDS = 10_000
"""Longest text, in words, that is compared."""

ELLIPSIS = "…"


class Change(StrEnum):
    """Which of two texts has a passage."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words running that two texts share, or that one of them has.

    Attributes:
        change: ``REMOVED`` if only the first text has it, ``ADDED`` if only the second.
        text: The words; of a long shared passage only those near a change.
    """

    change: Change
    text: str


def word_difference(text: str, other: str) -> tuple[Passage, ...] | None:
    """Return the passages that lead from ``text`` to ``other``; None if one is too long.

    Words are what white space separates. Texts without a difference give no passage.
    """
    words, other_words = text.split(), other.split()
    if max(len(words), len(other_words)) > MOST_WORDS:
        return None
    if words == other_words:
        return ()
    return tuple(_passages(words, other_words))


def _passages(words: Sequence[str], other_words: Sequence[str]) -> Iterator[Passage]:
    for operation, begin, end, other_begin, other_end in SequenceMatcher(
        None, words, other_words
    ).get_opcodes():
        if operation == "equal":
            shared = _near_changes(words[begin:end], begin == 0, end == len(words))
            yield Passage(Change.SAME, " ".join(shared))
            continue
        if end > begin:
            yield Passage(Change.REMOVED, " ".join(words[begin:end]))
        if other_end > other_begin:
            yield Passage(Change.ADDED, " ".join(other_words[other_begin:other_end]))


def _near_changes(words: Sequence[str], is_first: bool, is_last: bool) -> Sequence[str]:
    """Return the words near the change before them and near the one after them."""
    before = 0 if is_first else CONTEXT
    after = 0 if is_last else CONTEXT
    if len(words) <= before + after + 1:
        return words
    return [*words[:before], ELLIPSIS, *words[len(words) - after :]]
