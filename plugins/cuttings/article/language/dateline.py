"""The dateline at the beginning of a report: "MOSCOW, Feb 26 (Reuters) - ".

Papers write it in many ways, and what follows from one differs. So there are several
expressions, from the strictest to the most lenient, each for one question:

- which country a report is from: a place in capitals before a dash (``find_dateline``), for a
  place in small letters may begin a sentence ("Moscow is cold - very cold");
- where the report itself begins: any place before a dash (``without_dateline``), for a headline
  made of too much is worse than one of too little;
- the day: anything before a dash that begins like a place (``dateline_head``, ``place_and_day``),
  for a day with its year is rarely anything else;
- the agency: names in brackets before a dash or colon (``dateline_credit``), for only names of
  agencies count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"[-–—]{1,2}"
_IN_CAPITALS = re.compile(
    r"^(?P<place>[A-Z][A-Z.' -]{2,40}?(?:,\s*[A-Z][A-Za-z.]+(?:\s[A-Z][A-Za-z]+)?)?)"
    r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?))?"
    rf"\s*(?:\((?P<agency>[^)]{{2,30}})\)\s*)?{_DASH}\s"
)
_CAPITALS_START = re.compile(r"^[A-Z][A-Z .,'-]{2,40}(?:,|\s[-—–]|\s\()")
_ANY_PLACE = re.compile(
    r"^[A-Z][\w .'’/-]{1,40}(?:,[\w .'’]{2,40}){0,2}\s*(?:\([^()]{2,40}\)\s*)?"
    rf"{_DASH}\s+(?=[\"“‘'(]?\w)"
)
_HEAD = re.compile(rf"^(?P<head>.{{3,100}}?)(?:\s{_DASH}\s|\s?[—–]\s?|\)\s*:\s)")
_PLACE_AND_DAY = re.compile(
    r"^(?P<place>[^\W\d][^\d:.,]{1,40}(?:,\s[^\W\d][^\d:.,]{1,40})?),\s"
    r"(?P<day>[^:]{6,40}?\b\d{4})(?::\s|$)"
)
_CREDIT = re.compile(r"\((?P<names>[^()]{2,40})\)\s*[-—–―:]")
_CREDIT_WINDOW = 120
"""Characters of a paragraph in which a credit is looked for; chosen by eye: a dateline with place,
day and agency has at most 100."""

_LONGEST_PLACE = 4
"""Words of the longest name of a place in a dateline ("Santa Cruz de Tenerife")."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in capitals at the beginning of a text.

    Attributes:
        place: The place as written, with its state or country.
        day: The day as written, or "".
        agency: The agency as written, or "".
        length: Characters up to the report itself.
    """

    place: str
    day: str
    agency: str
    length: int


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline of a text that begins with a place in capitals before a dash, or None."""
    found = _IN_CAPITALS.match(text)
    if found is None:
        return None
    return Dateline(found["place"], found["day"] or "", found["agency"] or "", found.end())


def begins_with_dateline(line: str) -> bool:
    """Whether a line begins with a place in capitals, be its dateline cut off behind it or not."""
    return _CAPITALS_START.match(line) is not None


def without_dateline(line: str) -> str:
    """Return a line without the place, day and agency before its first dash."""
    return _ANY_PLACE.sub("", line, count=1)


def dateline_head(paragraph: str) -> str:
    """Return what stands before the first dash of a paragraph if it begins with a place, or ""."""
    match = _HEAD.match(paragraph)
    if match is None or not paragraph[0].isalpha():
        return ""
    head = match["head"]
    return head if _may_be_place(head.split(",")[0].split("(")[0].strip()) else ""


def day_behind_place(line: str) -> str:
    """Return the day of a line that is a place and a day, or begins so before a colon, or "".

    "London, March 3, 2020: The talks" gives "March 3, 2020".
    """
    match = _PLACE_AND_DAY.match(line)
    if match is None or not all(map(_may_be_place, match["place"].split(", "))):
        return ""
    return match["day"]


def dateline_credit(paragraph: str) -> str:
    """Return the names in brackets before the first dash or colon of a paragraph, or ""."""
    match = _CREDIT.search(paragraph[:_CREDIT_WINDOW])
    return match["names"] if match else ""


def _may_be_place(name: str) -> bool:
    return name[:1].isupper() and len(name.split()) <= _LONGEST_PLACE
