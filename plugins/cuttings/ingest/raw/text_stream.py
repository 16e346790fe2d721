"""Text streams: raw files of any size as lines, or as a stream of UTF-8."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from cuttings.article.characters import printable
from cuttings.ingest.raw.character_set import is_utf8, single_byte_codec, wide_form
from cuttings.ingest.raw.encoding import decode, has_many_controls
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile


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
    if source.is_large or is_utf8(source.payload):
        return content
    content.close()
    return io.BytesIO(decode(source).encode())


def _check_is_text(source: SourceFile) -> None:
    """Raise UnreadableSourceError if a file does not begin as text does."""
    kind = source.kind_of_binary
    if not kind and not wide_form(source.head):
        ascii_text = source.head.decode("ascii", errors="ignore")
        kind = "not text" if has_many_controls(ascii_text, len(source.head)) else ""
    if kind:
        raise source.unreadable(f"it is binary ({kind})", "save it again as text, in UTF-8")


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
            code_page = code_page or single_byte_codec(
                line if is_utf8(source.head[:-4]) else source.head
            )
            yield line.decode(code_page, errors="replace")
