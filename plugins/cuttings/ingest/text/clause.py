"""Clauses of an English sentence, by the words that begin them and by their verbs.

Nothing is parsed: a few hundred words that verbs, prepositions and conjunctions are tell where a
sentence can be cut, and a sentence in another language is one that has none of them.
"""

from __future__ import annotations

import re

_FINITE = frozenset(
    "is are was were has have had do does did will would can could may might must should shall "
    "isn't aren't wasn't weren't won't can't don't doesn't didn't said says told tells asks "
    "adds warns urges calls makes made takes took gives gave gets got comes came goes went sees "
    "saw finds found wins won loses lost rises rose falls fell grows grew holds held meets met "
    "leaves left begins began becomes became leads led keeps kept sends sent builds built buys "
    "bought sells sold pays paid cuts cut hits hit puts put sets set shuts shut runs ran stands "
    "stood speaks spoke breaks broke drives drove fights fought knows knew sank shook shot "
    "shrank slid spends spent splits split struck swept swung taught thinks thought threw "
    "writes wrote wore plans expects agrees faces seeks wants needs remains continues appears "
    "includes uses shows brings brought draws drew chose feels felt flies flew forgot froze "
    "hears heard hid lies lay means meant reads rides rode rings rang seems sings sang sits sat "
    "sleeps slept stole swears swore tears tore wakes woke bans backs denies accuses approves "
    "opens closes gains reports believes hopes looks works lives dies loves "
    "estimates considers owns allows requires threatens refuses features".split()
)
"""Verbs as they stand behind a subject. Those that are nouns as often ("talks") are left out."""

_NO_VERB = frozenset(
    "need speed indeed hundred proceed exceed succeed feed seed breed bed red shed wed embed "
    "so-called".split()
)
_BEFORE_ADJECTIVE = frozenset(
    "a an the its his her their our my your this that these those of in for by with from at on to "
    "and or as more most newly no some two three".split()
)
"""Words after which a word in "ed" is not a verb ("a proposed buyout")."""

_MOVES = frozenset(
    "advanced climbed declined decreased dropped eased fell gained grew improved increased jumped "
    "lost plunged reacted responded rose slipped soared surged tumbled won began ended cut".split()
)
"""Verbs behind which "by" says how much or how, not who."""

