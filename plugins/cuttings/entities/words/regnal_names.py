"""Popes, kings and their like, whom their numbers show even where a model sees no one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)*"
_REGNAL_NAME = re.compile(
    rf"\b(?:Czar|Emperor|Empress|King|Patriarch|Pope|Prince|Princess|Queen|Shah|Sultan|Tsar)"
    rf" {_WORD}(?: {_WORD}){{0,2}} [IVX]+(?!\w)"
)


def regnal_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a regnal title, a name and a number stand ("Pope Leo XIII")."""
    yield from (match.span() for match in _REGNAL_NAME.finditer(text))
