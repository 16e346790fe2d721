"""Bytes as text that can stand in a string of a script: seven bits a character.

Base64 has six. Five of the 128 characters of ASCII cannot stand in a string; each makes with the
one behind it a single character of two bytes in UTF-8, so that nothing is lost. The text has a
seventh more bytes than it holds, base64 a third.
"""

from __future__ import annotations

import re

import numpy as np

FORBIDDEN = '\0\n\r"\\'
"""Characters that end a string or a line, begin an escape, or look like the end of a file."""

_DIGITS = 0x80
_SHIFTS = np.arange(49, -1, -7, dtype=np.uint64)
"""Where each of the eight digits of seven bytes begins."""

_JOINED = {
    pair: chr(code)
    for code, pair in enumerate(
        [first + chr(digit) for first in FORBIDDEN for digit in range(_DIGITS)] + list(FORBIDDEN),
        start=_DIGITS,
    )
}
"""The character for each pair, then for a forbidden one that ends the text."""

_PAIR = re.compile(f"[{re.escape(FORBIDDEN)}][\\0-\\x7f]?")


def byte_text(content: bytes) -> str:
    """Return bytes as text, which ``theme/src/search/index/byte_text.ts`` reads."""
    groups = -(-len(content) // 7)
    numbers = np.zeros((groups, 8), np.uint8)
    numbers[:, 1:] = np.frombuffer(content.ljust(groups * 7, b"\0"), np.uint8).reshape(groups, 7)
    digits = numbers.view(">u8") >> _SHIFTS & np.uint64(_DIGITS - 1)
    text = digits.astype(np.uint8).tobytes()[: -(-len(content) * 8 // 7)].decode("ascii")
    return _PAIR.sub(lambda pair: _JOINED[pair[0]], text)
