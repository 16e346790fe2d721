"""Record search: where in a damaged web archive the next record begins."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

from backports import zstd

GZIP = b"\x1f\x8b\x08"
"""How a compressed archive, and each record in it, begins (RFC 1952: gzip, deflated)."""

_WARC = b"WARC/"
_MEMBER = re.compile(re.escape(GZIP))
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_MARK_BYTES = 256
"""So much of the start of a record shows that it is one."""

_BLOCK = 1024 * 1024
"""Bytes of an archive that are searched at a time."""


def next_record(stream: BinaryIO, start: int, *, compressed: bool) -> int | None:
    """Return where the next record begins at or after ``start``, or None if there is none."""
    mark = _MEMBER if compressed else _RECORD
    position = start
    while True:
        try:
            stream.seek(position)
            block = stream.read(_BLOCK)
        except (zlib.error, zstd.ZstdError, EOFError, OSError):
            # Of an archive compressed as a whole nothing behind this can be unpacked.
            return None
        for found in mark.finditer(block):
            if not compressed or _begins_record(block[found.start() :]):
                return position + found.start()
        if len(block) < _BLOCK:
            return None
        position += _BLOCK - _MARK_BYTES


def _begins_record(content: bytes) -> bool:
    """Return whether compressed ``content`` is a record and not bytes that look like a start."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, len(_WARC)) == _WARC
    except zlib.error:
        return False
