"""A person's name with the surname first, as an index has it ("Mozart, Wolfgang Amadeus").

It is the other way round that ``filed_name`` makes of a heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from cuttings.entities.entity import bare_name
from cuttings.entities.words.filed_name import is_family_first
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.person_names import generation, is_particle
from cuttings.entities.words.titles import is_regnal, name_start

_MOST_WORDS = 4
"""Words of a surname with its particles, and of given names; by eye."""


def reading_order(name: str) -> str:
    """Return a person's name as it is read; one that is not inverted is returned as it is.

    "Beethoven, Ludwig van" is "Ludwig van Beethoven", "King, Martin Luther, Jr." is "Martin Luther
    King Jr.", "Churchill, Sir Winston" is "Winston Churchill" and "Fahd, King" is "King Fahd".

    Args:
        name: The name; a qualifier in brackets stays at its end.
    """
    bare = bare_name(name)
    family, *others = bare.split(", ")
    suffixes = [part for part in others if _is_generation(part)]
    given = [part.split() for part in others if part not in suffixes]
    if len(given) != 1 or len(suffixes) > 1 or not _are_name_words(family.split()):
        return name
    words = given[0]
    first = words[name_start(words) :]
    if not first and len(words) == 1 and is_regnal(words[0]):
        first = words
    if not _are_name_words(first) or _are_two_people(family.split(), first):
        return name
    turned = [family, *first] if is_family_first([family, *first]) else [*first, family]
    return " ".join((*turned, *suffixes)) + name[len(bare) :]


def _is_generation(part: str) -> bool:
    """Whether a part distinguishes generations ("Jr.", "III")."""
    return " " not in part and bool(generation(f"Amos Lee {part}"))


def _are_two_people(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether two whole names stand beside the comma ("Ada Falk, Amos Lee")."""
    is_whole = sum(not is_particle(word) for word in before) > 1 and is_given_name(before[0])
    return is_whole and not (len(behind) == 1 and is_given_name(behind[0]))


def _are_name_words(words: Sequence[str]) -> bool:
    own = [word for word in words if not is_particle(word)]
    return 0 < len(own) <= len(words) <= _MOST_WORDS and all(map(_is_name_word, own))


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and all(char.isalpha() or char in ".'’-" for char in word)
