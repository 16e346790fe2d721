"""Abbreviations, behind which a full stop does not end a sentence.

There are three lists, for what is at stake differs:

- within a text whose words are known (``ABBREVIATIONS``): titles, months, days and the signs of
  footnotes, in any case of letters;
- in a lead that becomes a headline (``ends_abbreviation``): capitals count, so that "no." ends a
  sentence and "No." does not, and any single capital is an initial;
- at the end of a line that may be a headline (``ends_in_abbreviation``): a firm's legal form ends
  one, a title or a month does not.
"""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr gen col maj capt lt sgt adm cmdr rev hon gov sen rep pres sec "
    "vs no nos fig vol pp ed est approx dept univ ave blvd rd mt ft jan feb mar apr jun jul aug "
    "sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e cf viz al".split()
)
"""Words in lower case, without their last full stop."""

_IN_LEAD = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Lt|Jr|Sr|Rt|No|vs|Gen|Sen|Rep|Gov|Col|Sgt|Rev|Capt|Prof|Pres"
    r"|Hon|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_LONGEST_IN_LEAD = 8
"""Characters of the longest of these, with its full stop and what stands before it."""

_AT_LINE_END = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\.{3}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|vs)\.)$")


def ends_abbreviation(line: str, end: int) -> bool:
    """Whether an abbreviation ends at ``end``; a few characters before it are enough."""
    return _IN_LEAD.search(line[max(0, end - _LONGEST_IN_LEAD) : end]) is not None


def ends_in_abbreviation(line: str) -> bool:
    """Whether a line ends in an abbreviation that may end a headline, or breaks off with dots."""
    return _AT_LINE_END.search(line) is not None
