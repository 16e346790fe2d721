r"""JSON in which each escape is of a whole character.

A program that cuts texts by UTF-16 units leaves half of an emoji behind (``"\ud83d"``). The JSON
parser for streams gives up there, and all stories behind it would be lost, so what is half is
replaced by U+FFFD on the way to it.
"""

from __future__ import annotations

import re
from typing import BinaryIO

_HEX = rb"[0-9a-fA-F]{2}"
_ESCAPE = re.compile(
    rb"\\u[dD][89aAbB]"
    + _HEX
    + rb"\\u[dD][c-fC-F]"
    + _HEX
    + rb"|(\\u[dD][89a-fA-F]"
    + _HEX
    + rb")|\\.",
    re.DOTALL,
)
"""A pair of surrogates, half of one, or any other escape: each begins at its own backslash."""

_LONGEST = len(rb"\ud83d\ude00")


class WholeEscapes:
    """A stream of JSON without halves of surrogates.

    Args:
        content: The JSON, in UTF-8.
    """

    def __init__(self, content: BinaryIO) -> None:
        self._content = content
        self._rest = b""

    def read(self, size: int) -> bytes:
        """Return some of what follows, about ``size`` bytes; b"" at the end, or for no bytes."""
        if not size:
            return b""
        while True:
            block = self._content.read(size)
            waiting = self._rest + block
            # An escape may go on in the next block, so the last bytes wait for it.
            settled = len(waiting) - _LONGEST if block else len(waiting)
            given, end = _mended(waiting, settled)
            self._rest = waiting[end:]
            if given or not block:
                return given


def _mended(content: bytes, settled: int) -> tuple[bytes, int]:
    """Return the content up to about ``settled`` with its escapes mended, and where it ends."""
    pieces: list[bytes] = []
    place = 0
    for escape in _ESCAPE.finditer(content):
        if escape.start() >= settled:
            break
        pieces += [content[place : escape.start()], rb"\ufffd" if escape[1] else escape[0]]
        place = escape.end()
    end = max(place, settled, 0)
    pieces.append(content[place:end])
    return b"".join(pieces), end
