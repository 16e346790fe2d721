"""Names of people: their words, without titles, possessives and suffixes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cuttings.article.language.name_particles import PARTICLES
from cuttings.entities.words.titles import bare_word, is_regnal, name_start

_ABBREVIATED_SUFFIXES = frozenset({"jr", "sr"})
_SUFFIXES = _ABBREVIATED_SUFFIXES | frozenset(
    "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii".split()
)
_JOINING = frozenset({"e", "y"})
"""Particles between the two parts of a surname."""

_POSSESSIVE = re.compile(r"(?:\s?['’]\s?s|(?<=s)['’]|['’])$", re.IGNORECASE)
_EDGES = ' \t\n"“”‘`*_.,;:!?()[]{}<>|/-–—'
_ROMAN = re.compile(r"^[IVX]+$")


def strip_possessive(form: str) -> str:
    """Return a form without a possessive ending or surrounding punctuation."""
    bare = _POSSESSIVE.sub("", form.strip(_EDGES.replace(".", "")))
    keeps_stop = bare.endswith(".") and (
        bare.count(".") > 1 or bare_word(bare.rsplit(" ", 1)[-1]) in _ABBREVIATED_SUFFIXES
    )
    return bare.strip(_EDGES.replace(".", "")) if keeps_stop else bare.strip(_EDGES)


def clean_person(form: str) -> str:
    """Return a person's name without titles, possessives and surrounding punctuation.

    A regnal title stays before a single name ("Pope Francis", "King Charles III"),
    which would not name anybody without it. Returns "" if nothing but titles is left.
    """
    words = strip_possessive(" ".join(form.split())).split()
    position = name_start(words)
    name = words[position:]
    regnal = position > 0 and is_regnal(words[position - 1])
    if regnal and len(_core(name)) == 1:
        name = words[position - 1 :]
    return " ".join(name)


def is_particle(word: str) -> bool:
    """Whether a word stands in small letters between given name and surname ("van", "bin")."""
    return word.islower() and bare_word(word) in PARTICLES


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that distinguish people, without regnal title and suffix."""
    return tuple(_core(name.split()))


@lru_cache(maxsize=65_536)
def generation(name: str) -> str:
    """Return what distinguishes namesakes ("Leo XIII": "xiii", "George Bush Sr.": "sr"), or ""."""
    last = name.split()[-1:]
    words = name_words(name)
    return bare_word(last[0]) if last and words and last[0].strip(",") != words[-1] else ""


def surname(name: str) -> str:
    """Return the last name with the particles before it ("Charles de Gaulle": "de Gaulle")."""
    words = name_words(name)
    return " ".join(words[_surname_start(words) :]) if words else name


def divided_name(name: str) -> tuple[str, str, str]:
    """Return given name, surname and what distinguishes generations; what is missing is "".

    A surname that a particle joins is whole ("José Ortega y Gasset": "Ortega y Gasset").
    """
    words = name.split()
    core = _core(words)
    start = _surname_start(core)
    if start > 1 and bare_word(core[start]) in _JOINING:
        start -= 1
    end = _name_start(words) + len(core)
    return " ".join(core[:start]), " ".join(core[start:]), " ".join(words[end:])


def _surname_start(words: Sequence[str]) -> int:
    start = len(words) - 1
    while start > 1 and bare_word(words[start - 1]) in PARTICLES:
        start -= 1
    return start


@lru_cache(maxsize=65_536)
def lone_forms(name: str) -> tuple[str, ...]:
    """Return the shorter forms by which a text may go on to call a person.

    The surname with and without its particles, and the first word, which is the
    surname where names are given family first, or all there is ("Francis" for "Pope
    Francis"). Whether such a form is
    unambiguous is for the caller to say.
    """
    words = name_words(name)
    if len(words) < 2:
        return words if " " in name else ()
    last = surname(name)
    forms = [last, last[:1].upper() + last[1:]]
    if "-" in last and bare_word(last.split("-", 1)[0]) in PARTICLES:
        forms.append(last.split("-", 1)[1])
    if last != words[-1]:
        forms.append(words[-1])
    if len(words[0].strip(".")) > 1:
        forms.append(words[0])
    return tuple(dict.fromkeys(forms))


def _core(words: Sequence[str]) -> list[str]:
    core = [word.strip(",") for word in words[_name_start(words) :]]
    while len(core) > 1 and (bare_word(core[-1]) in _SUFFIXES or _ROMAN.match(core[-1])):
        core.pop()
    return core


def _name_start(words: Sequence[str]) -> int:
    """Return 1 behind a regnal title, else 0."""
    return int(len(words) > 1 and is_regnal(words[0]))
