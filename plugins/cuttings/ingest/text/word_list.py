"""The words of a language, with those left out that hardly anybody writes."""

from __future__ import annotations

from functools import lru_cache

from spellchecker import SpellChecker

_LANGUAGES = frozenset({"en", "es", "fr", "it", "pt", "ru"})
_RAREST = 50
"""How often a word stands at least in the subtitles that the list was counted in."""


@lru_cache(maxsize=2)
def known_words(language: str) -> frozenset[str]:
    """Return the words of a language in small letters, none if there is no list of them.

    Args:
        language: ISO 639-1 code, or "" if it is not known.
    """
    if language not in _LANGUAGES:
        return frozenset()
    counted = SpellChecker(language=language, distance=1).word_frequency
    return frozenset(word for word, count in counted.items() if count >= _RAREST)
