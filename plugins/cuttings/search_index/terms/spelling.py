"""Spellings: what texts have in the place of terms."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class SpellingKind(IntEnum):
    """What a spelling is."""

    TOKEN = 0
    """A token."""
    IN_CAPITALS = 1
    """A token of a text that has no small letters."""
    COMPOUND = 2
    """Two words with a hyphen between them."""


class Spelling(NamedTuple):
    """A token or a compound as texts have it, which is all that its form depends on.

    Attributes:
        text: The token, or the compound with a plain hyphen.
        kind: Which of them it is, and where it stands.
    """

    text: str
    kind: SpellingKind
