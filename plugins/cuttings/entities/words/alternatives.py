"""Lists of words as one regular expression."""

from __future__ import annotations


def any_of(words: str, *phrases: str) -> str:
    """Return an expression that matches any of some words.

    Args:
        words: Words, or expressions without white space, between spaces.
        phrases: Further expressions, which may hold spaces.
    """
    return f"(?:{'|'.join((*words.split(), *phrases))})"
