"""Whether a word is another one with an error of one letter."""

from __future__ import annotations

_FEWEST_LETTERS = 6
"""Letters of the shortest word of which an error is told; shorter ones are too alike."""


def is_misspelled(word: str, right: str) -> bool:
    """Whether ``word`` is ``right`` with a letter too many, one missing, wrong or exchanged.

    The first letter is right in both: an error there makes another name more often.
    """
    if len(right) < _FEWEST_LETTERS or word == right or word[:1] != right[:1]:
        return False
    if abs(len(word) - len(right)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(word, right, strict=False)) if a != b),
        min(len(word), len(right)),
    )
    mine, theirs = word[start:], right[start:]
    return (
        mine[1:] == theirs
        or mine == theirs[1:]
        or mine[1:] == theirs[1:]
        or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
    )
