"""Bytes to text: which character set a raw file is written in."""

from __future__ import annotations

import codecs
import io
import re
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from cuttings.article.characters import printable
from cuttings.ingest.raw.refusal import SAVE_IN_TEXT_FORMAT
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta\s[^>]*?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_.:-]+)", re.I)
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

_OTHER_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MAX_CONTROL_SHARE = 0.02


def decode(source: SourceFile, *, markup: bool = False, label: str = "") -> str:
    """Return the text of a raw file, lines ended by a line feed, without control characters.

    The character set comes from the byte order mark, then from the label, then, for
    markup, from the meta tag, then from the bytes themselves.

    Args:
        source: The raw file.
        markup: Whether the file may declare its character set in a meta tag.
        label: The character set that what brought the file says it has, if anything does.

    Raises:
        UnreadableSourceError: If the file is binary or ends inside a character.
    """
    if kind := source.kind_of_binary:
        raise source.unreadable(f"it is binary ({kind})", SAVE_IN_TEXT_FORMAT)
    text = _decoded(source, markup=markup, label=label or source.charset)
    lines = _with_line_feeds(text.removeprefix("\ufeff"))
    kept = printable(lines)
    controls = len(_CONTROLS.findall(lines)) if len(kept) < len(lines) else 0
    if controls > max(2, len(lines) * _MAX_CONTROL_SHARE):
        raise source.unreadable("it is binary", SAVE_IN_TEXT_FORMAT)
    return kept


def _with_line_feeds(text: str) -> str:
    """Return ``text`` with a line feed for whatever ends a line in Unicode."""
    if not any(mark in text for mark in _OTHER_LINE_ENDS):
        return text
    return "\n".join(f"{text}.".splitlines())[:-1]


def decoded_lines(source: SourceFile) -> Iterator[str]:
    """Yield the lines of a text file of any size, each with a line feed at its end.

    One line is in memory at a time. A line that is not UTF-8 in a file that otherwise is may
    come from another program: it alone is read as a single-byte character set.

    Args:
        source: The file, or a part of one.

    Raises:
        UnreadableSourceError: If the file is binary, or a line of it is too long.
    """
    _check_is_text(source)
    name = wide_form(source.head)
    with source.open() as content:
        lines = _wide_lines(content, name) if name else _narrow_lines(source, content)
        for line in lines:
            yield printable(line.rstrip("\r\n")) + "\n"


def utf8_content(source: SourceFile) -> BinaryIO:
    """Return the content of a text file as a stream of UTF-8 without a byte order mark.

    Args:
        source: The file; if it is too large to be held it must be UTF-8 already.

    Raises:
        UnreadableSourceError: If the file is binary.
    """
    _check_is_text(source)
    content = source.open()
    if source.head.startswith(codecs.BOM_UTF8):
        content.seek(len(codecs.BOM_UTF8))
    if source.is_large or _is_utf8(source.payload):
        return content
    content.close()
    return io.BytesIO(decode(source).encode())


def _check_is_text(source: SourceFile) -> None:
    """Raise UnreadableSourceError if a file begins as no text does."""
    kind = source.kind_of_binary
    if not kind and not wide_form(source.head):
        controls = len(_CONTROLS.findall(source.head.decode("ascii", errors="ignore")))
        kind = "no text" if controls > max(2, len(source.head) * _MAX_CONTROL_SHARE) else ""
    if kind:
        raise source.unreadable(f"it is binary ({kind})", "save it again as text, in UTF-8")


def _is_utf8(payload: bytes) -> bool:
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
    for mark, name in _BYTE_ORDER_MARKS:
        if name != "utf-8" and head.startswith(mark):
            return name
    return _wide_without_mark(head)


def _wide_lines(content: BinaryIO, name: str) -> Iterator[str]:
    """Yield the lines of a stream whose characters are wider than a byte."""
    with io.TextIOWrapper(content, encoding=name, errors="replace") as text:
        for number, line in enumerate(text):
            yield line.removeprefix("\ufeff") if number == 0 else line


