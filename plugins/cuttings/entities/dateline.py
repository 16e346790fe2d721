"""The place a report was sent from, as its first words name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from cuttings.entities.country_matching import match_countries
from cuttings.entities.country_names import country_names
from cuttings.entities.evidence import Evidence

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.' ,-]{2,40}?)"
    r"(?:,\s*[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?)?"
    r"\s*(?:\([^)]{2,30}\)\s*)?[-–—]{1,2}\s"
)


def dateline_country(text: str) -> str:
    """Return the heading of the country a text's dateline lies in, or "".

    A dateline is a place in capitals before a dash, with or without the day and
    the agency: "MOSCOW, Feb 26 (Reuters) - ".
    """
    dateline = _DATELINE.match(text)
    if dateline is None:
        return ""
    return place_country(dateline["place"])


def dateline_length(text: str) -> int:
    """Return how many characters of a text its dateline takes, 0 without one."""
    dateline = _DATELINE.match(text)
    return dateline.end() if dateline else 0


def place_country(place: str) -> str:
    """Return the heading of the country that a place written on its own lies in, or ""."""
    named = match_countries(f"{place.strip(' ,.-')} ,".upper())
    return named[-1].heading if named else ""


def with_dateline(evidence: Mapping[str, Evidence], located: str) -> dict[str, Evidence]:
    """Mark the country that the dateline lies in, if the story names it.

    A dateline in the capital of a former country is the former country's.
    """
    marked = dict(evidence)
    former = [f for f, successor in country_names().successors.items() if successor == located]
    for heading in (located, *former):
        if heading in marked:
            prominence = replace(marked[heading].prominence, in_dateline=True)
            marked[heading] = replace(marked[heading], prominence=prominence)
            break
    return marked
