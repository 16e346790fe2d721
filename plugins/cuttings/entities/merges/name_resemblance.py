"""Why two headings may be one person's or one organization's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from slugify import slugify

from cuttings.entities.words.organizations import acronyms, is_acronym
from cuttings.entities.words.person_names import generation, name_words
from cuttings.entities.words.short_names import is_short_for, match_key

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

SAME_SURNAME = "the same surname"
"""The weakest reason."""

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeio]")
_PREFIX_LENGTH = 3
"""Letters by which surnames are put together to be compared; chosen by eye."""

_SHORTEST_WITH_FREE_VOWEL = 5
"""Letters from which on a name may differ in a vowel; shorter ones ("Lee", "Loe") are too alike."""

_LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc llp ag sa spa nv bv ab as "
    "oy gmbh kg pty".split()
)


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How two names resemble each other.

    Attributes:
        reason: In words for a person who has to decide.
        is_close: Whether the names alone make it likely; if not, only with a
            shared context.
        is_short: Whether one is a short form, which may fit other names, too.
    """

    reason: str
    is_close: bool
    is_short: bool = False


def person_resemblance(one: str, other: str) -> Resemblance | None:
    """Return how two people's names resemble each other, or None if they do not."""
    if len({generation(one), generation(other)} - {""}) > 1:
        return None
    words, others = name_words(one), name_words(other)
    if letters(words) == letters(others):
        return Resemblance("the same but for case, accents or punctuation", True)
    if sound_key(words) == sound_key(others):
        return Resemblance("two spellings of the same sounds", True)
    if len(words) == 1 or len(others) == 1:
        return _lone_resemblance(one, other)
    if is_short_for(one, other) or is_short_for(other, one):
        reason = "the same surname, with initials or fewer given names"
        return Resemblance(reason, True, is_short=True)
    if not _sound_alike(words[-1], others[-1]):
        return None
    given, other_given = match_key(words[0]), match_key(others[0])
    begins_alike = is_prefix(given, other_given) or is_prefix(other_given, given)
    if sound_key(words[-1:]) != sound_key(others[-1:]):
        alike = begins_alike or _sound_alike(words[0], others[0])
        return Resemblance("a similar spelling", False) if alike else None
    if begins_alike:
        return Resemblance("the same surname, and one given name begins like the other", True)
    if _sound_alike(words[0], others[0]):
        return Resemblance("a similar spelling", False)
    return Resemblance(SAME_SURNAME, False)


def organization_resemblance(one: str, other: str) -> Resemblance | None:
    """Return how two organizations' names resemble each other, or None if they do not."""
    words, others = _significant(one), _significant(other)
    if letters(words) == letters(others):
        return Resemblance("the same but for case, accents or punctuation", True)
    for short, full in ((one, other), (other, one)):
        if is_acronym(short) and letters([short]) in _acronym_keys(full):
            bare = " ".join(_without_legal_form(_significant(full)))
            is_close = letters([short]) in _acronym_keys(bare)
            return Resemblance("the acronym and the full name", is_close, is_short=True)
    if letters(_without_legal_form(words)) == letters(_without_legal_form(others)):
        return Resemblance("the same but for the legal form", True)
    return None


def block_keys(name: str, is_person: bool) -> frozenset[str]:
    """Return keys; two names that resemble each other share at least one of them."""
    if is_person:
        words = name_words(name)
        keys = {letters(words), *(_consonants(words[place]) for place in (0, -1) if words)}
        return frozenset(key for key in keys if key)
    significant = _significant(name)
    keys = {letters(significant), letters(_without_legal_form(significant))}
    keys |= _acronym_keys(name)
    return frozenset(key for key in keys if key)


def letters(words: Iterable[str]) -> str:
    """Return the letters and digits of a name, without case and accents."""
    return "".join(char for word in words for char in match_key(word) if char.isalnum())


def sound_key(words: Iterable[str]) -> str:
    """Return one key for the usual romanizations of a name, word by word."""
    return " ".join(_sounds(word) for word in words)


def is_prefix(short: str, full: str) -> bool:
    """Whether a given name begins like a longer one: an initial, or three letters and more."""
    bare = short.strip(".")
    return full.startswith(bare) and (len(bare) == 1 or len(bare) >= _PREFIX_LENGTH)


def _sounds(word: str) -> str:
    sounds = slugify(word, separator="")
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return _DOUBLED.sub(r"\1", sounds)


def _consonants(word: str) -> str:
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _sounds(word))) or _sounds(word)


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words have the same sounds, or all but one vowel in a longer word."""
    mine, theirs = _sounds(one), _sounds(other)
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < _SHORTEST_WITH_FREE_VOWEL or len(mine) != len(theirs):
        return False
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(different) == 1 and all(_VOWELS.match(char) for char in different[0])


def _lone_resemblance(one: str, other: str) -> Resemblance | None:
    lone, full = sorted((one, other), key=lambda name: len(name_words(name)))
    if is_short_for(lone, full):
        return Resemblance("a part of the name alone", False, is_short=True)
    if sound_key(name_words(lone)) == sound_key(name_words(full)[-1:]):
        return Resemblance("another spelling of the surname alone", False)
    return None


def _acronym_keys(name: str) -> set[str]:
    return {letters([acronym]) for acronym in acronyms(name)}


def _significant(name: str) -> list[str]:
    words = [word for word in name.replace("&", " and ").split() if match_key(word) != "the"]
    return words or [name]


def _without_legal_form(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and letters(kept[-1:]) in _LEGAL_FORMS:
        kept.pop()
    return kept
