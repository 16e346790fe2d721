"""Names of people: titles, possessives, particles, suffixes, and which names are one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from cuttings.article.name_particles import PARTICLES

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke "
    "duchess prince princess king queen emperor empress pope patriarch cardinal archbishop bishop "
    "rev reverend father sister imam rabbi ayatollah sheikh sheik emir sultan "
    "president vice-president premier chancellor minister secretary undersecretary senator sen "
    "representative rep congressman congresswoman governor gov mayor ambassador envoy "
    "commissioner councillor mp mep deputy chairman chairwoman chairperson chair chief director "
    "spokesman spokeswoman spokesperson leader judge justice attorney general gen lieutenant lt "
    "colonel col major maj captain capt sergeant sgt corporal private admiral adm commander "
    "marshal brigadier commodore comrade madam monsieur mme herr frau senor señor signor don "
    "doña datuk dato vizier honourable honorable hon coach analyst economist head speaker whip "
    "treasurer regent tsar czar shah".split()
)
"""Words that stand before a name and are no part of it, in lower case without a full stop."""

_PERSONAL_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame archbishop bishop cardinal rev reverend imam rabbi "
    "ayatollah sheikh sheik president premier chancellor minister secretary senator sen "
    "congressman congresswoman governor gov mayor ambassador envoy chairman chairwoman spokesman "
    "spokeswoman colonel col lieutenant lt captain capt sergeant sgt admiral brigadier".split()
)
"""Titles that begin no name of a body, as "General" and "King" do."""

_TITLE_MODIFIERS = frozenset(
    "prime foreign vice deputy former then interim acting crown first second finance defence "
    "defense interior trade economy home state treasury commerce energy labor labour agriculture "
    "agricultural budget health education justice transport environment oil planning assistant "
    "associate press special supreme opposition party federal national grand managing executive "
    "senior general late ex ex-president ex-minister us u.s uk".split()
)
"""Words that stand before or between titles ("prime minister", "treasury secretary")."""

_REGNAL = frozenset(
    "king queen prince princess pope patriarch emperor empress tsar czar shah sultan saint st lord "
    "lady".split()
)
"""Titles without which the name that follows names nobody."""

_ABBREVIATED_SUFFIXES = frozenset({"jr", "sr"})
_SUFFIXES = _ABBREVIATED_SUFFIXES | frozenset(
    "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xxiii".split()
)
_POSSESSIVE = re.compile(r"(?:\s?['’]\s?s|(?<=s)['’]|['’])$", re.IGNORECASE)
_EDGES = ' \t\n"“”‘`*_.,;:!?()[]{}<>|/-–—'
_ROMAN = re.compile(r"^[IVX]+$")


def strip_possessive(form: str) -> str:
    """Return a form without a possessive ending or surrounding punctuation."""
    bare = _POSSESSIVE.sub("", form.strip(_EDGES.replace(".", "")))
    keeps_stop = bare.endswith(".") and (
        bare.count(".") > 1 or _word(bare.rsplit(" ", 1)[-1]) in _ABBREVIATED_SUFFIXES
    )
    return bare.strip(_EDGES.replace(".", "")) if keeps_stop else bare.strip(_EDGES)


def clean_person(form: str) -> str:
    """Return a person's name without titles, possessives and surrounding punctuation.

    A regnal title stays before a single name ("Pope Francis", "King Charles III"),
    which would name nobody without it. Returns "" if nothing but titles is left.
    """
    words = strip_possessive(" ".join(form.split())).split()
    position = _name_start(words)
    name = words[position:]
    regnal = position > 0 and _word(words[position - 1]) in _REGNAL
    if regnal and len(_core(name)) == 1:
        name = words[position - 1 :]
    return " ".join(name)


def has_title(form: str) -> bool:
    """Whether a form begins with a title."""
    return _name_start(form.split()) > 0


def is_title(word: str) -> bool:
    """Whether a single word is a title or stands before one."""
    return _word(word) in TITLES or _word(word) in _TITLE_MODIFIERS


def is_personal_title(word: str) -> bool:
    """Whether a word is a title that only people have before their names."""
    return _word(word) in _PERSONAL_TITLES


def is_regnal(word: str) -> bool:
    """Whether a word is a title that belongs to the name after it ("King", "Pope")."""
    return _word(word) in _REGNAL


def is_particle(word: str) -> bool:
    """Whether a word stands in small letters between given name and surname ("van", "bin")."""
    return word.islower() and _word(word) in PARTICLES


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart: no regnal title, no suffix."""
    return tuple(_core(name.split()))


def generation(name: str) -> str:
    """Return what tells namesakes apart ("Leo XIII": "xiii", "George Bush Sr.": "sr"), or ""."""
    last = name.split()[-1:]
    words = _core(name.split())
    return _word(last[0]) if last and words and last[0].strip(",") != words[-1] else ""


def surname(name: str) -> str:
    """Return the last name with the particles before it ("Charles de Gaulle": "de Gaulle")."""
    words = _core(name.split())
    if not words:
        return name
    start = len(words) - 1
    while start > 1 and _word(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def lone_forms(name: str) -> tuple[str, ...]:
    """Return the shorter forms by which a text may go on to call a person.

    The surname with and without its particles, and the first word, which is the
    surname where names are given family first, or all there is ("Francis" for "Pope
    Francis"). Whether such a form is
    unambiguous is for the caller to say.
    """
    words = _core(name.split())
    if len(words) < 2:
        return tuple(words) if " " in name else ()
    last = surname(name)
    forms = [last, last[:1].upper() + last[1:]]
    if "-" in last and _word(last.split("-", 1)[0]) in PARTICLES:
        forms.append(last.split("-", 1)[1])
    if last != words[-1]:
        forms.append(words[-1])
    if len(words[0].strip(".")) > 1:
        forms.append(words[0])
    return tuple(dict.fromkeys(forms))


def match_key(word: str) -> str:
    """Return a word for comparison: no case, accents or full stops."""
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


def _name_start(words: Sequence[str]) -> int:
    """Return where the name begins after titles such as "Deputy Secretary of State"."""
    position = 0
    while position < len(words):
        word = _word(words[position])
        if word in TITLES or (word in _TITLE_MODIFIERS and _title_follows(words, position + 1)):
            position += 1
        elif word == "of" and position > 0 and len(words) >= position + 2:
            position += 2
        else:
            break
    return position


def _title_follows(words: Sequence[str], position: int) -> bool:
    while position < len(words) and _word(words[position]) in _TITLE_MODIFIERS:
        position += 1
    return position < len(words) and _word(words[position]) in TITLES


def _core(words: Sequence[str]) -> list[str]:
    start = 1 if len(words) > 1 and _word(words[0]) in _REGNAL else 0
    core = [word.strip(",") for word in words[start:]]
    while len(core) > 1 and (_word(core[-1]) in _SUFFIXES or _ROMAN.match(core[-1])):
        core.pop()
    return core


def _word(word: str) -> str:
    return word.strip(".,").casefold()
