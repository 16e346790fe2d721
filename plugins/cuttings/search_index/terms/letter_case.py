"""Letter cases: how a word may be written that is known in small letters.

``theme/src/search/words/letter_case.ts`` is the same in TypeScript.
"""

from __future__ import annotations


def letter_cases(word: str) -> tuple[str, ...]:
    """Return ``word`` as it is, with a capital, and in capitals.

    Of other letters than ASCII, whose cases not all systems agree on, only as it is.
    """
    if not word.isascii():
        return (word,)
    return (word, word[:1].upper() + word[1:], word.upper())
