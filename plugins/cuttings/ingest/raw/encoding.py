"""Encoding: the text of a whole raw file."""

from __future__ import annotations

import re

from cuttings.article.characters import printable
from cuttings.ingest.raw.character_set import (
    BYTE_ORDER_MARKS,
    codec_of,
    declared_codec,
    is_utf8,
    single_byte_codec,
    wide_codec,
)
from cuttings.ingest.raw.refusal import SAVE_IN_TEXT_FORMAT
from cuttings.ingest.raw.source_file import SourceFile

_OTHER_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MOST_CONTROLS = 0.02
"""Part of a text's characters that may be control characters. Measured: saved pages have at most
0.0002; of 1,000 programs, pictures and archives all but one have 0.05 and more."""


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
    if len(kept) < len(lines) and has_many_controls(lines, len(lines)):
        raise source.unreadable("it is binary", SAVE_IN_TEXT_FORMAT)
    return kept


def has_many_controls(text: str, size: int) -> bool:
    """Return whether a text has more control characters than two, or than a small part of it.

    Args:
        text: The text, or only its ASCII characters.
        size: Length of the whole.
    """
    return len(_CONTROLS.findall(text)) > max(2, size * _MOST_CONTROLS)


def _with_line_feeds(text: str) -> str:
    """Return ``text`` with a line feed for whatever ends a line in Unicode."""
    if not any(mark in text for mark in _OTHER_LINE_ENDS):
        return text
    return "\n".join(f"{text}.".splitlines())[:-1]


def _decoded(source: SourceFile, *, markup: bool, label: str) -> str:
    payload = source.payload
    for mark, name in BYTE_ORDER_MARKS:
        if payload.startswith(mark):
            return _strictly(source, payload[len(mark) :], name)
    if name := codec_of(label) or (declared_codec(payload) if markup else ""):
        try:
            return payload.decode(name)
        except UnicodeDecodeError as error:
            if _ends_inside_character(error, payload):
                raise _truncated(source) from error
    if name := wide_codec(payload):
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
    others = [line for line in lines if not is_utf8(line)]
    beyond_ascii = sum(not line.isascii() for line in lines)
    if 2 * len(others) >= beyond_ascii:
        return payload.decode(single_byte_codec(payload), errors="replace")
    code_page = single_byte_codec(b"".join(others))
    return "".join(
        line.decode("utf-8" if is_utf8(line) else code_page, errors="replace") for line in lines
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
    """Return whether UTF-8 with characters beyond ASCII fails at its very end only."""
    return (
        error.reason == "unexpected end of data"
        and error.end >= len(payload)
        and any(byte >= 0x80 for byte in payload[: error.start])
    )
