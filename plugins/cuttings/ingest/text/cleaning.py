"""Cleaning: what in the lines of a page or paste is the story, and what is boilerplate.

Pointers to other stories are kept as related titles, agency credits as the
agency; calls to sign up, subscribe, follow or share are dropped where they
end the text. Everything taken out is listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cuttings.article.characters import one_line
from cuttings.ingest.text.agency import credited_agency
from cuttings.ingest.text.headline import reads_like_headline

_RELATED_LEADS = (
    r"also\s+read",
    r"read\s+also",
    r"also\s+see",
    r"see\s+also",
    r"also\s+watch",
    r"watch\s+also",
    r"read\s+more",
    r"read\s+next",
    r"read\s+this",
    r"more\s+on\s+this(?:\s+(?:story|topic))?",
    r"must[\s-]+read",
    r"don['’]t\s+miss",
    r"related(?:\s+(?:stories|story|articles?|news|links?|topics?|content|coverage|reading))?",
    r"recommended(?:\s+(?:stories|reading|for\s+you|articles?))?",
    r"you\s+(?:may|might)\s+also\s+(?:like|be\s+interested\s+in)",
    r"further\s+reading",
    r"in\s+case\s+you\s+missed\s+it",
    r"lire\s+aussi",
    r"à\s+lire\s+aussi",
    r"lea\s+también",
    r"leer\s+más",
    r"lee\s+también",
    r"te\s+puede\s+interesar",
    r"leia\s+(?:também|mais)",
    r"leggi\s+anche",
    r"lesen\s+sie\s+auch",
    r"mehr\s+zum\s+thema",
    r"lees\s+ook",
    r"läs\s+(?:också|mer)",
    r"les\s+også",
    r"læs\s+også",
    r"lue\s+myös",
    r"czytaj\s+(?:też|także)",
    r"čtěte\s+také",
    r"olvassa\s+el(?:\s+ezt\s+is)?",
    r"читайте\s+также",
    r"read\s+here",
)
_LEAD = rf"(?:{'|'.join(_RELATED_LEADS)})"
_RELATED_LINE = re.compile(
    rf"^[\W_]*{_LEAD}\s*(?:[:|»>→]+|\s[-–—]+\s|[-–—]{{2}})\s*(?P<title>\S.*)$", re.I | re.S
)
_RELATED_BARE = re.compile(rf"^[\W_]*{_LEAD}[:|»>→.…\s-]*$", re.I)
_READ_MORE = re.compile(
    r"^[\W_]*(?P<title>(?:read|see|find\s+out|learn)\s+more\s+(?:about|on|at|from|in|here)\b[^.!?]*)[.!?]?$",
    re.I,
)
_LONGEST_POINTER = 300
"""Characters of the longest line that points to another story. Measured: with 200 or 400, all of
205 pages and 4,000 newswire texts read the same."""

_LONGEST_TITLE = 200
"""Characters of the longest title in a list of other stories. Measured: with 150 or 300, all of
4,000 newswire texts read the same."""

_APPEAL = re.compile(
    r"(?:^|[.!?:;,–—|]\s+|\bto\s+|\band\s+|\bplease\s+|\bor\s+|\byou\s+can\s+(?:also\s+)?)"
    r"(?:subscribe|sign\s+up|sign\s+in|log\s+in|login|register|follow|join|download|share|click|tap|"
    r"get|unlock|stay|catch|tune\s+in|like|support|donate|become\s+a|enter\s+your|receive|install|"
    r"print|e-?mail|tweet|comment|leave\s+a|send\s+us|contact\s+us|visit|check\s+out|read\s+all|"
    r"sign\s+me\s+up|unsubscribe|opt\s+out|manage\s+your|update\s+your|try|enjoy|discover|"
    r"never\s+miss|start\s+your)\b",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:newsletters?|our\s+apps?|mobile\s+app|app\s+store|google\s+play|whatsapp|telegram\s+channel|"
    r"facebook|twitter|instagram|linkedin|youtube|tiktok|pinterest|reddit|social\s+media|"
    r"inbox|e-?mails?|e-?mail\s+address|subscription|subscribers?|subscribe|subscribing|free\s+trial|"
    r"notifications?|alerts|log\s+in\s+here|sign\s+up|log\s+in|login|click\s+here|(?:a|one)\s+click|right\s+here|"
    r"here\s*!|members?(?:hip)?\b|epaper|e-paper|breaking\s+news|latest\s+(?:news|updates)|"
    r"unlimited\s+access|this\s+(?:article|story|post)|our\s+channel|comments?\s+below|your\s+account)",
    re.I,
)
_LEGAL = re.compile(
    r"^(?:\W*(?:copyright|©|\(c\))\s.{0,120}+|\W*+(?:all\s+rights\s+reserved.{0,80}+|"
    r".{0,80}\ball\s+rights\s+reserved\W*+|first\s+published\s.{0,20}on\s.{0,60}+|advertisement|"
    r"this\s+(?:story|article)\s+has\s+(?:been|not\s+been)\s.{0,200}(?:feed|staff)\W*.{0,80}+))$",
    re.I,
)
_SHARE_BAR = re.compile(
    r"^\W*(?:(?:share(?:\s+(?:this|on|via|with))?(?:\s+(?:article|story|post))?|facebook|twitter|x|"
    r"whatsapp|linkedin|reddit|pinterest|e-?mail|print|copy\s+link|tweet|telegram|save|comments?|follow)"
    r"[\W\d]*)+$",
    re.I,
)
_LONGEST_APPEAL = 80
"""Words of the longest paragraph that can be an appeal. Measured: with 60 or 120, all of
4,000 newswire texts read the same."""

_QUOTED = re.compile(r"^[\"“‘«„]")


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What is the story in a sequence of paragraphs, and what is not.

    Attributes:
        kept: Positions of the paragraphs that are the story.
        related: Titles that pointers to other stories gave.
        agency: Agencies credited, or "".
        removed: The paragraphs taken out, in the order they stood.
    """

    kept: tuple[int, ...]
    related: tuple[str, ...]
    agency: str
    removed: tuple[str, ...]


