"""Which characters a text may hold: what neither HTML nor XML allows is left out."""

from __future__ import annotations

import re

_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
"""The last two code points of each plane, noncharacters like U+FDD0 to U+FDEF (Unicode, 23.7)."""

_UNPRINTABLE = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]"
)


def printable(text: str) -> str:
    """Return ``text`` without control characters, lone surrogates and noncharacters.

    Tabs and line ends stay.
    """
    return _UNPRINTABLE.sub("", text)
