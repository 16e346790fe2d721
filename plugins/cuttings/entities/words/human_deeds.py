"""Verbs that show a person: what only people do, or mostly people say.

What follows a name shows more or less, by what the name is taken for:

- after a place, only a verb of the body or the feelings shows a person ("Chad smiled"), for a
  country can say, demand and win (``shows_person``);
- after what the model takes for a person, a verb of saying and "he" or "she" does, too
  (``says_of_self``): "France said he would be tried" speaks of another;
- after a single word that begins a sentence, any verb that people are mostly the subject of
  (``does_as_people_do``), for the word is already taken for a name;
- after what the model takes for a body or a place, a step of a life ("was elected", "studied"),
  which no body takes (``has_a_life``).
"""

from __future__ import annotations

import re

_OF_THE_BODY = re.compile(
    r" (?:blushed|giggled|grinned|hugged|knelt|laughed|sighed|smiled|sobbed|wept|yawned)\b"
)
_OF_SELF = re.compile(
    r" (?:admitted|asked|recalled|remembered|said|says|thought)(?: that)? (?:he|she)\b"
)
_OF_PEOPLE = re.compile(
    r" (?:also |later |then |first |again |once |[a-z]+ly )?(?:acknowledged|added|admitted|advised|"
    r"agreed|announced|answered|apologi[sz]ed|argued|asked|believed?s?|begged|boasted|complained|"
    r"conceded|confessed|declined|demanded|denied|died|explained|forgot|grinned|hoped|insisted|"
    r"joked|knew|laughed|married|mentioned|nodded|pleaded|praised|promised|recalled|remembered|"
    r"repeated|replied|resigned|retired|returned|said|says|shrugged|smiled|spoke|stressed|"
    r"suggested|swore|thanked|thinks|thought|told|tells|urged|vowed|wants|warned|wept|"
    r"whispered|wondered|wrote)\b"
)
_OF_A_LIFE = re.compile(
    r"(?: [a-z]+ly| also| later| then| first| again| has| had| would| will| could| who)*"
    r" (?:(?:was|is|been|being|be|were)(?: [a-z]+ly| first| also| then)* (?:re-?)?"
    r"(?:elected|born|educated|appointed|married|nominated|succeeded|knighted|buried|"
    r"sworn|acclaimed|an? (?:\S+ )?(?:politician|lawyer|candidate|minister|"
    r"journalist|teacher|student))\b|"
    r"(?:previously|formerly) held\b|serve[sd]?\b(?: as| on)\b|"
    r"(?:campaigned|volunteered|resigned|retired|died|graduated|studied|married|taught|coined)\b|"
    r"(?:ran|run|runs|stood) (?:for|unsuccessfully|as)\b|won re-?election\b)"
)


def shows_person(text: str, end: int) -> bool:
    """Whether what stands behind a form is what only a person does ("Chad smiled")."""
    return _OF_THE_BODY.match(text, end) is not None


def says_of_self(text: str, end: int) -> bool:
    """Whether a verb of saying and "he" or "she" stand behind a form ("Chad said he …")."""
    return _OF_SELF.match(text, end) is not None


def does_as_people_do(text: str, end: int) -> bool:
    """Whether a verb stands behind a form of what people mostly do or say ("Lee wondered")."""
    return _OF_PEOPLE.match(text, end) is not None


def has_a_life(text: str, end: int) -> bool:
    """Whether a step of a person's life stands behind a form ("Lee was later elected")."""
    return _OF_A_LIFE.match(text, end) is not None