def clean_paragraphs(paragraphs: Sequence[str]) -> Cleaning:
    """Separate the story from pointers, credits and appeals.

    Args:
        paragraphs: Plain text of each paragraph, heading or list item.
    """
    related: dict[str, None] = {}
    agencies: dict[str, None] = {}
    removed: set[int] = set()
    listing = False
    for position, paragraph in enumerate(map(one_line, paragraphs)):
        title = related_title(paragraph)
        if title is None and listing and _is_listed_title(paragraph) and not is_appeal(paragraph):
            title = paragraph.lstrip("-–—•*·> \t")
        elif title is not None:
            listing = not title
        elif listing:
            listing = False
        if title is not None:
            removed.add(position)
            if title:
                related.setdefault(title)
            continue
        agency = credited_agency(paragraph)
        if agency is not None:
            removed.add(position)
            agencies.setdefault(agency)
    removed |= _appeals_at_end(paragraphs, removed)
    if len(removed) == len(paragraphs):
        # Nothing but such lines: then they are all there is to keep.
        return Cleaning(tuple(range(len(paragraphs))), (), "", ())
    return Cleaning(
        kept=tuple(i for i in range(len(paragraphs)) if i not in removed),
        related=tuple(related),
        agency=", ".join(filter(None, agencies)),
        removed=tuple(one_line(paragraphs[i]) for i in sorted(removed)),
    )


def related_title(paragraph: str) -> str | None:
    """Return the title a pointer to another story gives, "" for a bare one, or None."""
    if len(paragraph) > _LONGEST_POINTER:
        return None
    if match := _RELATED_LINE.match(paragraph):
        return match["title"].strip()
    if _RELATED_BARE.match(paragraph):
        return ""
    if match := _READ_MORE.match(paragraph):
        return match["title"].strip()
    return None


def is_appeal(paragraph: str) -> bool:
    """Return whether a closing paragraph calls readers to sign up, follow, share or the like."""
    text = one_line(paragraph)
    if not text or _SHARE_BAR.match(text) or _LEGAL.match(text):
        return True
    if len(text.split()) > _LONGEST_APPEAL or _QUOTED.match(text):
        return False
    return bool(_APPEAL.search(text) and _CHANNEL.search(text) and _addresses_reader(text))


def _addresses_reader(text: str) -> bool:
    """Return whether a text is an appeal and not a report about one.

    An appeal is an imperative, or says "you" and "our".
    """
    if re.search(r"\b(?:said|says|told|announced|according)\b", text, re.I):
        return False
    first = re.match(r"^\W*(?:please\s+|to\s+)?(?P<word>\w+(?:\s+(?:up|in))?)", text, re.I)
    starts = bool(first and _APPEAL.match(first["word"]))
    return starts or bool(re.search(r"\b(?:you|your|our|us|here)\b|!", text, re.I))


def _is_listed_title(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_TITLE and (
        reads_like_headline(paragraph.lstrip("-–—•*·> \t"))
        or paragraph.startswith(("- ", "• ", "* "))
    )


def _appeals_at_end(paragraphs: Sequence[str], removed: set[int]) -> set[int]:
    appeals: set[int] = set()
    for position in reversed(range(len(paragraphs))):
        if position in removed:
            continue
        if not is_appeal(paragraphs[position]):
            break
        appeals.add(position)
    return appeals
