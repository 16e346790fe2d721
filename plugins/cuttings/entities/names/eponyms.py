"""Bodies and things that are named for a person ("the Ann Lee Library")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cuttings.entities.recognition.recognizer import RecognizedSpan

_BODIES = (
    r"Academy|Clinic|College|Foundation|Fund|Gallery|Hospital|Institute|Laborator(?:y|ies)|Library|"
    r"Museum|Observatory|School|Society|Theat(?:er|re)|Trust|University"
)
_THINGS = (
    r"Airport|Arena|Avenue|Award|Boulevard|Bridge|Building|Cent(?:er|re)|Collection|Cup|Dam|"
    r"Fellowship|Hall|Highway|Lecture|Lighthouse|Medal|Memorial|Monument|Park|Prize|Road|"
    r"Scholarship|Square|Stadium|Station|Street|Telescope|Tower|Trophy|Tunnel"
)
_SURNAMES = frozenset("Bridge Dam Hall Park School Street Tower".split())
_TERM = re.compile(
    r"(?:['’]s?)? (?:algorithm|burner|constant|counter|disease|effect|equation|laws?(?! firm)|"
    r"lymphoma|maneuver|manoeuvre|paradox|principle|razor|reflex|scale|syndrome|theorem)\b"
)
_BEARERS = rf"(?:{_BODIES}|{_THINGS})"
_BEHIND = re.compile(rf"(?: [^\W\d_a-z][\w’'-]*){{0,2}} {_BEARERS}\b")
_PLACE_BEHIND = re.compile(
    r" (?:[a-z]+ )?(?:mines?|oilfields?|oil field|hospital|prison|pipeline|refinery|crude|deposit|"
    r"reactor|cosmetics|software|computers?|drug)\b"
)
_ENDS_IN_BEARER = re.compile(rf"\b{_BEARERS}\Z")
_ENDS_IN_BODY = re.compile(rf"\b(?:{_BODIES})\Z")


def names_a_bearer(text: str, end: int) -> bool:
    """Whether the words behind a person's name go on to what bears it ("… Telescope", "… mine")."""
    return bool(_BEHIND.match(text, end) or _PLACE_BEHIND.match(text, end))


def names_a_term(text: str, end: int) -> bool:
    """Whether the words behind a name go on to a term of science ("Ohm's law")."""
    return _TERM.match(text, end) is not None


def rejoined(text: str, spans: Iterable[RecognizedSpan]) -> list[RecognizedSpan]:
    """Return spans, a person and a bearer's kind that were split as one span.

    A model may see "James Clerk" and "Maxwell Telescope", or a person in the whole. What
    bears the name is an organization if it is a body or was taken for one, and never a
    person.
    """
    joined: list[RecognizedSpan] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before is not None and _is_split(text, before, span):
            joined[-1] = replace(
                before,
                end=span.end,
                form=text[before.start : span.end],
                label=_label_of_bearer(span),
                tags=before.tags + span.tags,
            )
        elif span.label == "PERSON" and _is_bearer(span.form):
            joined.append(replace(span, label=_label_of_bearer(span)))
        else:
            joined.append(span)
    return joined


def _is_split(text: str, before: RecognizedSpan, span: RecognizedSpan) -> bool:
    return (
        before.label == "PERSON"
        and text[before.end : span.start] == " "
        and _ENDS_IN_BEARER.search(span.form) is not None
    )


def _is_bearer(form: str) -> bool:
    """Whether a form taken for a person is what is named for one.

    Three words or an article distinguish it from a person of that surname ("Ann Library").
    """
    words = form.split()
    if _ENDS_IN_BEARER.search(form) is None:
        return False
    return words[0] == "The" or (len(words) > 2 and words[-1] not in _SURNAMES)


def _label_of_bearer(span: RecognizedSpan) -> str:
    return "ORG" if span.label == "ORG" or _ENDS_IN_BODY.search(span.form) else "FAC"
