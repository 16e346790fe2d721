"""Legal forms of companies ("Inc", "PLC", "GmbH") and the names that they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.words.alternatives import any_of
from cuttings.entities.words.name_sounds import letters

_SPELLINGS = (
    "Inc Incorporated Corp Corporation Co Cos Company Companies Ltd Limited L.L.C L.L.P L.P P.L.C "
    "plc Plc A.G G.m.b.H KGaA KG N.V B.V S.A S.A.S S.p.A SPA SpA A.B Ab A/S ASA Oy OY Oyj Pty "
    "Pte Bhd Berhad K.K S.A.R.L Sarl VOF PJSC OJSC JSC Hldg Hldgs"
).split()
"""How legal forms are written; full stops within one may be missing, and one may follow."""

_SAME_FORM = {"incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd"}
"""Legal forms that are written out, as they are abbreviated."""

_KEYS = frozenset(letters([spelling]) for spelling in _SPELLINGS)
_FORMS = any_of(" ".join(spelling.replace(".", r"\.?") for spelling in _SPELLINGS))
_ENDS_IN_FORM = re.compile(rf"[,\s(]{_FORMS}\.?\)?\Z")
_AND_FORM = r"(?:and|&) (?:Co|Company|Sons?|Bros|Brothers|Associates|Partners|Cie|Hijos|Zonen)\b"
_ENDS_IN_AND_FORM = re.compile(rf" {_AND_FORM}\.?\Z")
_NAME_WORD = r"[^\W\d_a-z][\w.'’&/-]*"
_GOES_ON = re.compile(
    rf"(?: {_NAME_WORD}){{0,5}}"
    rf"(?:,? {_FORMS}\b| {_AND_FORM})"
)
_FORM_BEHIND = re.compile(rf",? {_FORMS}\b")
_AND_FORM_ALONE = re.compile(rf" {_AND_FORM}(?:,? {_FORMS}\.?)*\Z")
_JOINS = re.compile(rf" {_FORMS}\.?(?:, | (?:and|&) )(?:{_NAME_WORD} )*{_NAME_WORD}")
_LAST_FORM = re.compile(rf",? (?:{_FORMS}|{_AND_FORM})\.?\Z")


def ends_in_legal_form(form: str) -> bool:
    """Whether a name ends as companies do ("Lee Data Corp", "Lee and Sons")."""
    return bool(_ENDS_IN_FORM.search(form) or _ENDS_IN_AND_FORM.search(form))


def is_legal_form(word: str) -> bool:
    """Whether a word is a legal form, in capitals or not, with or without full stops."""
    return letters([word]) in _KEYS


def precedes_legal_form(text: str, end: int) -> bool:
    """Whether a legal form stands right behind ``end``."""
    return _FORM_BEHIND.match(text, end) is not None


def without_legal_form(words: Sequence[str]) -> list[str]:
    """Return the words of a name without the legal form at its end ("Inc", "& Co")."""
    kept = list(words)
    while len(kept) > 1 and is_legal_form(kept[-1]):
        kept.pop()
    return kept


def legal_form(words: Sequence[str]) -> str:
    """Return the legal form at the end of a name, the same however it is written, or ""."""
    form = [letters([word]) for word in words[len(without_legal_form(words)) :]]
    return " ".join(_SAME_FORM.get(word, word) for word in form)


def joins_companies(form: str) -> bool:
    """Whether a form has a legal form with another name behind it ("Lee Inc, Data Inc")."""
    found = _JOINS.search(form)
    return found is not None and not _AND_FORM_ALONE.search(found[0])


def company_core(form: str) -> str:
    """Return a company's name without its legal forms ("Lee and Co Inc": "Lee")."""
    core = form
    while found := _LAST_FORM.search(core):
        core = core[: found.start()]
    return core or form


def goes_on_to_legal_form(text: str, end: int) -> int:
    """Return where a company's name ends that goes on behind ``end``, or ``end`` if none does."""
    found = _GOES_ON.match(text, end)
    return found.end() if found else end


def short_companies(name: str) -> tuple[str, ...]:
    """Return the shorter forms of a company's name: without legal form, and its first words.

    "Allied Bancshares" and "Allied" for "Allied Bancshares Inc"; none for what has no legal form.
    """
    core = company_core(name).split()
    if not ends_in_legal_form(name) or not core:
        return ()
    forms = (" ".join(core[:count]) for count in range(len(core), 0, -1))
    return tuple(form for form in forms if not is_function_word(form.rsplit(" ", 1)[-1]))
