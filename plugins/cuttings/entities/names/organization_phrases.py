"""Finding organizations that the model missed, by how English writes their names.

Three habits of writers show one: a name ends in the kind of body it is ("Party",
"Council"), goes on with what the body is of ("Party of Norway"), or is followed by
the acronym in brackets that stands for it from then on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.words.organizations import body_alone, is_acronym
from cuttings.entities.words.titles import has_title, is_title

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŌŐŘŚŠŞŢŤŪŮŰŹŻŽ"
_WORD = rf"[{_UPPER}][\w’'-]*"
_HEADS = (
    "Party Alliance League Movement Front Coalition Bloc Union Congress Federation Confederation "
    "Association Foundation Institute Institution Society Academy Committee Commission Council "
    "Assembly Parliament Organization Organisation University College Hospital Museum Library "
    "Observatory Democrats Greens Socialists Conservatives "
    "Liberals Radicals Communists Nationalists Republicans Unionists"
).split()
_HEAD = rf"(?:{'|'.join(_HEADS)})"
_NAME_WORD = rf"(?:{_WORD}(?: ?['’]s?(?= ))?)"
_PHRASE = re.compile(
    rf"(?<![\w’'-])(?:{_NAME_WORD} |\w+(?:ic|al|ist|an|ive|ish) (?:and|&) ){{1,6}}{_HEAD}(?![\w’-])"
)
_ENDS_IN_HEAD = re.compile(rf"\b{_HEAD}$")
_OF = re.compile(rf" of (?:the )?(?P<whose>{_WORD}(?: {_WORD}){{0,3}})")
_OWNER = re.compile(r"^.*?(?<!People)(?<!men)(?<!man)(?<!Children)(?: ?['’]s) ")
_ARTICLE = re.compile(r"\A[Tt]he ")
_JOINT = re.compile(r" ?, (?:and )?(?:the )?| (?:and|or|/) (?:the |The )?|/")
_BRACKET = re.compile(r"[(] ?(?P<acronym>[^\W\d_](?:[\w&.-]{0,9}[^\W_])\.?)(?= ?[);,])")
_ACRONYM_START = re.compile(r"(?<![\w-])[^\W\d_]")
_ACRONYM_GOES_ON = re.compile(r"[\w-]")
_YEAR = re.compile(rf"\b(?:1[6-9]|20)\d\d (?:{_WORD} ){{0,3}}\Z")
_EVENT = re.compile(
    r"[\w’' -]{0,30}?\b(?i:by-election|elections?|primar(?:y|ies)|campaign|summit|convention)\b"
)
_EVENT_HEAD = re.compile(
    r"\b(?:War|Wars|Campaign|Festival|Revolt|Revolution|Conference|Battle|Summit|Olympics|"
    r"Convention|Medal|Award|Awards|Prize|Act|Accord|Accords|Treaty|Armistice)"
    r"(?: of \d{4})?\Z"
)
_SMALL = frozenset("of the and for in on at to de la le du des der für y e en i ni".split())
_YEAR_WINDOW = 60
"""Characters before a name that hold a year and three words; chosen by eye."""

_NAME_WINDOW = 120
"""Characters before a bracket that hold the words of ``_LONGEST``; chosen by eye."""

_LONGEST = 9
"""Words before a bracket among which an acronym is spelled out: as many as it has letters."""


def phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that ends in the kind of body it is ("Labour Party")."""
    for match in _PHRASE.finditer(text):
        start, end = match.span()
        owner = _OWNER.match(match[0])
        if owner is not None:
            start += owner.end()
        while " " in text[start:end] and _is_no_part(text[start:end].split(" ", 1)[0]):
            start = text.index(" ", start) + 1
        end = start + len(body_alone(text[start:end]))
        if " " in text[start:end]:
            yield start, end


def extended(text: str, start: int, end: int) -> int:
    """Return the end of a name with what the body is of ("… Party of Norway")."""
    whose = _OF.match(text, end)
    if whose is None or _ENDS_IN_HEAD.search(text[start:end]) is None:
        return end
    words = whose["whose"].split()
    places = country_names().forms
    known = [n for n in range(1, len(words) + 1) if " ".join(words[:n]) in places]
    if known:
        return whose.start("whose") + len(" ".join(words[: known[-1]]))
    kept = list(takewhile(lambda word: not (is_title(word) or word.isupper()), words))
    return whose.start("whose") + len(" ".join(kept)) if kept else end


def parts(form: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each of the names that a form joins.

    "Labour Party and the Green Party", "World Bank, Trade Fund": what stands before
    the joint ends in a kind of body, or what follows it does and begins with "the".
    """
    start = 0
    for joint in _JOINT.finditer(form):
        before, after = form[start : joint.start()], form[joint.end() :]
        closed = _is_closed(before)
        of_place = " of " in before and before.rsplit(" of ", 1)[1] in country_names().forms
        if (closed or of_place or "the" in joint[0]) and " " in after:
            yield start, joint.start()
            start = joint.end()
    yield start, len(form)


def _is_closed(form: str) -> bool:
    """Whether a name ends with a form: in a kind of body that is not all of it, or an acronym."""
    bare = _ARTICLE.sub("", form)
    return is_acronym(form) or (" " in bare and _ENDS_IN_HEAD.search(bare) is not None)


def is_in_event(text: str, start: int, end: int) -> bool:
    """Whether a form is, or is part of, what an event is called.

    "Film Festival" and "Civil War" are events by their last word, "Senate" is part of
    one in "the 2004 Senate election".
    """
    if _EVENT_HEAD.search(text[start:end]):
        return True
    dated = _YEAR.search(text, max(0, start - _YEAR_WINDOW), start)
    return dated is not None and _EVENT.match(text, end) is not None


def acronyms_in_brackets(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where an acronym in brackets stands, and the capitalized name before it.

    The name is empty if its initials do not make the acronym.
    """
    for match in _BRACKET.finditer(text):
        acronym = match["acronym"]
        if sum(char.isupper() for char in acronym) >= 2 and not acronym.endswith("s"):
            yield match.span("acronym"), _spelled_out(text, match.start(), acronym)


def standing_acronyms(text: str, acronyms: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where acronyms stand that were found in brackets, as whole words."""
    lengths = sorted(set(map(len, acronyms)))
    last_end = dict.fromkeys(acronyms, 0)
    for word in _ACRONYM_START.finditer(text) if acronyms else ():
        start = word.start()
        for length in lengths:
            end = start + length
            acronym = text[start:end]
            if acronym not in last_end or last_end[acronym] > start:
                continue
            if not _ACRONYM_GOES_ON.match(text, end):
                yield start, end
                last_end[acronym] = end


def _spelled_out(text: str, bracket: int, acronym: str) -> tuple[int, int]:
    """Return where the words begin and end whose initials make an acronym."""
    end = len(text[:bracket].rstrip())
    offset = max(0, end - _NAME_WINDOW)
    words = list(re.finditer(r"[^\W_][\w’'-]*", text[offset:end]))[-_LONGEST:]
    letters = [char for char in acronym if char.isupper()]
    for match in reversed(words):
        word, start = match[0], offset + match.start()
        if re.search(r"[^\w\s’'-]", text[start:end]):
            break
        if letters and word[0].upper() == letters[-1] and word[0].isupper():
            letters.pop()
            if not letters:
                return start, end
        elif not (word.casefold() in _SMALL or word[0].isupper()):
            break
    return end, end


def _is_no_part(word: str) -> bool:
    """Whether a word is capitalized for its place or its office, not for the name."""
    return is_function_word(word) or has_title(word)
