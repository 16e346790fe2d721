"""Why two headings may be one person's or one organization's."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.words.legal_forms import without_legal_form
from cuttings.entities.words.name_sounds import consonants, letters, sound_alike, sound_key
from cuttings.entities.words.organizations import acronyms, is_acronym, significant_words
from cuttings.entities.words.person_names import generation, name_words
from cuttings.entities.words.short_names import is_short_for, match_key

SAME_SURNAME = "the same surname"
"""The weakest reason."""

_PREFIX_LENGTH = 3
"""Letters by which surnames are put together to be compared; chosen by eye."""


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
    if len(words) == len(others) == 1 and generation(one) != generation(other):
        return None
    if letters(words) == letters(others):
        return Resemblance("the same but for case, accents or punctuation", True)
    if sound_key(words) == sound_key(others):
        return Resemblance("two spellings of the same sounds", True)
    if len(words) == 1 or len(others) == 1:
        return _lone_resemblance(one, other)
    if is_short_for(one, other) or is_short_for(other, one):
        reason = "the same surname, with initials or fewer given names"
        return Resemblance(reason, True, is_short=True)
    if not sound_alike(words[-1], others[-1]):
        return None
    given, other_given = match_key(words[0]), match_key(others[0])
    begins_alike = is_prefix(given, other_given) or is_prefix(other_given, given)
    if sound_key(words[-1:]) != sound_key(others[-1:]):
        alike = begins_alike or sound_alike(words[0], others[0])
        return Resemblance("a similar spelling", False) if alike else None
    if begins_alike:
        return Resemblance("the same surname, and one given name begins like the other", True)
    if sound_alike(words[0], others[0]):
        return Resemblance("a similar spelling", False)
    return Resemblance(SAME_SURNAME, False)


def organization_resemblance(one: str, other: str) -> Resemblance | None:
    """Return how two organizations' names resemble each other, or None if they do not."""
    words, others = significant_words(one), significant_words(other)
    if letters(words) == letters(others):
        return Resemblance("the same but for case, accents or punctuation", True)
    for short, full in ((one, other), (other, one)):
        if is_acronym(short) and letters([short]) in _acronym_keys(full):
            bare = " ".join(without_legal_form(significant_words(full)))
            is_close = letters([short]) in _acronym_keys(bare)
            return Resemblance("the acronym and the full name", is_close, is_short=True)
    if letters(without_legal_form(words)) == letters(without_legal_form(others)):
        return Resemblance("the same but for the legal form", True)
    return None


def block_keys(name: str, is_person: bool) -> frozenset[str]:
    """Return keys; two names that resemble each other share at least one of them."""
    if is_person:
        words = name_words(name)
        keys = {letters(words), *(consonants(word) for word in words[-1:])}
        return frozenset(key for key in keys if key)
    significant = significant_words(name)
    keys = {letters(significant), letters(without_legal_form(significant))}
    keys |= _acronym_keys(name)
    return frozenset(key for key in keys if key)


def is_prefix(short: str, full: str) -> bool:
    """Whether a given name begins like a longer one: an initial, or three letters and more."""
    bare = short.strip(".")
    return full.startswith(bare) and (len(bare) == 1 or len(bare) >= _PREFIX_LENGTH)


def _lone_resemblance(one: str, other: str) -> Resemblance | None:
    lone, full = sorted((one, other), key=lambda name: len(name_words(name)))
    if is_short_for(lone, full):
        return Resemblance("a part of the name alone", False, is_short=True)
    if sound_key(name_words(lone)) == sound_key(name_words(full)[-1:]):
        return Resemblance("another spelling of the surname alone", False)
    return None


def _acronym_keys(name: str) -> set[str]:
    return {letters([acronym]) for acronym in acronyms(name)}
