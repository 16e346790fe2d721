"""Reads the scripts of an index as a browser does."""

from __future__ import annotations

import json
import re
import zlib
from typing import Any

from cuttings.search_index.byte_text import (
    BYTE_ORDER_MARK,
    CODING,
    ESCAPE,
    FORBIDDEN,
    LAST_BYTE,
    OTHER_BIT,
)

_PLAIN = re.compile(r"cuttings\.register\(([^<\n]*)\);\n")
_ENDING = "".join(map(chr, set(FORBIDDEN) - {ESCAPE}))
_COMPRESSED = re.compile(rf'cuttings\.registerCompressed\("([^{re.escape(_ENDING)}]*)"\);\n')


def script_value(script: bytes) -> Any:
    """Return the value that a script registers, plain or compressed.

    Raises:
        ValueError: If it is neither.
    """
    if script.startswith(BYTE_ORDER_MARK):
        stream = _match(_COMPRESSED, script.removeprefix(BYTE_ORDER_MARK).decode(CODING))
        return json.loads(zlib.decompress(text_bytes(stream), -zlib.MAX_WBITS))
    return json.loads(_match(_PLAIN, script.decode()))


def _match(form: re.Pattern[str], script: str) -> str:
    registered = form.fullmatch(script)
    if registered is None:
        raise ValueError("not a script of the index")
    return registered[1]


def text_bytes(text: str) -> bytes:
    """Return the bytes that ``byte_text`` wrote as a text."""
    content = bytearray()
    units = map(ord, text)
    for unit in units:
        if unit != ESCAPE:
            content += unit.to_bytes(2, "little")
            continue
        escaped = next(units)
        if escaped & ~0xFF == LAST_BYTE:
            content.append(escaped & 0xFF)
        else:
            content += (escaped ^ OTHER_BIT).to_bytes(2, "little")
    return bytes(content)
