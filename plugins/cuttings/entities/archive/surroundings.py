"""What stands around a name: the titles and offices of a person, the marks of a company."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cuttings.entities.words.human_deeds import (
    does_as_people_do,
    has_a_life,
    says_of_self,
    shows_person,
)
from cuttings.entities.words.legal_forms import precedes_legal_form
from cuttings.entities.words.titles import TITLES, bare_word, is_personal_title, is_title

_WINDOW = 80
"""Characters before a name that hold its given names and its titles."""

_OFFICE_WORDS = 7
"""Words behind a comma among which an office is looked for ("Jacques Chirac, the prime …")."""

_BEHIND = re.compile(r", ((?:[\w.'’-]+ ?){1,7})")
_AS_COMPANY = re.compile(
    r"(?: ?(?:<|&lt;|\((?:NYSE|NASDAQ|Nasdaq|AMEX|LSE)?:? ?)[A-Z][A-Z.]{1,5}(?:>|&gt;|\))|"
    r"(?:['’]s?)? (?:shares?|stock|shareholders?|stockholders?|subsidiary|subsidiaries|division|"
    r"unit|common|debentures|revenues?|products?|board)\b)"
)
_AS_SUBJECT = re.compile(
    r"(?:, (?:who|whose|aged|\d\d,)\b|"
    r" (?:has been|had been|was|is|were) (?:appointed|arrested|charged|convicted|elected|named|"
    r"promoted|replaced)\b|"
    r" will (?:become|remain|resign|retire|succeed)\b)"
)
_BEFORE_PEOPLE = frozenset(
    "said says quoted told named appointed elected succeed succeeds succeeded replaces replaced "
    "brother sister wife husband son daughter widow official officials executive academic".split()
)
"""Words right before the name of a person, be it with a comma."""

_WHAT_PEOPLE_ARE = tuple(
    "man woman men women er ers or ors ist ists ian ians yst ysts ics eur ant".split()
)
"""Ends of words for what people are: "designer", "economist", "businessman"."""

_FEWEST_LETTERS = 5
"""Letters of the shortest of those words: "over" and "for" end like them."""

_NOT_OFFICES = frozenset({"former", "then", "late", "ex", "acting"})
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_OF_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "queen", "princess"})


def titles_before(text: str, start: int, given: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Return the words of titles before a name, and where they begin.

    Args:
        text: The text.
        start: Where the surname begins.
        given: The words of the name before the surname, which may stand between.
    """
    line = max(text.rfind("\n", max(0, start - _WINDOW), start) + 1, start - _WINDOW, 0)
    words = text[line:start].split(" ")
    if not words or words[-1]:
        return start, ()
    words.pop()
    place = start - 1
    while words and (words[-1].strip(".,") in given or _is_initial(words[-1])):
        place -= len(words.pop()) + 1
    titles: list[str] = []
    while words and _goes_on(words, titles):
        word = words.pop()
        titles.insert(0, bare_word(word))
        place -= len(word) + 1
    while titles and titles[0] in {"of", "and"}:
        place += len(titles.pop(0)) + 1
    if not any(title in TITLES for title in titles):
        return start, ()
    return place + 1, tuple(titles)


def _goes_on(words: Sequence[str], titles: Sequence[str]) -> bool:
    word = words[-1]
    if word.endswith((",", ";", ":")):
        return False
    if word == "of":
        is_of_title = bool(titles) and titles[0] not in TITLES
        return is_of_title and len(words) > 1 and is_title(words[-2])
    return is_title(word)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def offices(titles: Sequence[str]) -> frozenset[str]:
    """Return what titles say of who bears them: "treasury secretary", "prime minister"."""
    held = [title for title in titles if title not in _ADDRESS | _NOT_OFFICES]
    return frozenset({" ".join(held)}) if any(title in TITLES for title in held) else frozenset()


def office_behind(text: str, end: int) -> frozenset[str]:
    """Return the office that stands behind a name and a comma, if one does."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return frozenset()
    words = behind[1].split()[:_OFFICE_WORDS]
    for place, word in enumerate(words):
        if bare_word(word) in TITLES - _ADDRESS:
            start = place
            while start > 0 and is_title(words[start - 1]):
                start -= 1
            return offices([bare_word(title) for title in words[start : place + 1]])
    return frozenset()


def is_addressed_as_woman(titles: Sequence[str]) -> bool:
    """Whether the titles before a name are those of a woman."""
    return not _OF_WOMEN.isdisjoint(titles)


def is_person_here(text: str, end: int, titles: Sequence[str]) -> bool:
    """Whether a name has a title of people, or does what only people do."""
    if any(is_personal_title(title) for title in titles):
        return True
    return shows_person(text, end) or says_of_self(text, end) or has_a_life(text, end)


def may_be_person_here(text: str, start: int, end: int) -> bool:
    """Whether a name does what people mostly do, or stands where they mostly do.

    Companies say and agree as well, so this is not enough to make a person of a company.
    """
    if does_as_people_do(text, end) or _AS_SUBJECT.match(text, end):
        return True
    before = text[max(0, start - _WINDOW) : start]
    word = before.split()[-1].rstrip(",") if before.endswith(" ") and before.strip() else ""
    is_one = len(word) >= _FEWEST_LETTERS and word.islower() and word.endswith(_WHAT_PEOPLE_ARE)
    return is_one or word in _BEFORE_PEOPLE


def is_company_here(text: str, end: int) -> bool:
    """Whether what stands behind a name is a legal form, a ticker, or what companies have."""
    return precedes_legal_form(text, end) or _AS_COMPANY.match(text, end) is not None
