"""Why a form cannot be a name, however it is used: signs, words in small letters, verbs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cuttings.article.language.abbreviation import ABBREVIATIONS
from cuttings.article.language.function_words import is_function_word
from cuttings.entities.names.organization_evidence import shows_organization_in_form
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.legal_forms import ends_in_legal_form, joins_companies
from cuttings.entities.words.organizations import is_acronym
from cuttings.entities.words.person_names import is_particle

_SIGN = re.compile(r"[_©®™#@“”\"*•:;!?<>|=+%$\[\]{}\\]| [-–—] |^\W")
_STOP_WITHIN = re.compile(r"\b([^\W\d_]{4,})\. ")
_JOINED = re.compile(r"[^\W\d_]/[^\W\d_]")
_SYMBOLS = frozenset({"So", "Sk", "Cn", "Co", "Cc"})
_VERBS = frozenset("VBZ VBD VBP MD PRP PRP$ WP WDT WRB EX".split())
_GLUED = re.compile(r"(?:^|[\s-])(?P<before>[A-ZÀ-ÞĀ-ž][a-zß-ÿ]+)[A-Z][a-z]")
_PREFIXES = frozenset(
    "Mc Mac De Di Du La Le Van Von Del Dal Fitz San El Al Ab Ver Ten Ter Da Lo St O Des Den Der "
    "Bin Ibn Abu Mon".split()
)
_SMALL_IN_BODIES = frozenset(
    "of the and for in on at against de la le du des der für y e & del di et und van von den i d "
    "council committee party bank union group board company co inc corp ltd plc".split()
)
_SMALL_ABROAD = frozenset("de du des del della di da dos der für van en na y et e".split())
"""Small words of other languages, in whose names adjectives stay small, too."""

_RELATING = frozenset("for in on at against".split())
_FIRST_NAMES_TOO = frozenset("will may an so do no her his by la".split())
_PARTICLE_JOINED = re.compile(r"[a-z]{1,3}['’-]?[A-Z]")
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s\Z")
_ROMAN = re.compile(r"[IVX]+\Z")


def why_unfit_for_person(form: str, tags: Sequence[str]) -> str:
    """Return why a form cannot be a person, or "".

    Args:
        form: The form, trimmed.
        tags: Part-of-speech tags of the span that it was trimmed of.
    """
    words = form.split()
    if _has_sign(form):
        return "a sign in it is not part of a name"
    if any(word[0].islower() and not _is_small_in_person(word) for word in words):
        return "a word in it is written in small letters"
    if any(map(_only_joins, words[:-1])) or (len(words) != 2 and _only_joins(words[-1])):
        return "a word in it only joins others"
    if len(words) > 1 and _VERBS.intersection(tags):
        return "a word in it is a verb or a pronoun"
    if any(
        len(found["before"]) > 2 and found["before"] not in _PREFIXES
        for found in _GLUED.finditer(form)
    ):
        return "two words run together in it"
    if len(words) > 1 and (_is_code(words[-1]) or (_is_code(words[0]) and len(words[0]) > 2)):
        return "an abbreviation is in it"
    if ends_in_legal_form(form):
        return "it ends as companies do"
    return ""


def why_unfit_for_organization(form: str, tags: Sequence[str]) -> str:
    """Return why a form cannot be an organization, or "" (see ``why_unfit_for_person``)."""
    words = form.split()
    if _has_sign(form):
        return "a sign in it is not part of a name"
    if any(map(_ends_sentence, _STOP_WITHIN.findall(form))):
        return "a sentence ends in it"
    if ends_in_legal_form(form):
        return "it joins two names" if joins_companies(form) else ""
    if any(char.isdigit() for char in form):
        return "a figure is in it"
    if _JOINED.search(form):
        return "it joins two names"
    if _PLURAL_ACRONYM.match(form):
        return "it is an abbreviation in the plural"
    small = [word for word in words[1:] if word[0].islower() and word not in _SMALL_IN_BODIES]
    if small and not _SMALL_ABROAD.intersection(words):
        return "a word in it is written in small letters"
    if any(is_function_word(word) and not _joins_in_body(word) for word in words[:-1]):
        return "a word in it only joins others"
    if _RELATING.intersection(words[1:]) and not shows_organization_in_form(form):
        return "it joins two names"
    if len(words) > 1 and _VERBS.intersection(tags):
        return "a word in it is a verb or a pronoun"
    return ""


def _ends_sentence(word: str) -> bool:
    """Whether a full stop behind a word is not that of an abbreviation ("Alex. Brown")."""
    return word.casefold() not in ABBREVIATIONS and not is_given_name(word)


def _is_small_in_person(word: str) -> bool:
    """Whether a word in small letters may stand in a person's name ("van", "al-Sabah")."""
    return is_particle(word.strip(".,")) or _PARTICLE_JOINED.match(word) is not None


def _only_joins(word: str) -> bool:
    return len(word.strip(".")) > 1 and (
        is_function_word(word) and word.casefold() not in _FIRST_NAMES_TOO
    )


def _joins_in_body(word: str) -> bool:
    return word.casefold() in _SMALL_IN_BODIES


def _is_code(word: str) -> bool:
    return is_acronym(word) and "." not in word and _ROMAN.match(word) is None


def _has_sign(form: str) -> bool:
    return (
        _SIGN.search(form) is not None
        or form.count("(") != form.count(")")
        or any(unicodedata.category(char) in _SYMBOLS for char in form)
    )
