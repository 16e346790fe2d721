"""Compounds: two words with a hyphen between them, and no third.

``theme/src/search/words/compounds.ts`` finds the same in TypeScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex


def _compound_pattern(letter: str, mark: str, number: str, hyphen: str, apostrophe: str) -> str:
    """Return the expression of two words with a hyphen between them, and no third.

    A possessive may follow. What stands around it must not belong to either word.
    """
    word = f"{letter}{mark}{number}"
    return (
        rf"(?<![{word}{hyphen}&.{apostrophe}])([{letter}][{word}]*)[{hyphen}]([{letter}{number}][{word}]*)"
        rf"(?:[{apostrophe}]s)?(?![{word}{hyphen}]|[.,&{apostrophe}][{letter}{number}])"
    )


_COMPOUND = regex.compile(_compound_pattern(r"\p{L}", r"\p{M}", r"\p{N}", "-‐‑", "'’ʼ＇"))
_ASCII_COMPOUND = re.compile(_compound_pattern("A-Za-z", "", "0-9", "-", "'"))


def compounds(text: str) -> Iterator[re.Match[str] | regex.Match[str]]:
    """Yield the places of two words with a hyphen between them; the words are groups 1 and 2."""
    if "-" in text and text.isascii():
        return _ASCII_COMPOUND.finditer(text)
    return iter(()) if text.isascii() else _COMPOUND.finditer(text)
