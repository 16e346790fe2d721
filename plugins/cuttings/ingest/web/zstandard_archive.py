"""Web archives packed with Zstandard: ``.warc.zst`` files, with a dictionary of their own or none.

In the format of the IIPC ("Zstandard Compression for WARC Files 1.0") each record is a frame, and
a skippable frame before them may hold the dictionary that all of them need.
"""

from __future__ import annotations

from typing import BinaryIO, cast

from backports import zstd

from cuttings.ingest.raw.content_coding import LARGEST_WINDOW, ZSTANDARD
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES

_DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
_LENGTH_BYTES = 4
"""Bytes of the length of a skippable frame (RFC 8878, section 3.1.2), the lowest first."""


def unpacked_archive(stream: BinaryIO) -> BinaryIO:
    """Return what an archive packed with Zstandard holds, or ``stream`` if it is not packed so.

    Args:
        stream: The archive, at its start; it must allow seeking, as what is returned does.

    Raises:
        ZstdError: If its dictionary is damaged.
    """
    head = stream.read(len(ZSTANDARD))
    if head not in {ZSTANDARD, _DICTIONARY_FRAME}:
        stream.seek(0)
        return stream
    dictionary = _dictionary(stream) if head == _DICTIONARY_FRAME else None
    stream.seek(0)
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: LARGEST_WINDOW}
    return cast("BinaryIO", _Archive(stream, options=options, zstd_dict=dictionary))


class _Archive(zstd.ZstdFile):
    """A file that returns what stands before a damage before it reports that."""

    def read(self, size: int | None = -1) -> bytes:
        """Return the next bytes, fewer than ``size`` only at the end or before a damage."""
        pieces: list[bytes] = []
        left = -1 if size is None else size
        while left:
            try:
                piece = self.read1(left)
            except (zstd.ZstdError, EOFError):
                if pieces:
                    break
                raise
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece) if left > 0 else 0
        return b"".join(pieces)


def _dictionary(stream: BinaryIO) -> zstd.ZstdDict:
    """Return the dictionary in a skippable frame, whose first bytes were read."""
    length = int.from_bytes(stream.read(_LENGTH_BYTES), "little")
    content = stream.read(min(length, MAX_SOURCE_BYTES))
    if content.startswith(ZSTANDARD):
        content = zstd.ZstdDecompressor().decompress(content, MAX_SOURCE_BYTES)
    try:
        return zstd.ZstdDict(content)
    except ValueError as error:
        raise zstd.ZstdError("its dictionary is damaged") from error
