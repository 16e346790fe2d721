"""What people are said to be: "the analyst", "a novelist"."""

from __future__ import annotations

import re

from cuttings.entities.words.alternatives import any_of

POST = any_of(
    "[a-z-]+(?:ist|m[ae]n|wom[ae]n|person|ician|teacher|keeper|worker|driver|maker|mate|holder) "
    "actor actress adviser advisor agent aide ally ambassador analyst archbishop architect "
    "attorney aunt author bishop boss boxer broker brother buyer candidate captain cardinal "
    "chair chairman chancellor chief coach colleague comedian commander commissioner composer "
    "controller correspondent counsel creator curator daughter dealer defenseman delegate deputy "
    "designer dictator diplomat director doctor economist editor engineer entrepreneur envoy "
    "executive exile expert farmer father fellow filmmaker financier founder friend fugitive "
    "general goalie goalkeeper governor head heir heiress historian host husband incumbent "
    "investigator investor judge king lawyer leader lecturer magnate manager mayor member "
    "midfielder minister mother musician neighbor neighbour nephew niece novelist officer "
    "official opponent owner painter partner pharmacologist philosopher physician pianist pilot "
    "player poet politician predecessor premier president priest producer professor prosecutor "
    "quarterback queen raider rapper receiver representative researcher rival scholar scientist "
    "secretary senator shareholder singer sister soldier son speaker star strategist striker "
    "student successor supervisor surgeon teacher trader treasurer trustee uncle veteran victim "
    "widow wife winger writer"
)
"""An expression for one of them, in small letters and the singular."""

_POST = re.compile(POST, re.IGNORECASE)


def is_post(word: str) -> bool:
    """Whether a word says what a person is, in capitals or not."""
    return _POST.fullmatch(word) is not None
