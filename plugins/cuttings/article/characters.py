"""Which characters a text may hold: what neither HTML nor XML allows is left out."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BEYOND = re.compile("[^\x00-\uffff]")
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_UNPRINTABLE_BEYOND = re.compile(f"[{_PLANE_ENDS}]")
"""The last two code points of a plane are noncharacters like U+FDD0 to U+FDEF (Unicode, 23.7).

Apart from the others, because such a class makes ``re`` ten times slower and few texts need it.
"""


def printable(text: str) -> str:
    """Return ``text`` without control characters, lone surrogates and noncharacters.

    Tabs and line ends stay.
    """
    kept = _UNPRINTABLE.sub("", text)
    return _UNPRINTABLE_BEYOND.sub("", kept) if _BEYOND.search(kept) else kept
