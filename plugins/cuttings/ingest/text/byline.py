"""Bylines: the persons a page or paste names as its authors."""

from __future__ import annotations

import re

from cuttings.article.characters import one_line
from cuttings.article.language.calendar_words import ENGLISH_MONTHS
from cuttings.article.language.name_particles import BYLINE_PARTICLES
from cuttings.ingest.text.agency import is_agency
from cuttings.ingest.text.name_case import name_as_written

LONGEST_BYLINE = 150
"""Characters of the longest byline on a page. Measured: with 120, one of 103 pages is read in
another way; with 200, none."""

_LONGEST_LOOKED_AT = 2 * LONGEST_BYLINE
"""Characters of a text that may hold a byline and more, as its date and its author's role."""
AUTHOR_SEPARATOR = "; "
_AROUND = " ,;|-–—•·:@"
_SHORTEST_SITE = 4
_SHORTEST_NAME = 3

_BY = r"(?:by|von|par|por|di|door|av|af|från|fra|przez|автор|yazan|από)"
"""Words before the name of a person who wrote."""

_WHAT = (
    r"(?:written|reported|story|words|text|texte|texto|testo|tekst|posted|published|article|artikel|"
    r"beitrag|kommentar|author|analysis|analyse|opinion|exclusive|review|report|interview|"
    r"geschrieben|verfasst|veröffentlicht|propos recueillis|publié|escrito)"
)
_PREFIX = re.compile(
    rf"^\W*(?:(?:an?|ein|une?|un)\s+)?(?:{_WHAT}\s+)?{_BY}\b(?:\s*+:)?\s++"
    r"|^\W*(?:authors?|byline|writers?|words|text|texte|tekst|autor(?:in|en|innen|es|a|zy|ka)?|"
    r"auteurs?|autore|autori|redaktion|rédaction|redactie|redacción|redacteur|автор|текст|yazar|συντάκτης|schrijver)"
    r"\s*:\s*"
    r"|^(?:autor(?:in|en|innen|es|zy)?|auteurs?|authors?)\s+(?=(?-i:[^\W\d_a-z]))"
    r"|^(?:opublikował|napisał|dodał)a?:?\s+"
    r"|^(?:文|作者|記者|记者|著者|執筆)\s*[/／:：]\s*",
    re.I,
)
_INSIDE = re.compile(r"\b(?:by|von|par|por|door)\b:?\s+(?P<names>[^\W\d_].*)", re.I)
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
    r"commentator|critic|blogger|intern|bureau\s+chief|attorney|counsel|"
    r"(?:chef)?redakteur(?:in)?|korrespondent(?:in)?|reporterin|autor(?:in)?|gründer(?:in)?|"
    r"pressesprecher(?:in)?|projektleiter(?:in)?|volontär(?:in)?|correspondante?|r[ée]dact(?:eur|rice)|"
    r"journalistin|envoyée?\s+spéciale?|redactora?|periodista|corresponsal|giornalista|inviato|inviata|"
    r"corrispondente|dziennikar(?:z|ka)|redaktor(?:ka)?|jornalista|repórter|correspondente|verslaggever|"
    r"redacteur|muhabir|yazar|корреспондент|журналист|обозреватель|δημοσιογράφος)"
)
_ROLE_AT_END = re.compile(rf"\b{_ROLE}(?:s|nen)?$", re.I)
_AFFILIATION = re.compile(
    r" ?, (?:for|of|at|the) .*$| [-–—|•·/] .*$| (?:for|at|in) (?:the )?[A-Z].*$"
    r"| ?, ?(?:PhD|M\.?D\.?|Ph\.D\.?)$"
)
_CONTACT = re.compile(r"\s*(?:@\w+|\S+@\S+\.\w+|https?://\S+|follow\b.*|\|.*)\s*", re.I)
_NOT_A_PERSON = re.compile(
    r"\b(?:staff|newsroom|desk|bureau|team|editors|editorial|admin(?:istrator)?|correspondents|reporters?|"
    r"agency|agencies|news|press|media|times|post|magazine|newspaper|journal|guardian|herald|tribune|"
    r"gazette|chronicle|network|online|webmaster|editor|guest|contributor|service|services|wire|wires|"
    r"website|web|user(?:name)?|anonymous|unknown|author|byline|view|redaktion|r[ée]daction|redacci[oó]n|"
    r"channel|radio|tv|television|broadcasting|corporation|inc|ltd|llc|gmbh|foundation|institute|"
    r"university|association|union|department|ministry|council|blog|daily|weekly|today|digital|"
    r"programm?e?|project|projekt|group|gruppe|office|committee|company|verlag|zeitung|presse|verein|"
    r"stiftung|partei|beiträge|artikel|posts|agentur|magazin|portal|categor(?:y|ies)|e\.\s?V|AG|www)\b\.?",
    re.I,
)
_DESK = re.compile(
    r"\b(?:(?:online|sport|news|lokal)?redaktion|r[ée]daction|redacci[oó]n|redazione|redacja|redactie|"
    r"staff|newsroom|(?:news|city|web|sports|world|business) ?desk|editorial (?:team|board|staff)|"
    r"support team|news services?)\b",
    re.I,
)
_MOST_DESK_WORDS = 6
_FAILED = frozenset(
    "fail none null undefined n/a na test default root admin by von par por di door av text phd md "
    "beitrag artikel foto photo share teilen kommentar comments home start datum date kategorien "
    "twitter facebook instagram linkedin email e-mail".split()
)
"""What stands where a name should when a page has none."""

