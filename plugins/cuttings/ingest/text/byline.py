"""Bylines: the persons a page or paste names as its authors."""

from __future__ import annotations

import re

from cuttings.article.calendar_words import ENGLISH_MONTHS
from cuttings.article.characters import one_line
from cuttings.article.name_particles import BYLINE_PARTICLES
from cuttings.ingest.text.agency import is_agency

LONGEST_BYLINE = 150
_LONGEST_LOOKED_AT = 2 * LONGEST_BYLINE

_PREFIX = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|published|article|author|analysis|opinion|"
    r"exclusive|review|report|interview|photographs?)\s+)?(?:by|von|par|por|di|door|av|af)\b\s*:?\s+"
    r"|^\W*(?:authors?|byline|autor(?:en)?|auteurs?|redactie)\s*:\s*",
    re.I,
)
_MONTH = rf"(?:{'|'.join(sorted(ENGLISH_MONTHS, key=len, reverse=True))})\.?"
_BYLINE_LINE = re.compile(r"^\W*(?:(?:written|reported|story|words)\s+)?by:?\s+\S", re.I)
_TIME = re.compile(
    rf"(?:\b(?:on\s+|updated\s*:?\s+|published\s*:?\s+|posted\s*:?\s+|last\s+)*"
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?=\W|$)|\d{{1,2}}[:.]\d{{2}}\b|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})"
    rf"|\b\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b"
    rf"|\b(?:updated|published|posted)\b\s*:?|\|).*$",
    re.I | re.S,
)
_ROLE_WORDS = (
    r"(?:staff|senior|chief|special|foreign|political|business|sports?|economics?|science|health|"
    r"technology|tech|arts|culture|legal|defen[cs]e|diplomatic|education|environment|entertainment|"
    r"features?|news|world|national|international|assistant|associate|deputy|managing|executive|"
    r"contributing|freelance|guest|investigative|data|city|crime|media|markets?|europe|asia|africa|"
    r"middle\s+east|us|uk|washington|white\s+house|north\s+america)"
)
_ROLE = (
    r"(?:correspondent|reporter|editor(?:-in-chief|-at-large)?|writer|columnist|journalist(?:e)?|"
    r"contributor|technologist|producer|photographer|analyst|author|fellow|professor|director|"
    r"commentator|critic|blogger|intern|bureau\s+chief|attorney|counsel|redakteur(?:in)?|"
    r"r[ée]dacteur|redactor|periodista)"
)
_ROLE_AT_END = re.compile(rf"\b{_ROLE}s?$", re.I)
_AFFILIATION = re.compile(
    r" ?, (?:for|of|at|the) .*$| (?:for|at|in) (?:the )?[A-Z].*$| ?, ?(?:PhD|M\.?D\.?|Ph\.D\.?)$"
)
_CONTACT = re.compile(r"\s*(?:@\w+|\S+@\S+\.\w+|https?://\S+|follow\b.*|\|.*)\s*", re.I)
_NOT_A_PERSON = re.compile(
    r"\b(?:staff|newsroom|desk|bureau|team|editors|editorial|admin(?:istrator)?|correspondents|reporters?|"
    r"agency|agencies|news|press|media|times|post|magazine|newspaper|journal|guardian|herald|tribune|"
    r"gazette|chronicle|network|online|webmaster|editor|guest|contributor|service|services|wire|wires|"
    r"website|web|user(?:name)?|anonymous|unknown|author|byline|view|redaktion|r[ée]daction|redacci[oó]n|"
    r"channel|radio|tv|television|broadcasting|corporation|inc|ltd|llc|gmbh|foundation|institute|"
    r"university|association|union|department|ministry|council|blog|daily|weekly|today|digital)\b\.?",
    re.I,
)
_FAILED = frozenset(
    {"fail", "none", "null", "undefined", "n/a", "na", "test", "default", "root", "admin"}
)
_BETWEEN_NAMES = re.compile(r" ?(?:;|,| [&|]|\band\b|\bund\b|\bet\b|\by\b|\be\b) ", re.I)
_ENDS_IN_ABBREVIATION = re.compile(r"\b(?:Jr|Sr|[A-Z])\.$")
_CREDENTIAL = re.compile(r" ?\((?!avec|with|mit|con)[^()]*\) ?$", re.I)
_REMARK = re.compile(r" ?\((?:avec|with|mit|con) [^()]{2,80}\)$", re.I)
_ROLE_ALONE = re.compile(rf"(?:{_ROLE_WORDS} )*{_ROLE}s?", re.I)
_ROLE_BEHIND = re.compile(rf"^(?P<name>.+?) (?:{_ROLE_WORDS} )+{_ROLE}\b", re.I)


def begins_as_byline(line: str) -> bool:
    """Return whether a line of plain text begins as a byline in English: "By", "Reported by".

    Where a page marks its byline, "von" and the like are known, too (``byline_authors``); they
    begin too many sentences to be trusted alone.
    """
    return _BYLINE_LINE.match(line) is not None


def byline_authors(text: str, publication: str = "") -> str:
    """Return the persons a byline names, as a reader would write them, or "".

    "By Jane Doe and John Roe, Staff Writers" gives "Jane Doe, John Roe". A byline
    that is an agency, a publication, a desk or only a time names nobody.

    Args:
        text: The byline as it stands on the page.
        publication: Name of the publication, which is not a person.
    """
    line = one_line(text)
    if not line or len(line) > _LONGEST_LOOKED_AT or line.startswith(("http://", "https://", "@")):
        return ""
    line = _PREFIX.sub("", line, count=1)
    line = _TIME.sub("", line)
    line = _CONTACT.sub(" ", line).strip(" ,;|-–—•·:")
    remark = _REMARK.search(line)
    if remark:
        line = line[: remark.start()]
    names = _person_names(line, publication)
    if not names:
        return ""
    return ", ".join(names) + (remark[0] if remark else "")


def is_person(name: str, publication: str = "") -> bool:
    """Return whether ``name`` can be a person's: two to six capitalized words, or one."""
    name = one_line(name)
    folded = name.casefold()
    if not name or folded in _FAILED or is_agency(name) or any(char.isdigit() for char in name):
        return False
    if publication and folded in publication.casefold():
        return False
    if (
        _NOT_A_PERSON.search(name)
        or _ROLE_AT_END.search(name)
        or re.search(r"[/<>{}\[\]@#%=_!?:]", name)
    ):
        return False
    words = name.split()
    if len(words) > 6:
        return False
    return all(
        word[0].isupper()
        or not word[0].isalpha()
        or word.casefold() in BYLINE_PARTICLES
        or not word[0].isascii()
        or "'" in word
        or "’" in word
        for word in words
    ) and any(char.isalpha() for char in name)


def _person_names(line: str, publication: str) -> list[str]:
    """Return the names of a byline without its prefix; what follows a role is not a name."""
    names: dict[str, str] = {}
    pieces = _BETWEEN_NAMES.split(line)
    for piece in pieces:
        name = _without_role(_PREFIX.sub("", piece)).strip(" ,;|-–—•·:\u200b")
        if not _ENDS_IN_ABBREVIATION.search(name):
            name = name.rstrip(".")
        if is_person(name, publication):
            names.setdefault(name.casefold(), name)
        elif names:
            break
    return list(names.values())


def _without_role(name: str) -> str:
    name = _CREDENTIAL.sub("", name)
    shorter = _AFFILIATION.sub("", name)
    if _ROLE_ALONE.fullmatch(shorter):
        return ""
    match = _ROLE_BEHIND.match(shorter)
    return match["name"] if match else shorter
