"""The parts of a title: a headline, and what a site writes before or behind it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from cuttings.article.characters import one_line

SEPARATOR = re.compile(r" [|»›·•—–\\/-] | ?\| ?| ?:: ?| » ?| : ")
"""What stands between a headline and a site's name, on one line without double blanks."""


def title_key(text: str) -> str:
    """Return the letters and digits of a title, by which two spellings of it are one."""
    return "".join(char for char in text.casefold() if char.isalnum())


def site_keys(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of the names a site goes by; "The" before a name makes no difference."""
    return frozenset(title_key(name).removeprefix("the") for name in names)


def is_site(text: str, sites: frozenset[str]) -> bool:
    """Return whether a text is one of a site's names, given by their keys, or nothing."""
    key = title_key(text).removeprefix("the")
    return not key or key in sites


def without_site(title: str, sites: frozenset[str]) -> str:
    """Return ``title`` without a site's name behind its last or before its first separator."""
    title = one_line(title)
    start, end = 0, len(title)
    separators = deque(SEPARATOR.finditer(title))
    while separators and is_site(title[separators[-1].end() : end], sites):
        end = separators.pop().start()
    while separators and is_site(title[start : separators[0].start()], sites):
        start = separators.popleft().end()
    return title[start:end].strip()


def head_of(title: str) -> str:
    """Return ``title`` before its last separator."""
    last = list(SEPARATOR.finditer(title))[-1]
    return title[: last.start()].strip()