_PEN_NAME = re.compile(r"[^\W\d_][\w.-]+(?: [^\W\d_][\w.-]+)?")
_BETWEEN_NAMES = re.compile(r" ?(?:;|,| [&|]|\band\b|\bund\b|\bet\b|\by\b|\be\b) ", re.I)
_OF_PICTURES = re.compile(
    r"(?:^|\()[^\w(]*(?:photo|foto|bild|illustrat|video|picture|image|camera)", re.I
)
"""What stands before or behind the names of those who took the pictures."""

_ENDS_IN_ABBREVIATION = re.compile(r"\b(?:Jr|JR|Sr|SR|[A-Z])\.$")
_CREDENTIAL = re.compile(r" ?\((?!avec|with|mit|con)[^()]*\) ?$", re.I)
_REMARK = re.compile(r" ?\((?:avec|with|mit|con) [^()]{2,80}\)$", re.I)
_ROLE_BEFORE = re.compile(rf"^(?:{_ROLE_WORDS} )*{_ROLE}(?:s|nen)?(?: |$)", re.I)
_ROLE_BEHIND = re.compile(rf"^(?P<name>.+?) (?:{_ROLE_WORDS} )+{_ROLE}\b", re.I)


def begins_as_byline(line: str) -> bool:
    """Return whether a line of plain text begins as a byline in English: "By", "Reported by".

    Where a page marks its byline, "von" and the like are known, too (``byline_authors``); they
    begin too many sentences to be trusted alone.
    """
    return _BYLINE_LINE.match(line) is not None


def byline_authors(text: str, publication: str = "") -> str:
    """Return the persons a byline names, with semicolons between them, or "".

    "By Jane Doe and John Roe, Staff Writers" gives "Jane Doe; John Roe". A byline
    that is an agency, a publication, a desk or only a time names nobody.

    Args:
        text: The byline as it stands on the page.
        publication: Name of the publication, which is not a person.
    """
    line = one_line(text)
    if not line or len(line) > _LONGEST_LOOKED_AT or line.startswith(("http://", "https://", "@")):
        return ""
    if is_picture_credit(line):
        return ""
    whole = _PREFIX.sub("", line, count=1)
    line = _without_surroundings(whole)
    remark = _REMARK.search(line)
    if remark:
        line = line[: remark.start()]
    names = _person_names(line, publication)
    if not names and (inside := _INSIDE.search(whole)):
        names = _person_names(_TIME.sub("", inside["names"]).strip(_AROUND), publication)
    if not names:
        return ""
    return AUTHOR_SEPARATOR.join(names) + (remark[0] if remark else "")