def _narrow_lines(source: SourceFile, content: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream in UTF-8, those that are not by the likeliest code page."""
    if source.head.startswith(codecs.BOM_UTF8):
        content.seek(len(codecs.BOM_UTF8))
    if b"\n" not in source.head and b"\r" in source.head:
        yield from decode(source).splitlines(keepends=True)
        return
    code_page = ""
    while line := content.readline(MAX_SOURCE_BYTES + 1):
        if len(line) > MAX_SOURCE_BYTES:
            limit = MAX_SOURCE_BYTES // 1024 // 1024
            raise source.unreadable(
                f"a line in it is longer than {limit} MB", "save it with shorter lines"
            )
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            code_page = code_page or _single_byte(
                line if _is_utf8(source.head[:-4]) else source.head
            )
            yield line.decode(code_page, errors="replace")


def _decoded(source: SourceFile, *, markup: bool, label: str) -> str:
    payload = source.payload
    for mark, name in _BYTE_ORDER_MARKS:
        if payload.startswith(mark):
            return _strictly(source, payload[len(mark) :], name)
    if name := _codec(label) or (_declared(payload) if markup else ""):
        try:
            return payload.decode(name)
        except UnicodeDecodeError as error:
            if _ends_inside_character(error, payload):
                raise _truncated(source) from error
    if name := _wide_without_mark(payload):
        return _strictly(source, payload, name)
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError as error:
        if _ends_inside_character(error, payload):
            raise _truncated(source) from error
    return _mixed(payload)


def _mixed(payload: bytes) -> str:
    """Decode what is not UTF-8, or only here and there: then line by line."""
    lines = payload.splitlines(keepends=True)
    others = [line for line in lines if not _is_utf8(line)]
    beyond_ascii = sum(not line.isascii() for line in lines)
    if 2 * len(others) >= beyond_ascii:
        return payload.decode(_single_byte(payload), errors="replace")
    code_page = _single_byte(b"".join(others))
    return "".join(
        line.decode("utf-8" if _is_utf8(line) else code_page, errors="replace") for line in lines
    )


def _strictly(source: SourceFile, payload: bytes, name: str) -> str:
    """Decode a file whose character set is certain; only its end may be at fault."""
    try:
        return payload.decode(name)
    except UnicodeDecodeError as error:
        if "truncated" in error.reason or error.end >= len(payload):
            raise _truncated(source) from error
        return payload.decode(name, errors="replace")


def _truncated(source: SourceFile) -> Exception:
    return source.unreadable(
        "it is truncated (it ends inside a character)", "get the whole file and add it again"
    )


def _ends_inside_character(error: UnicodeDecodeError, payload: bytes) -> bool:
    """Tell whether UTF-8 with characters beyond ASCII fails at its very end only."""
    return (
        error.reason == "unexpected end of data"
        and error.end >= len(payload)
        and any(byte >= 0x80 for byte in payload[: error.start])
    )


def _declared(payload: bytes) -> str:
    """Return the codec that a page's meta tag names, or "" if there is none known."""
    match = _META_CHARSET.search(payload[:_META_WINDOW])
    return "" if match is None else _codec(match[1].decode("ascii"))


def _codec(label: str) -> str:
    """Return the codec of text that a label means, or "" if it means none."""
    name = label.strip().lower()
    try:
        codec = codecs.lookup(_LABELS.get(name, name))
        # Codecs from bytes to bytes (base64, zip) have names, too.
        b"".decode(codec.name)
    except (LookupError, ValueError):
        return ""
    return codec.name


def _wide_without_mark(payload: bytes) -> str:
    """Return the UTF-16 codec of text that has no mark, told by where its zeros stand."""
    window = payload[:4096]
    even, odd = window[0::2], window[1::2]
    if not odd:
        return ""
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return ""


def _single_byte(payload: bytes) -> str:
    """Return the likeliest codec of text that is not Unicode.

    Detection by statistics tells scripts and languages apart, but hardly the code pages of
    one script. So another script is believed, a language that has a code page of its own
    gets that, and everything else is Windows-1252, or Latin-1 where that has no character.
    """
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


def _is_latin(text: str) -> bool:
    """Tell whether most letters of ``text`` are of the Latin script."""
    letters = [char for char in text if char.isalpha()]
    return sum("LATIN" in unicodedata.name(char, "") for char in letters) * 2 > len(letters)
