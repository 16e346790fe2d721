"""Character sets: which one the bytes of a raw file are in, by a mark, a label or themselves."""

from __future__ import annotations

import codecs
import re
import unicodedata

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta\s[^>]*+", re.I)
_CHARSET = re.compile(rb"charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_.:-]++)", re.I)
_META_WINDOW = 4096
"""Bytes of a page in which its character set must be declared; browsers look at 1,024."""

_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "windows-874": "cp874",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""Labels that mean another character set on the web (WHATWG Encoding Standard)."""

_CODE_PAGES = {
    "Croatian": "cp1250",
    "Czech": "cp1250",
    "Hungarian": "cp1250",
    "Polish": "cp1250",
    "Romanian": "cp1250",
    "Slovak": "cp1250",
    "Slovene": "cp1250",
    "Turkish": "cp1254",
    "Estonian": "cp1257",
    "Latvian": "cp1257",
    "Lithuanian": "cp1257",
}
"""Windows code pages of the languages in Latin script that Windows-1252 cannot write."""

_SURE = 0.6
"""Coherence, from 0 to 1, from which a detected language is believed."""


def is_utf8(payload: bytes) -> bool:
    """Return whether ``payload`` is UTF-8, and not UTF-16 that can be read as such."""
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not wide_form(payload)


def wide_form(head: bytes) -> str:
    """Return the form of UTF-16 or UTF-32 that a file begins in, or "" for any other.

    Args:
        head: The start of a file.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if name != "utf-8" and head.startswith(mark):
            return name
    return wide_codec(head)


def declared_codec(payload: bytes) -> str:
    """Return the codec that a page's meta tag names, or "" if it names no known one."""
    for tag in _META.finditer(payload, 0, _META_WINDOW):
        if named := _CHARSET.search(payload, tag.start(), tag.end()):
            return codec_of(named[1].decode("ascii"))
    return ""


def codec_of(label: str) -> str:
    """Return the codec of text that a label means, or "" if no codec has that name."""
    name = label.strip().lower()
    try:
        codec = codecs.lookup(_LABELS.get(name, name))
        # Codecs from bytes to bytes (base64, zip) have names, too; of no bytes all make a text.
        b" ".decode(codec.name, errors="ignore")
    except (LookupError, ValueError):
        return ""
    return codec.name


def wide_codec(payload: bytes) -> str:
    """Return the UTF-16 codec of text without a mark, recognized by its zeros, or ""."""
    window = payload[:4096]
    even, odd = window[0::2], window[1::2]
    if not odd:
        return ""
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return ""


def single_byte_codec(payload: bytes) -> str:
    """Return the likeliest codec of text that is not Unicode.

    Detection by statistics distinguishes scripts and languages, but hardly the code pages of
    one script. So another script is believed, a language that has a code page of its own
    gets that, and everything else is Windows-1252, or Latin-1 where that has no character.
    """
    from charset_normalizer import from_bytes  # slow to load, and hardly a text needs it

    best = from_bytes(payload).best()
    candidates = ["cp1252"]
    if best is not None and best.coherence > 0 and not _is_latin(str(best)):
        candidates.insert(0, best.encoding)
    elif best is not None and best.coherence >= _SURE:
        candidates.insert(0, _CODE_PAGES.get(best.language, "cp1252"))
    for codec in candidates:
        try:
            payload.decode(codec)
        except UnicodeDecodeError:
            continue
        return codec
    return "latin-1"


def _is_latin(text: str) -> bool:
    """Return whether most letters of ``text`` are of the Latin script."""
    letters = [char for char in text if char.isalpha()]
    return sum("LATIN" in unicodedata.name(char, "") for char in letters) * 2 > len(letters)