def begins_with_by(line: str) -> bool:
    """Return whether a line begins as bylines of several languages do: "By", "Von", "Autor:"."""
    return _PREFIX.match(line.lstrip()) is not None


def is_picture_credit(text: str) -> bool:
    """Return whether a text names those who took the pictures: "Photograph by Jane Doe"."""
    return _OF_PICTURES.match(text) is not None


def is_lead_in(text: str) -> bool:
    """Return whether a text is what stands before the names of a byline: "By", "Posted by:"."""
    return _PREFIX.fullmatch(f"{text} ") is not None


def pen_name(text: str, publication: str = "") -> str:
    """Return the pen name that a marked byline is ("kgb", "Jane doe"), or "".

    Args:
        text: The byline as it stands on the page.
        publication: Name of the publication, which is not a person.
    """
    name = _PREFIX.sub("", one_line(text), count=1).strip(_AROUND)
    key = "".join(filter(str.isalnum, name.casefold()))
    site = "".join(filter(str.isalnum, publication.casefold()))
    is_named = (
        _PEN_NAME.fullmatch(name)
        and not _NOT_A_PERSON.search(name)
        and not _ROLE_AT_END.search(name)
        and not is_agency(name)
    )
    return name if is_named and name.casefold() not in _FAILED and key not in site else ""


def desk_name(text: str, publication: str = "") -> str:
    """Return the desk that a byline names ("Redaktion", "Staff Report"), or "".

    It is what a page states of its author where no person is named.

    Args:
        text: The byline as it stands on the page.
        publication: Name of the publication, which is not a desk.
    """
    whole = one_line(text)
    if len(whole) > _LONGEST_LOOKED_AT:
        return ""
    line = _without_surroundings(_PREFIX.sub("", whole, count=1))
    is_desk = (
        len(line.split()) <= _MOST_DESK_WORDS
        and _DESK.search(line) is not None
        and line.casefold() != publication.casefold()
        and not is_agency(line)
    )
    return line if is_desk else ""


def is_person(name: str, publication: str = "") -> bool:
    """Return whether ``name`` can be a person's: two to six capitalized words, or one."""
    name = one_line(name)
    folded = name.casefold()
    if not name or folded in _FAILED or is_agency(name) or any(char.isdigit() for char in name):
        return False
    if publication and (folded in publication.casefold() or _names_site(folded, publication)):
        return False
    if name.isascii() and " " not in name and (name.isupper() or len(name) < _SHORTEST_NAME):
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


def _without_surroundings(line: str) -> str:
    """Return a byline without its day, addresses and the marks around it."""
    return _CONTACT.sub(" ", _TIME.sub("", line)).strip(_AROUND)


def _names_site(name: str, publication: str) -> bool:
    """Return whether a publication's name is part of what seems a person's."""
    return len(publication) >= _SHORTEST_SITE and publication.casefold() in name


def _person_names(line: str, publication: str) -> list[str]:
    """Return the names of a byline without its prefix; what follows a role is not a name."""
    names: dict[str, str] = {}
    pieces = _BETWEEN_NAMES.split(line)
    for piece in pieces:
        if names and _OF_PICTURES.search(piece):
            break
        name = _without_role(_PREFIX.sub("", piece)).strip(" ,;|-–—•·:\u200b")
        if not _ENDS_IN_ABBREVIATION.search(name):
            name = name.rstrip(".")
        if is_person(name, publication):
            names.setdefault(name.casefold(), name_as_written(name))
        elif names:
            break
    return list(names.values())


def _without_role(name: str) -> str:
    name = _CREDENTIAL.sub("", name)
    shorter = _AFFILIATION.sub("", name)
    if (role := _ROLE_BEFORE.match(shorter)) is not None:
        shorter = shorter[role.end() :]
        if shorter[:1].islower():
            return ""
    match = _ROLE_BEHIND.match(shorter)
    return match["name"] if match else shorter