_AUXILIARIES = frozenset("is are was were be been being has have had".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SUBJECT = re.compile(
    r"[\"“‘']?(?:[A-Z\d$£€]|(?:a|an|the|this|that|these|those|he|she|it|they|we|i|his|her|its|"
    r"their|our|my|some|many|most|more|few|all|both|several|at least|about|nearly|almost|no|"
    r"nobody|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|people|"
    r"there|what)\b)"
)
_SERIES = re.compile(r"\S+(?: \S+)? (?:and|or) [A-Z]")
_OPENING_WORDS = (
    "on in at after before during as while despite amid following for with without by since when "
    "whenever under over from if although though because according earlier later last this until "
    "unless upon once to given like unlike instead rather apart aside within between among across "
    "near outside inside beyond just only even days weeks months years hours minutes moments "
    "meanwhile however separately today yesterday tonight now still also moreover furthermore "
    "but and so yet thus therefore"
).split()
_OPENER = re.compile(
    rf"(?:{'|'.join(_OPENING_WORDS)}|[a-z]{{3,20}}ing|"
    r"(?:\w{1,20} ){1,3}(?:after|before|ago|since|later|earlier))\b",
    re.IGNORECASE,
)
_APPOSITIVE = re.compile(r", (?P<aside>[^,;“”\"]{2,120}), (?=(?P<next>[\w'’]+))")
_INSET = re.compile(
    r"(?<= )(?:that )?(?:despite|after|while|although|though|if|unless|because|as|when|in|on|for|"
    r"with|following|given|since|during|under) [^,;“”\"]{2,120}, "
)
_BRACKETS = re.compile(r" (?:\([^()]{1,60}\)|<[A-Z\d.&-]{1,9}>)|, [A-Z]{2,6},(?= )")
_SAID = "said|says|announced|warned|reported|added|claimed|insisted|ruled"
_ENDS_REPORT = re.compile(rf"\b(?:{_SAID})\Z")
_REPORT = re.compile(
    rf"\b(?:{_SAID}|"
    r"told(?:(?: [^ ,]+){1,12}?(?= that))?)"
    r"(?: (?:today|yesterday|here|on [A-Z][a-z]+day|in a statement))?(?: that)?\b"
)
_REPORT_LENGTH = len("announced in a statement that")
_QUOTATION = re.compile(
    r"(?P<first>[“\"])(?P<words>[^“”\"]{15,600}?),(?P<last>[”\"])(?= )",
)
_LONGEST_ATTRIBUTION = 12
"""Words of "the spokesman for the ministry said", with those of the longest office; by eye."""

_OF_ITSELF = re.compile(r"(?:he|she|it|they) ")


def has_verb(words: str) -> bool:
    """Whether some words have a verb behind a subject."""
    found = [word.replace("’", "'") for word in _WORD.findall(words)]
    for before, word, behind in zip(found, found[1:], (*found[2:], ""), strict=False):
        is_participle = behind == "by" and before not in _AUXILIARIES and word not in _MOVES
        if before == "to" or is_participle:
            continue
        is_past = len(word) > 3 and word.endswith("ed") and word.islower()
        if word in _FINITE or (
            is_past and word not in _NO_VERB and before.casefold() not in _BEFORE_ADJECTIVE
        ):
            return True
    return False


def begins_with_verb(words: str) -> bool:
    """Whether words that stand behind a subject begin with its verb, or with an adverb of it."""
    first, _, rest = words.partition(" ")
    return has_verb(f"it {rest.split(' ')[0] if first.endswith('ly') else first}")


def without_opening(sentence: str) -> str:
    """Return a sentence without what stands before its main clause.

    "On the final day of his visit, the secretary said …" gives "The secretary said …".
    """
    while (rest := _behind_opening(sentence)) and rest != sentence:
        sentence = rest
    return sentence


def _behind_opening(sentence: str) -> str:
    if not _OPENER.match(sentence):
        return ""
    for comma in re.finditer(", ", sentence):
        rest = sentence[comma.end() :]
        if is_within_marks(sentence, comma.start()) or not _SUBJECT.match(rest):
            continue
        if not _SERIES.match(rest) and _has_main_verb(rest) and not _is_attribution(rest):
            return rest[:1].upper() + rest[1:]
    return ""


def _has_main_verb(clause: str) -> bool:
    """Whether a subject and its verb begin a clause, be an apposition between them."""
    first, *others = clause.split(", ", 2)
    return has_verb(first) or (len(others) == 2 and begins_with_verb(others[1]))


def _is_attribution(words: str) -> bool:
    """Whether words say no more than who said what stands before them."""
    return len(words.split()) <= _LONGEST_ATTRIBUTION and says_nothing_yet(words)


def without_asides(sentence: str) -> str:
    """Return a sentence without what is set off in it: brackets, appositions, insets.

    "Le Matin, the tabloid launched in May, said it …" gives "Le Matin said it …".
    """
    sentence = _BRACKETS.sub("", sentence)
    for found in _APPOSITIVE.finditer(sentence):
        is_place = all(word[0].isupper() for word in found["aside"].split()[:2])
        is_behind_subject = not has_verb(sentence[: found.start()])
        if is_behind_subject and not is_place and has_verb(f"it {found['next']}"):
            sentence = f"{sentence[: found.start()]} {sentence[found.end() :]}"
            break
    for found in _INSET.finditer(sentence):
        before, rest = sentence[: found.start()].rstrip(), sentence[found.end() :]
        if not _ENDS_REPORT.search(before, max(0, len(before) - _REPORT_LENGTH)):
            continue
        if _SUBJECT.match(rest) and has_verb(rest):
            that = "that " if found[0].startswith("that ") else ""
            return f"{before} {that}{rest}"
    return sentence


def is_within_marks(text: str, place: int) -> bool:
    """Whether a place in a text is within a quotation or brackets."""
    before = text[:place]
    pairs = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
    is_open = any(before.count(first) > before.count(last) for first, last in pairs)
    return is_open or before.count('"') % 2 == 1


def says_nothing_yet(words: str) -> bool:
    """Whether words are a report of which nothing is said yet ("The bank said it")."""
    report = _REPORT.search(words)
    return report is not None and not has_verb(words[report.end() :])


def whole_quotation(sentence: str) -> str:
    """Return the quotation that a sentence begins with, in its marks, or ""."""
    found = _QUOTATION.match(sentence)
    return f"{found['first']}{found['words']}{found['last']}" if found else ""


def reported_clause(sentence: str) -> str:
    """Return what a sentence reports that begins with who reports it, or "".

    "The union said the strike …" gives "The strike …", "The union said it will …" gives "The
    union will …".
    """
    report = _REPORT.search(sentence)
    if report is None or "," in sentence[: report.start()]:
        return ""
    clause = sentence[report.end() :].strip(" ,:")
    if of_itself := _OF_ITSELF.match(clause):
        return sentence[: report.start()] + clause[of_itself.end() :]
    is_clause = has_verb(clause) and not _OPENER.match(clause)
    return clause[:1].upper() + clause[1:] if is_clause else ""
