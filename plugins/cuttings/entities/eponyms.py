"""Bodies and things that are named for a person ("the Ann Lee Library")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cuttings.entities.recognition import RecognizedSpan

_BODIES = (
    r"Academy|Clinic|College|Foundation|Fund|Gallery|Hospital|Institute|Laborator(?:y|ies)|Library|"
    r"Museum|Observatory|School|Society|Theat(?:er|re)|Trust|University"
)
_THINGS = (
    r"Airport|Arena|Avenue|Award|Boulevard|Bridge|Building|Cent(?:er|re)|Collection|Cup|Dam|"
    r"Fellowship|Hall|Highway|Lecture|Lighthouse|Medal|Memorial|Monument|Park|Prize|Road|"
    r"Scholarship|Square|Stadium|Station|Street|Telescope|Tower|Trophy|Tunnel"
)
_BEHIND = re.compile(rf"(?: [^\W\d_a-z][\w’'-]*){{0,2}} (?:{_BODIES}|{_THINGS})\b")
_ENDS_IN_BODY = re.compile(rf"\b(?:{_BODIES})\Z")
_ENDS_IN_THING = re.compile(rf"\b(?:{_THINGS})\Z")


def names_a_bearer(text: str, end: int) -> bool:
    """Whether the words behind a person's name go on to what bears it ("… Telescope")."""
    return _BEHIND.match(text, end) is not None


def rejoined(text: str, spans: Iterable[RecognizedSpan]) -> list[RecognizedSpan]:
    """Return spans, a person and a bearer's kind that were split as one span.

    A model may see "James Clerk" and "Maxwell Telescope". What bears the name is an
    organization if it is a body or was taken for one, and no person in any case.
    """
    joined: list[RecognizedSpan] = []
    for span in spans:
        before = joined[-1] if joined else None
        is_split = (
            before is not None
            and before.label == "PERSON"
            and text[before.end : span.start] == " "
            and (_ENDS_IN_BODY.search(span.form) or _ENDS_IN_THING.search(span.form))
        )
        if before is None or not is_split:
            joined.append(span)
            continue
        is_body = span.label == "ORG" or _ENDS_IN_BODY.search(span.form) is not None
        joined[-1] = replace(
            before,
            end=span.end,
            form=text[before.start : span.end],
            label="ORG" if is_body else "FAC",
            tags=before.tags + span.tags,
        )
    return joined
