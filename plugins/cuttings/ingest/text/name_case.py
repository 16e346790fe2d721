"""Names in capitals, as they are written."""

from __future__ import annotations

import re

from cuttings.article.language.name_particles import BYLINE_PARTICLES

_PART = re.compile(r"[^\W\d_]+")
_SMALL_PREFIX = re.compile(
    r"\b(?P<prefix>Mac|Mc|Fitz|Di|De|Da|Du|La|Le|Lo|Van|Von)(?=[^\W\d_a-z]{2})"
)
"""What stands in its usual letters before a name that is otherwise in capitals ("McCAIN")."""

_SUFFIXES = {"JR": "Jr", "JR.": "Jr.", "SR": "Sr", "SR.": "Sr."}
_NUMERAL = re.compile(r"(?:II|III|IV|VI{0,3})")
_VOWELS = frozenset("AEIOUYÀÁÂÄÅÆÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜ")
_LONGEST_INITIALS = 3
_SHORTEST_AFTER_MC = 3


def name_as_written(name: str) -> str:
    """Return a name all in capitals with small letters, any other as it is.

    "LISA MASCARO" gives "Lisa Mascaro", "J.D. O'NEILL-MCKAY III" gives "J.D. O'Neill-McKay III",
    "JOHN McCAIN" gives "John McCain"; one word in capitals may be an abbreviation and stays.
    """
    words = name.split()
    if not _SMALL_PREFIX.sub("", name).isupper() or len(words) < 2:
        return name
    written = [_word(word) for word in words]
    return " ".join(
        word.lower() if 0 < place < len(words) - 1 and word.lower() in BYLINE_PARTICLES else word
        for place, word in enumerate(written)
    )


def _word(word: str) -> str:
    if suffix := _SUFFIXES.get(word):
        return suffix
    if _NUMERAL.fullmatch(word) or _are_initials(word):
        return word
    if prefix := _SMALL_PREFIX.match(word):
        return prefix[0] + _word(word[prefix.end() :])
    return _PART.sub(lambda part: _part(part[0], after_apostrophe=_is_ending(word, part)), word)


def _is_ending(word: str, part: re.Match[str]) -> bool:
    """Return whether a part is the S of "MAGGIE'S", not the NEILL of "O'NEILL"."""
    return len(part[0]) == 1 and part.start() > 0 and word[part.start() - 1] in "'’"


def _part(part: str, *, after_apostrophe: bool) -> str:
    if after_apostrophe:
        return part.lower()
    if part.startswith("MC") and len(part) >= _SHORTEST_AFTER_MC + 2:
        return "Mc" + part[2:].capitalize()
    return part.capitalize()


def _are_initials(word: str) -> bool:
    """Return whether a word is initials: "J.", "J.D.", "TJ"."""
    letters = [char for char in word if char.isalpha()]
    if "." in word and word.count(".") == len(letters):
        return True
    short = len(letters) == len(word) <= _LONGEST_INITIALS
    return short and word != "NG" and _VOWELS.isdisjoint(word) and word.isascii()
