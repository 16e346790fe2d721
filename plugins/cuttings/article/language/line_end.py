"""Where a line ends within a word: with a hyphen right behind a letter, a figure or an initial."""

from __future__ import annotations

import re

HYPHENS = ("-", "\u2010", "\u2011")
"""The hyphen of the keyboard, the true one, and the one at which no line should break."""

SOFT_HYPHENS = ("\u00ad", "\x02", "\ufffe")
"""The soft hyphen, and what PDF programs write for one."""

BROKEN_WORD = re.compile(
    r"(?:(?<![^\W_])(?P<start>[^\W_]++)|(?<=\b[^\W\d_]\.))"
    rf"(?P<hyphen>[{''.join((*HYPHENS, *SOFT_HYPHENS))}])$"
)
"""The end of such a line: the letters and figures before the hyphen, none behind "U.S.", and it."""


def ends_in_word(line: str) -> bool:
    """Return whether a line ends within a word."""
    return BROKEN_WORD.search(line) is not None
