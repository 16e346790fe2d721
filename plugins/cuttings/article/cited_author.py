"""The persons of a byline, each as a citation names them."""

from __future__ import annotations

import regex

_LIST_SEPARATOR = regex.compile(r";|\sand\s|\s&\s", regex.I)
"""What separates them where a semicolon does: "Holt, Karin; Bell, Nora"."""

_SEPARATOR = regex.compile(r",(?!\s?(?:jr|sr|ii|iii|iv)\b)|\sand\s|\s&\s", regex.I)
"""What separates them else; a comma before "Jr" and the like is part of a name."""


def cited_authors(byline: str) -> list[str]:
    """Return the persons of a byline; saved lists of results cut it in the same way."""
    separator = _LIST_SEPARATOR if ";" in byline else _SEPARATOR
    return [name.strip() for name in separator.split(byline) if name.strip()]
