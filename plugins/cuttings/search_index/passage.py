"""A passage of a text: enough for the snippet of a result."""

from __future__ import annotations

LENGTH = 230
"""Characters of a passage, hardly more than the 220 of the snippet that is cut from it."""

LEAD = 36
"""Characters before the match; a snippet shows up to 40."""

SLACK = 40
"""Characters of a text that are not worth leaving out."""

ELLIPSIS = "…"


def passage(text: str, place: int) -> str:
    """Return the part of ``text`` around ``place``, where a match begins.

    What is left out on either side shows as an ellipsis, and no word is cut.
    """
    if len(text) <= LENGTH + SLACK:
        return text
    start = _word_start(text, place - LEAD, place) if place > LEAD else 0
    if len(text) - start <= LENGTH:
        return ELLIPSIS + text[start:]
    end = _word_end(text, start, start + LENGTH)
    return (ELLIPSIS if start else "") + text[start:end] + ELLIPSIS


def _word_start(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return limit if space < 0 else space + 1


def _word_end(text: str, start: int, limit: int) -> int:
    space = text.rfind(" ", start, limit)
    return limit if space < 0 else space
