"""Names of organizations: trimming, and the acronyms that stand for them."""

from __future__ import annotations

import re
from functools import lru_cache

from cuttings.entities.words.person_names import strip_possessive
from cuttings.entities.words.short_names import match_key

KINDS_OF_BODY = frozenset(
    "Agency Alliance Assembly Association Authority Bank Board Bureau Cabinet Center Centre Choir "
    "Church Clinic Club Coalition College Commission Committee Company Corporation Council Court "
    "Department Federation Foundation Government Group Hospital Institute League Ministry Movement "
    "Office Opposition Organisation Organization PAC Party School Society Team Trust Union "
    "University".split()
)
"""Words for what a body is, which end its name and are not a name alone."""

_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_INTRODUCED = re.compile(r"^(?P<name>.+?) ?\((?P<acronym>[A-Z][A-Za-z&.-]{1,9})\)?$")
_PARTY_OF = re.compile(r"^(?P<party>.* Party) of (?:the )?(?P<whose>.+)\Z", re.DOTALL)
_MEMBERS = re.compile(
    r"^(?P<body>.*\b(?:Assembly|Commission|(?:Sub)?[Cc]ommittee|Congress|Council|Parliament|Senate))"
    r" (?:Communists|Conservatives|Democrats|Greens|Liberals|Members|Nationalists|Republicans|"
    r"Socialists|Unionists)$"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL_WORDS = frozenset("of the and for in on at to de la le du des der für y e".split())


def clean_organization(form: str) -> str:
    """Return a name without a leading article, a possessive or surrounding punctuation.

    "Party of" keeps a country ("Communist Party of India"), but no leader.
    """
    bare = strip_possessive(" ".join(form.split()))
    introduced = _INTRODUCED.match(bare)
    bare = body_alone(introduced["name"] if introduced else bare)
    party = _PARTY_OF.match(bare)
    if party is not None and not party["whose"][0].isupper():
        bare = party["party"]
    words = _LEADING.sub("", bare).split()
    while words and words[-1].casefold() in _SMALL_WORDS:
        words.pop()
    return " ".join(words)


def body_alone(form: str) -> str:
    """Return the body whose members a form names ("Budget Committee Republicans"), or the form."""
    members = _MEMBERS.match(form)
    return members["body"] if members else form


def acronyms(name: str) -> tuple[str, ...]:
    """Return the acronyms of a name of three or more words, with and without small words.

    "ECB" and "E.C.B." for "European Central Bank".
    """
    if name.replace(" ", "", 1).isalnum():
        return ()  # most names have two words, and this is the faster way to see it
    words = _WORD.findall(name)
    significant = [word for word in words if word.casefold() not in _SMALL_WORDS]
    if len(significant) < 3 or not all(word[0].isupper() for word in significant):
        return ()
    short = "".join(word[0] for word in significant)
    long = "".join(word[0].upper() for word in words)
    dotted = "".join(f"{char}." for char in short)
    return tuple(dict.fromkeys((short, dotted, long)))


def is_acronym(form: str) -> bool:
    """Whether a form is one word of capitals, with or without full stops."""
    letters = form.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


@lru_cache(maxsize=65_536)
def significant_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without "the", and "and" for "&"."""
    words = name.replace("&", " and ").split()
    return tuple(word for word in words if match_key(word) != "the") or (name,)
