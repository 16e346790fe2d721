"""Bytes as text that can stand in a string of a script: sixteen bits a character, in UTF-16.

A browser reads a script that begins with the byte order mark as UTF-16, whatever the server says,
and also from the disk. So the text has hardly more bytes than it holds: a hundredth part in three.
Some characters cannot stand in a string, and half a surrogate pair cannot stand anywhere; each of
these is written as an escape and another character.
"""

from __future__ import annotations

import codecs

import numpy as np

BYTE_ORDER_MARK = codecs.BOM_UTF16_LE

CODING = "utf-16-le"

ESCAPE = 0x0001
"""Stands before a character that cannot stand in a text, which then differs in one bit."""

OTHER_BIT = 0x8000
"""The bit in which it differs."""

LAST_BYTE = 0x4000
"""Behind an escape, this and a byte are that byte, the last one of an odd number."""

FORBIDDEN = (*map(ord, '\0\n\r"\\\u2028\u2029'), ESCAPE)
"""Characters that end a string or a line, begin an escape, or look like the end of a file."""

_IS_ESCAPED = np.zeros(0x10000, bool)
_IS_ESCAPED[list(FORBIDDEN)] = True
_IS_ESCAPED[0xD800:0xE000] = True  # halves of surrogate pairs


def byte_text(content: bytes) -> bytes:
    """Return bytes as text in UTF-16, which ``theme/src/search/index/byte_text.ts`` reads."""
    whole = len(content) // 2 * 2
    units = np.frombuffer(content[:whole], "<u2")
    places = np.flatnonzero(_IS_ESCAPED[units])
    changed = units.copy()
    changed[places] ^= OTHER_BIT
    text = np.insert(changed, places, ESCAPE).tobytes()
    if len(content) == whole:
        return text
    return text + np.array([ESCAPE, LAST_BYTE | content[-1]], "<u2").tobytes()
