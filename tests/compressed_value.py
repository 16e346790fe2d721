"""Reads the compressed scripts of an index as a browser does."""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from cuttings.search_index.byte_text import FORBIDDEN

_SCRIPT = re.compile(
    rf'cuttings\.registerCompressed\("([^{re.escape(FORBIDDEN)}]*)"\);\n'.encode(), re.ASCII
)


def compressed_value(script: bytes) -> Any:
    """Return the value that a compressed script registers.

    Raises:
        ValueError: If it is not such a script.
    """
    registered = _SCRIPT.fullmatch(script)
    if registered is None:
        raise ValueError("not a compressed script")
    return json.loads(zlib.decompress(text_bytes(registered[1].decode()), -zlib.MAX_WBITS))


def text_bytes(text: str) -> bytes:
    """Return the bytes that ``byte_text`` wrote as a text."""
    digits = [digit for character in text for digit in _digits(ord(character))]
    size, rest = divmod(len(digits) * 7, 8)
    number = int("".join(f"{digit:07b}" for digit in digits) or "0", 2)
    return (number >> rest).to_bytes(size, "big")


def _digits(code: int) -> list[int]:
    place, digit = divmod(code, 0x80)
    if not place:
        return [digit]
    if place <= len(FORBIDDEN):
        return [ord(FORBIDDEN[place - 1]), digit]
    return [ord(FORBIDDEN[digit])]
