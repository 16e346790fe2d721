"""How names are written and how they sound, whatever the alphabet they came from."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from slugify import slugify

from cuttings.entities.words.short_names import match_key

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|ch|tj", "C"),
        (r"sch|sh|sj", "S"),
        (r"dzh|zh|dj", "J"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"[gkq]h|[ckqg]", "k"),
        (r"ts|tz", "z"),
        (r"ph|ff", "f"),
        (r"w|f$", "v"),
        (r"[iyj]+", "i"),
        (r"ou|oo|oe|u", "o"),
        (r"(?<=.)h", ""),
    )
)
"""Spellings of one sound in the usual romanizations of Cyrillic, Arabic and Chinese names.

Capitals stand for sounds that are written with several letters.
"""

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeio]")
_SHORTEST_WITH_FREE_VOWEL = 5
"""Letters from which on a name may differ in a vowel; shorter ones ("Lee", "Loe") are too alike."""


def letters(words: Iterable[str]) -> str:
    """Return the letters and digits of a name, without case and accents."""
    return "".join(map(_letters, words))


@functools.lru_cache(maxsize=65_536)
def _letters(word: str) -> str:
    return "".join(char for char in match_key(word) if char.isalnum())


def sound_key(words: Iterable[str]) -> str:
    """Return one key for the usual romanizations of a name, word by word."""
    return " ".join(_sounds(word) for word in words)


@functools.lru_cache(maxsize=65_536)
def _sounds(word: str) -> str:
    sounds = slugify(word, separator="")
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return _DOUBLED.sub(r"\1", sounds)


def consonants(word: str) -> str:
    """Return the consonants of a word, by their sounds."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _sounds(word))) or _sounds(word)


def sound_alike(one: str, other: str) -> bool:
    """Whether two words have the same sounds, or all but one vowel in a longer word."""
    mine, theirs = _sounds(one), _sounds(other)
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < _SHORTEST_WITH_FREE_VOWEL or len(mine) != len(theirs):
        return False
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(different) == 1 and all(_VOWELS.match(char) for char in different[0])
