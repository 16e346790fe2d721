"""Records of a web archive, read by warcio within bounds of memory, and past what is damaged."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import Any, BinaryIO

from backports import zstd
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from cuttings.article.characters import one_line

_READ_BYTES = 16 * 1024
"""Bytes of an archive that are read at a time."""

LONGEST_HEAD = 1024 * 1024
"""Bytes of the headers of a record and of the answer in it, a thousand times what they have."""

DAMAGE = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    ChunkedDataException,
    zlib.error,
    zstd.ZstdError,
    EOFError,
    OSError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
)
"""What warcio and what unpacks raise for damaged records, some of it by accident."""


class ArchiveRecords(ArchiveIterator):  # type: ignore[misc]
    """warcio's iterator within bounds of memory, which prints nothing.

    Attributes:
        breaks_off: Whether the archive ended within a record.
        ends_within_record: Whether it ended in what the last record holds.
    """

    breaks_off = False
    ends_within_record = False

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader = _RecordReader(self.fh, block_size=_READ_BYTES)

    def __iter__(self) -> Iterator[ArcWarcRecord]:
        return self

    def __next__(self) -> ArcWarcRecord:
        with redirect_stderr(StringIO()):
            return next(self.the_iter)

    @property
    def begun(self) -> int:
        """Where the last record begins; one that is shorter than it says holds others."""
        return int(self.member_info[0] if self.member_info else self.offset)

    @property
    def is_within_record(self) -> bool:
        """Whether a record was begun and not read to its end."""
        return self.record is not None and self.member_info is None

    def _next_record(self, next_line: bytes | None) -> ArcWarcRecord:
        self.reader.head_bytes = 0
        return super()._next_record(next_line)

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """Read to the next record, which stands where this one says that it ends."""
        before = self.err_count
        found: tuple[bytes | None, int] = super()._consume_blanklines()
        if self.err_count > before and self.reader.decompressor is None:
            raise ArchiveLoadFailed("its length is wrong")
        return found

    def close(self) -> None:
        """End the iteration."""
        unpacking = self.reader.decompressor if self.reader else None
        self.ends_within_record = is_cut(self.record) if self.record is not None else False
        self.breaks_off = self.ends_within_record or (unpacking is not None and not unpacking.eof)
        super().close()


class _RecordReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's reader, which reports where it cannot unpack, and of lines that never end.

    Attributes:
        head_bytes: How many bytes of the record's lines were read.
    """

    head_bytes = 0
    decompressor: Any

    def readline(self, length: int | None = None) -> bytes:
        """Return the next line.

        Raises:
            ArchiveLoadFailed: If the record's lines are far longer than those of any head.
        """
        limit = LONGEST_HEAD if length is None else min(length, LONGEST_HEAD)
        line: bytes = super().readline(limit)
        self.head_bytes += len(line)
        if self.head_bytes >= LONGEST_HEAD:
            raise ArchiveLoadFailed(f"its head is longer than {LONGEST_HEAD // 1024} KB")
        return line

    def _decompress(self, data: bytes) -> bytes:
        """Unpack a block; what does not begin as packed is taken as it is."""
        if not data or self.decompressor is None:
            return data
        try:
            unpacked: bytes = self.decompressor.decompress(data)
        except zlib.error:
            if self.num_block_read:
                raise
            self.decompressor = None
            return data
        return unpacked


def is_cut(record: ArcWarcRecord) -> bool:
    """Return whether the archive ended before all of a record was read."""
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def damage_message(error: Exception | str) -> str:
    """Return the part of a message of warcio that says what is damaged."""
    # What follows is the record itself, which may be anything.
    return one_line(re.split("[,:]", str(error))[0]) or type(error).__name__
