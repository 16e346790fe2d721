"""Which characters a text may hold: what neither HTML nor XML allows is left out."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BEYOND = re.compile("[^\x00-\uffff]")
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_UNPRINTABLE_BEYOND = re.compile(f"[{_PLANE_ENDS}]")
"""The last two code points of a plane are noncharacters like U+FDD0 to U+FDEF (Unicode, 23.7).

Apart from the others, because such a class makes ``re`` ten times slower and few texts need it.
"""

_ASCII = bytes(range(0x80))
_ASCII_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])

_CONTROL_OR_BREAK = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def printable(text: str) -> str:
    """Return ``text`` without control characters, lone surrogates and noncharacters.

    Tabs and line ends stay.
    """
    if (text.isascii() and text.isprintable()) or _is_printable(text):
        return text
    kept = _UNPRINTABLE.sub("", text)
    return _UNPRINTABLE_BEYOND.sub("", kept) if _BEYOND.search(kept) else kept


def _is_printable(text: str) -> bool:
    """Whether a text holds no such character, as almost all do.

    Bytes are sifted twenty times as fast as ``re`` looks at characters, and few of a page's
    characters are beyond ASCII.
    """
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded.translate(None, _ASCII_CONTROLS)) < len(encoded):
        return False
    beyond = encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if _UNPRINTABLE.search(beyond):
        return False
    return not (_BEYOND.search(beyond) and _UNPRINTABLE_BEYOND.search(beyond))


def one_line(text: str) -> str:
    """Return ``text`` as a front-matter value: NFC, one line, nothing but characters of a text."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    normal = unicodedata.normalize("NFC", text)
    return " ".join(printable(_CONTROL_OR_BREAK.sub(" ", normal)).split())
