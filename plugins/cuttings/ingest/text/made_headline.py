"""A headline made of a lead, for a story that has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cuttings.article.characters import one_line
from cuttings.ingest.text.clause import (
    begins_with_verb,
    has_verb,
    is_within_marks,
    reported_clause,
    says_nothing_yet,
    whole_quotation,
    without_asides,
    without_opening,
)
from cuttings.ingest.text.headline import SHORTEST_CLAUSE, lead_sentence

HEADLINE_LENGTH = 90
"""Characters of the longest headline that is made from a lead sentence. Measured: of 672 headlines
that pages and files state, 97 % are not longer."""

_CLAUSE = (
    "that which who whom whose where when while after before because since although though unless "
    "until if but despite amid following according including saying"
).split()
_PHRASE = (
    "in on at for with by from under over through during against among into within without via to "
    "as due priced carrying and or worth of"
).split()
_BOUNDARY = re.compile(
    rf" ?(?:[,;:](?= )| [—–-]{{1,2}}(?= )|—)| (?=(?:{'|'.join((*_CLAUSE, *_PHRASE))}) )"
)
_IN_DATE_OR_NAME = re.compile(r", (?:\d|(?:Inc|Ltd|Jr|Sr|LLC|Co|Corp)\b|[A-Z][\w.]*,)")
_SERIES = re.compile(r", (?![a-z]{2,20}ing )\S+ (?:\S+ ){0,4}?(?:and|or) ")
_ATTRIBUTED = re.compile(r", [^,]{0,70}\b(?:said|says|reported|announced|told)\b")
_OPEN_ENDED = re.compile(
    r",\s+(?:(?:and|but|or)\s+\S+|[a-z]{2,20}ing)$|"
    r"\b(?:a|an|the|of|to|in|on|at|for|by|with|from|and|or|but|is|are|was|were|be|been|being|has|have|"
    r"had|its|his|her|their|our|my|your|this|these|those|that|which|who|not|as|into|onto|over|under|"
    r"about|more|most|than|will|would|can|could|may|might|must|should|very|said|says|told|it|he|she|"
    r"they|we|such|between|both|either|each|every|any|some|no|according|including|due|worth|while|"
    r"when|if|because|after|before|during|against|through|within|without|via|per|so|also|only|where|"
    r"whose|whom|make|makes|made|making|take|takes|taking|give|gives|giving|get|put|keep|let|become|"
    r"becomes|urged|accused|asked|expects|expect|announced|reported|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|dozen)$",
    re.IGNORECASE,
)
"""What no headline ends with."""

_TORN = re.compile(
    r",?\s(?:and|but|or)\s(?:\S{1,40}\s)?\S{1,40}$|\s[^\s]{1,40}['’]s$|\s[a-z]{1,20}-[a-z]{1,20}$|"
    r"(?: (?:of|by|to|at|from|about|some))? \$?\d[\d.,/-]*"
    r"(?: (?:mln|million|bln|billion|trillion|hundred|thousand))?(?: dlr)?$"
)
"""What a cut between words may have torn: a list, a number and its unit, an owner."""

_OPEN_ENDED_ELSEWHERE = re.compile(
    r"\s(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|oder|mit|von|vom|im|am|zu|zum|zur|"
    r"für|auf|aus|bei|nach|über|le|la|les|un|une|de|du|et|ou|à|au|aux|que|qui|dans|par|pour|sur|el|"
    r"los|las|del|al|y|con|por|para|en|il|lo|gli|i|di|da|che|per|o|os|do|dos|das|em|na|no|um|uma|het|"
    r"een|van|op|te|w|z|na|do|och|av|og|på|i|и|в|на|с|по|для|что)$",
    re.IGNORECASE,
)
"""The same where a sentence has no English verb."""

_NEEDS_TO = re.compile(
    r"\b(?:plans?|planned|expects?|expected|agreed|agrees|able|likely|due|seeks?|seeking|sought|set|"
    r"going|trying|tries|tried|wants?|wanted|hopes?|hoped|needs?|needed|ready|according|forced|"
    r"willing|unable|began|begun|begins?|continues?|continued|failed|fails|decided|ordered|asked|"
    r"urged|told|used|close|next|up|subject|compared|intends?|refused|appears?|appeared|ought|"
    r"from [^ ]+(?: [^ ]+){0,3}|between [^ ]+(?: [^ ]+){0,3}|between|similar|equal|equivalent|led|"
    r"amounted|intended|designed|required|allowed|scheduled|supposed|free|respond|belongs?|refers?|relates?|leads?)"
    r"(?: (?:today|yesterday|on (?:[A-Z][a-z]+day|[A-Z][a-z]{2,8}\.? \d{1,2})))?$"
)
_ABBREVIATED = re.compile(r"[A-Z]\.[A-Z]\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$")
_POINT_IN_MARKS = re.compile(r"[.,](?=[”\"]$)")
_NEEDS_PHRASE = re.compile(
    r"\b(?:filed|called|calls|calling|applied|applying|looking|searching|responsible|comply|"
    r"associated|charged|faced|provided|based|depends|focused|imposed|resulted|resulting|interested|"
    r"engaged|involved|suffering|benefit|consists?|consisting|composed|made|aimed|fitted|equipped|filled|armed)$"
)
_BEFORE_NOUN = re.compile(r"\ban? [a-z-]+$")
_NOUN_BEHIND = re.compile(
    r", (?!(?:an?|the|his|her|its|their|it|he|she|they|we|and|but|or)\b)[a-z-]+ [a-z]"
)
_NEEDS_OF = re.compile(
    r"\b(?:all|any|both|capable|each|few|group|kind|lack|majority|many|maximum|minimum|most|none|"
    r"number|one|out|part|pct|percent|range|rest|result|series|set|some|sort|team|total|tranche|"
    r"two|three|type|variety|because|ahead|instead|east|west|north|south|\d\S*|[A-Z]\S*)$"
)
_NEW_CLAUSE = re.compile(r": |, (?:and|but|or|while) | (?:which|who|whom|whose|where) ")
_STRONG = 20
"""Characters that the end of a clause is worth more than that of a phrase; chosen by eye."""

_WITHIN_MARKS = -30
"""The same for a place within a quotation."""

_BEFORE_OF = -60
"""The same for a place before "of", where a headline ends only if nothing else is left."""

_READ = 600
"""Characters of a sentence that are looked at: far more than a lead has."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where a sentence may end.

    Attributes:
        text: The sentence up to it.
        worth: How good a headline it makes; a longer one says more.
    """

    text: str
    worth: int


def made_headline(text: str, length: int = HEADLINE_LENGTH) -> str:
    """Make a headline from the lead sentence of ``text``: its main clause, cut at a clause.

    Args:
        text: The lead paragraph; not empty.
        length: Longest headline in characters.

    Returns:
        The whole sentence if it fits, else its main clause, without what is set off in it, up to
        the end of a clause or phrase; where none fits, it is cut between words.
    """
    sentence = lead_sentence(text).strip()[:_READ]
    for shorten in (str, without_opening, without_asides):
        sentence = shorten(sentence)
        if 0 < len(whole := _without_stop(sentence)) <= length:
            return _balanced(whole)
    if 0 < len(quotation := whole_quotation(sentence)) <= length:
        return quotation
    torn = _cut_between_words(sentence, length)
    reported = _without_stop(reported_clause(sentence))
    return _balanced(
        _best(cut for cut in _cuts(sentence, length) if _says_something(cut.text))
        or (torn if reported and _says_something(torn) else "")
        or (reported if len(reported) <= length else "")
        or _best(cut for cut in _cuts(reported, length) if _says_something(cut.text))
        or (torn if has_verb(sentence) else _best(_cuts(sentence, length)))
        or torn
    )


def _without_stop(sentence: str) -> str:
    """Return a sentence without its full stop, unless that belongs to an abbreviation."""
    whole = sentence.rstrip(",;: ")
    return whole if _ABBREVIATED.search(whole) else whole.rstrip(".。,;: ")


def _says_something(text: str) -> bool:
    return has_verb(text) and not says_nothing_yet(text)


def _best(cuts: Iterable[_Cut]) -> str:
    return max(cuts, key=lambda cut: cut.worth, default=_Cut("", 0)).text


def _cuts(sentence: str, length: int) -> Iterator[_Cut]:
    for found in _BOUNDARY.finditer(sentence, 0, 2 * length):
        start, text = found.start(), sentence[: found.start()]
        if not SHORTEST_CLAUSE <= start <= length or _OPEN_ENDED.search(text):
            continue
        behind = sentence[start:]
        next_word = behind.split(maxsplit=1)[0] if behind.strip() else ""
        if _is_within_name(sentence, start, next_word):
            continue
        if next_word == "to" and _NEEDS_TO.search(text):
            continue
        if next_word == "of" and _NEEDS_OF.search(text):
            continue
        if next_word in _PHRASE and _NEEDS_PHRASE.search(text):
            continue
        begun = [clause.end() for clause in _NEW_CLAUSE.finditer(text)]
        if begun and not has_verb(f"it {text[begun[-1] :]}"):
            continue
        worth = start + (0 if next_word in _PHRASE else _STRONG)
        worth += _BEFORE_OF if next_word == "of" else 0
        yield _Cut(text, worth + (_WITHIN_MARKS if is_within_marks(sentence, start) else 0))


def _is_within_name(sentence: str, start: int, next_word: str) -> bool:
    """Whether a place is within a name, a date or a list of names or numbers."""
    behind = sentence[start:]
    if behind.startswith(", "):
        is_list = _IN_DATE_OR_NAME.match(behind) or _SERIES.match(behind)
        is_adjective = _BEFORE_NOUN.search(sentence[:start]) and _NOUN_BEHIND.match(behind)
        return bool(is_list or is_adjective) and not _ATTRIBUTED.match(behind)
    if next_word not in _PHRASE:
        return False
    words = sentence[:start].split()
    after = behind.split(maxsplit=2)
    both_capitals = words[-1][:1].isupper() and len(after) > 1 and after[1][:1].isupper()
    if next_word in {"and", "or"}:
        is_name_list = both_capitals or words[-1].endswith(",") or words[-1][:1].isdigit()
        return is_name_list or not begins_with_verb(" ".join(after[1:]))
    is_numbers = words[-1][-1:].isdigit() and len(after) > 1 and after[1][:1].isdigit()
    return both_capitals or is_numbers


def _cut_between_words(sentence: str, length: int) -> str:
    if len(sentence) <= length:
        return sentence
    start = sentence[: length + 1]
    cut = start.rfind(" ")
    words = start[:cut] if cut >= SHORTEST_CLAUSE else start[:length]
    if sentence[cut + 1 : cut + 2].isupper() and has_verb(before := _before_name(words)):
        words = before
    words = _TORN.sub("", words)
    open_ended = _OPEN_ENDED if has_verb(sentence) else _OPEN_ENDED_ELSEWHERE
    while (shorter := open_ended.sub("", words).rstrip(" ,;:-–—")) != words and shorter:
        words = shorter
    return words


def _before_name(words: str) -> str:
    """Return words without the capitalized ones at their end."""
    kept = words.split(" ")
    while kept and kept[-1][:1].isupper():
        kept.pop()
    return " ".join(kept)


def _balanced(headline: str) -> str:
    """Return ``headline`` without a quotation mark or bracket that the cut left open."""
    given = headline
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        if headline.count(opening) > headline.count(closing):
            headline = "".join(headline.rsplit(opening, 1))
    if headline.count('"') % 2:
        headline = "".join(headline.rsplit('"', 1))
    headline = _POINT_IN_MARKS.sub("", one_line(headline).strip(" ,;:-–—"))
    return headline or one_line(given)
