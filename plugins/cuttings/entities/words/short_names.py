"""Which names are one person's: "A. Blinken" and "Antony J. Blinken"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cuttings.entities.words.person_names import generation, lone_forms, name_words, surname


@lru_cache(maxsize=65_536)
def match_key(word: str) -> str:
    """Return a word for comparison: no case, accents or full stops."""
    if word.isascii():
        return word.casefold().strip(".,")
    decomposed = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip(".,")


def name_key(name: str) -> str:
    """Return a name for comparison, word by word (see ``match_key``)."""
    return " ".join(match_key(word) for word in name.split())


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` can be another, not longer way to write the name ``full``.

    "Blinken", "A. Blinken" and "Antony Blinken" can for "Antony J. Blinken";
    "Ann Blinken" cannot, nor "Leo XIII" for "Leo XIV".
    """
    if generation(short) not in {"", generation(full)}:
        return False
    mine = [match_key(word) for word in name_words(short)]
    theirs = [match_key(word) for word in name_words(full)]
    if not mine or not theirs or len(mine) > len(theirs):
        return False
    if len(mine) == 1:
        alone = {match_key(form) for form in lone_forms(full)} | {" ".join(theirs)}
        return mine[0] in alone
    if " ".join(mine) == match_key(surname(full)):
        return True
    return mine[-1] == theirs[-1] and _in_order(mine[:-1], theirs[:-1])


def fullest(names: Iterable[str]) -> str:
    """Return the form with most words, then most letters, then first in the alphabet."""
    return min(names, key=lambda name: (-len(name_words(name)), -len(name), name))


def _in_order(given: Sequence[str], full: Sequence[str]) -> bool:
    position = 0
    for word in given:
        while position < len(full) and not _given_names_agree(word, full[position]):
            position += 1
        if position == len(full):
            return False
        position += 1
    return True


def _given_names_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other
