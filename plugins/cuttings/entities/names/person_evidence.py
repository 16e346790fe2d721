"""What in a story shows that a name is a person's: a title, a post, what only people do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from cuttings.article.language.function_words import is_function_word
from cuttings.article.language.sentence_end import begins_sentence
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.words.alternatives import any_of
from cuttings.entities.words.filed_name import is_family_first
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.human_deeds import does_as_people_do, has_a_life, says_of_self
from cuttings.entities.words.person_names import generation, name_words
from cuttings.entities.words.posts import POST
from cuttings.entities.words.titles import is_title
from cuttings.entities.words.word_context import is_day_or_month

_WINDOW = 90
"""Characters before a name that hold what shows a person."""

_CAPITAL_POST = any_of(
    "Analyst CEO CFO Chairman Coach Commissioner COO Counsel Director Economist Editor Founder "
    "Leader Manager Member Messrs Officer Reps? Sens? Speaker Spokes(?:man|woman)",
    "Attorney General",
    "[Dd]irector-[Gg]eneral",
    "Chief Executive",
    "Vice[- ]President",
)
_AFTER_POST = re.compile(rf"(?:\b{POST}s?|\b{_CAPITAL_POST}\.?)(?:,)? (?:\((?:[^()]*)\) )?\Z")
_DEED_BEFORE = any_of(
    "added adds appointed appoints arrested elected elects hired hires husband, married named "
    "names nominate nominated quoted replac(?:es|ed|ing) said says succeed(?:s|ed|ing)? suspect, "
    "told wife,",
    "according to",
    "and her",
    "and his",
    "chaired by",
    "coached by",
    "directed by",
    "editing by",
    "headed by",
    "leadership of",
    "led by",
    "reporting by",
    "the late",
    "written by",
)
_AFTER_DEED = re.compile(rf"\b{_DEED_BEFORE} \Z", re.IGNORECASE)
_OWN = any_of(
    "administration aide attorney birth book brother cabinet campaign career daughter death "
    "father film husband lawyer life memoirs? mother novel office predecessor presidency "
    "resignation sister son speech spokes(?:man|woman) successor wife"
)
_APPOSITION = re.compile(
    r",(?: who| whose| then| in an? (?:speech|interview|letter)| aged? \d\d| \d\d)\b"
    rf"|,(?: [\w.'’&-]+){{0,7}}? {POST}s?\b|,(?: [\w.'’&-]+){{0,4}}? {_CAPITAL_POST}\b"
    rf"| \((?:[RD]-[A-Z]|\d\d\))|(?:, an?(?: [\w’-]+){{1,3}})? who\b|['’]s {_OWN}\b"
    rf"| as(?: [\w'’-]+){{0,3}}? {POST}\b"
    rf"| (?:is|was|became)(?: [\w'’-]+){{1,4}}? (?:{POST}|{_CAPITAL_POST})s?\b"
)
_DEED = any_of(
    "added agrees arrived attended believes cited commented comments criti[cs]i[sz]ed estimates "
    "expressed feels flew forecast left met noted notes observed predicted predicts remarked "
    "resigned ruled scored sees shot testified testifies visited won writes wrote",
    "as saying",
    "contributed (?:reporting|to)",
    "had (?:a|one|two|three) (?:goals?|assists?)",
    "has been (?:named|appointed|elected|convicted|promoted)",
    "is (?:retiring|resigning|married|survived)",
    r"made \d+",
    "pointed out",
    r"stopped \d+",
    "was (?:quoted|named|appointed|elected|convicted|sentenced|arrested|born|killed|shot|asked)",
    "(?:ran|run|runs|was running|is running) for",
    "(?:will|would) (?:resign|retire|step down|remain|become|succeed|continue as|serve)",
)
_DEEDS = re.compile(rf" {_DEED}\b")
_PRONOUN = re.compile(
    r"[^.\n]{0,120}?[,.]? (?:he|she|his|her|He|She|His|Her|him|himself|herself)\b"
)


_ACTS = re.compile(
    r" (?:[a-z]+ed|became|began|bought|brought|built|came|chose|drew|drove|fought|found|gave|got|"
    r"kept|knew|led|left|made|met|ran|sang|sat|saw|sold|spent|spoke|stood|taught|took|went|won|"
    r"wrote)\b"
)
_IS_SUBJECT = re.compile(r" (?:is|was|has|had|will|would|[a-z]{3,}s)\b|,")
_WHO = re.compile(r",? (?:who|whose|himself|herself)\b")
_WITH_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+\Z")
"""A Chinese or Korean name, whose given name is of two syllables ("Wu Yi-fang")."""

_WITH_INITIALS = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.) [A-Z]\. ?[A-Z]")
"""An initial behind a name or another initial ("Adair Q. Lund", "T. S. Ormond"). Two that are
written together begin firms as often ("E.F. Ormond")."""

_WITH_PARTICLE = re.compile(
    r"(?!(?:Bab|Beit|Dar|Deir|Jabal|Jebel|Khor|Ras|Shatt|Tell?|Umm|Wadi) )"
    r"[A-Z][a-z]+ (?:(?:van|von|bin|ibn|ben) |al-|el-)"
)
"""A particle that no place and no body has ("Okke van Dael"), as they have "de" and "la". Arabic
names of places begin with what they are ("Shatt al-Xyl")."""

_FIRST_WORDS = 2
"""Words of a name among which its given name stands; what follows is a surname or a firm's."""

_OF_STATE = re.compile(r" of (?:the )?(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
_QUOTED = re.compile(r"[\"”] \Z")
_JOINT = re.compile(r",? and |, ")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}\Z")


def begins_name_before(word: str, words: Sequence[str]) -> bool:
    """Whether a word before a name is its given name or initials, which its span lacks.

    Args:
        word: The word right before it, or "".
        words: The words of the name.
    """
    if words and _INITIALS.match(words[0]):
        return False
    return _INITIALS.match(word) is not None or (
        is_given_name(word)
        and not (is_title(word) or is_day_or_month(word) or is_function_word(word))
    )


def shows_person(text: str, start: int, end: int) -> bool:
    """Whether a given name, or the words on either side of a name, show a person."""
    form = text[start:end]
    words = name_words(form)
    given = words[:-1] if len(words) > 1 or not generation(form) else words
    if any(map(is_given_name, given[:_FIRST_WORDS])) or _is_made_as_a_person(form):
        return True
    state = _OF_STATE.match(text, end) if len(words) > 1 else None
    if state is not None and state["state"] in country_names().forms:
        return True
    return shows_person_beside(text, start, end)


def _is_made_as_a_person(form: str) -> bool:
    """Whether a name is put together as people's are: of initials, particles or syllables."""
    parts = (_WITH_INITIALS, _WITH_PARTICLE, _WITH_SYLLABLES)
    words = form.split()
    return any(made.match(form) for made in parts) or (len(words) > 1 and is_family_first(words))


def surely_shows_person(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name show a person even where a company is called like one."""
    before = text[max(0, start - _WINDOW) : start]
    is_full = len(name_words(text[start:end])) > 1
    return bool(
        has_a_life(text, end)
        or says_of_self(text, end)
        or _WHO.match(text, end)
        or (is_full and _AFTER_POST.search(before))
    )


def shows_person_beside(text: str, start: int, end: int) -> bool:
    """Whether the words on either side of a name show a person."""
    words = name_words(text[start:end])
    before = text[max(0, start - _WINDOW) : start]
    if (
        _AFTER_POST.search(before)
        or _APPOSITION.match(text, end)
        or _DEEDS.match(text, end)
        or has_a_life(text, end)
        or says_of_self(text, end)
    ):
        return True
    if len(words) < 2:
        return _QUOTED.search(before) is not None and does_as_people_do(text, end)
    return bool(
        _AFTER_DEED.search(before)
        or does_as_people_do(text, end)
        or _PRONOUN.match(text, end)
        or (begins_sentence(before) and (_ACTS.match(text, end) or _IS_SUBJECT.match(text, end)))
    )


def with_people_shown(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names, with those shown to be people that the rest of the story shows.

    The surname stands alone elsewhere and the first word does not, or the name stands beside one
    that is shown ("Chidi Okafor and Ngozi Okafor").
    """
    people = sorted((n for n in names if n.kind is EntityKind.PERSON), key=lambda n: n.start)
    words = Counter(_WORD.findall(text))
    within = Counter(word for name in people if " " in name.form for word in name.form.split())
    alone = frozenset(word for word in words if words[word] > within[word])
    shown = [replace(name, is_shown=name.is_shown or _is_surnamed(name, alone)) for name in people]
    for order in (range(1, len(shown)), range(len(shown) - 1, 0, -1)):
        for place in order:
            first, second = shown[place - 1 : place + 1]
            if first.is_shown is second.is_shown or not _JOINT.fullmatch(
                text, first.end, second.start
            ):
                continue
            hidden = place if first.is_shown else place - 1
            if " " in shown[hidden].form:
                shown[hidden] = replace(shown[hidden], is_shown=True)
    return [*shown, *(name for name in names if name.kind is not EntityKind.PERSON)]


def _is_surnamed(name: Name, alone: Collection[str]) -> bool:
    """Whether the last word of a name is among those that stand alone, and its first is not."""
    words = name_words(name.form)
    return (
        len(words) > 1
        and words[-1] in alone
        and words[0] not in alone
        and not is_function_word(words[0])
    )
