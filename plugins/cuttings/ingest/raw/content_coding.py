"""Content codings: what a server packed for the way (RFC 9110, section 8.4), unpacked.

What a header says of the coding is often false: the program that kept an answer unpacked it and
left the header, or the server packed twice. So a coding that is stated is tried, and the content
decides.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

import brotli
from backports import zstd

from cuttings.ingest.raw.character_set import wide_form
from cuttings.ingest.raw.encoding import has_many_controls
from cuttings.ingest.raw.source_file import HEAD_BYTES

ACCEPTED_CODINGS = "gzip, deflate, br, zstd"
"""The value of Accept-Encoding that asks for the codings known here."""

_MOST_CODINGS = 5
"""Codings that are undone one after the other; servers apply two at most."""

LARGEST_WINDOW = 25
"""Binary logarithm of the largest window of Zstandard, in bytes: 32 MB. A packed answer needs 8 at
most (RFC 9659), but a frame of one segment as many as its content has."""

_GZIP = b"\x1f\x8b\x08"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = tuple(bytes((0x50 | number, 0x2A, 0x4D, 0x18)) for number in range(16))
_STARTS = ((_GZIP, "gzip"), *((start, "zstd") for start in (ZSTANDARD, *_SKIPPABLE)))
"""How what is packed begins (RFC 1952, section 2.3; RFC 8878, section 3.1), with its coding."""


class DamagedCodingError(Exception):
    """What is packed cannot be unpacked; the message says why, as the middle of a sentence."""


class UnpackedSizeError(Exception):
    """What is packed is larger, when it is unpacked, than it may be."""


def unpacked(content: bytes, stated: str, most_bytes: int) -> bytes:
    """Return what a server packed, or ``content`` itself if it is not packed.

    Args:
        content: What the server sent.
        stated: The codings that its header names, the last one applied last, or "".
        most_bytes: How large what is unpacked may be.

    Raises:
        DamagedCodingError: If it is packed as its header says, and breaks off or is damaged.
        UnpackedSizeError: If it is larger than ``most_bytes``.
    """
    names = [name.strip().lower() for name in stated.split(",")]
    left = [name for name in names if name in _DECODERS]
    for _ in range(_MOST_CODINGS):
        inner = _without_a_coding(content, left.pop() if left else "", most_bytes)
        if inner is None:
            break
        content = inner
    return content


def _without_a_coding(content: bytes, stated: str, most_bytes: int) -> bytes | None:
    """Return the content of ``content``, or None if it is not packed."""
    if not content:
        return None
    begins_as = next((name for start, name in _STARTS if content.startswith(start)), "")
    is_text = not begins_as and _reads_as_text(content[:HEAD_BYTES])
    failures: list[Exception] = []
    for name in dict.fromkeys((begins_as, stated, *(() if is_text else _DECODERS))):
        try:
            if name:
                return _DECODERS[name](content, most_bytes)
        except (DamagedCodingError, UnpackedSizeError) as error:
            failures.append(error)
    if stated and not is_text:
        raise failures[0]
    return None


def _reads_as_text(head: bytes) -> bool:
    """Return whether a content begins as text; of what is packed a tenth are control characters."""
    return bool(wide_form(head)) or not has_many_controls(
        head.decode("ascii", errors="ignore"), len(head)
    )


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _BrotliDecompressor:
    """Brotli's decompressor with the names that those of Python have."""

    unused_data = b""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._stream.is_finished())

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        pieces = [self._stream.process(data, output_buffer_limit=max_length)]
        size = len(pieces[0])
        while size < max_length and not self._stream.can_accept_more_data():
            pieces.append(self._stream.process(b"", output_buffer_limit=max_length - size))
            size += len(pieces[-1])
        return b"".join(pieces)


def _decoded(
    content: bytes,
    most_bytes: int,
    *,
    name: str,
    make: Callable[[], _Decompressor],
    starts: tuple[bytes, ...] = (),
) -> bytes:
    """Return what ``content`` holds, packed in one stream or in several behind each other.

    Args:
        content: What is packed.
        most_bytes: How large what is unpacked may be.
        name: The coding, for messages.
        make: Makes what unpacks one stream.
        starts: How a further stream begins; without any, nothing may stand behind the first one.
    """
    streams: list[bytes] = []
    room = most_bytes
    while not streams or content.startswith(starts):
        stream = make()
        try:
            streams.append(stream.decompress(content, room + 1))
        except (zlib.error, zstd.ZstdError, brotli.error) as error:
            raise DamagedCodingError(f"its packing ({name}) is damaged") from error
        room -= len(streams[-1])
        if room < 0:
            raise UnpackedSizeError
        if not stream.eof:
            raise DamagedCodingError(f"its packing ({name}) breaks off")
        content = stream.unused_data
        if not starts:
            break
    if content and not starts:
        raise DamagedCodingError(f"its packing ({name}) is damaged")
    return b"".join(streams)


def _inflated(content: bytes, most_bytes: int) -> bytes:
    """Return what is deflated: with a head as the standard says, or without as some servers do."""
    decode = partial(_decoded, content, most_bytes, name="deflate")
    try:
        return decode(make=zlib.decompressobj)
    except DamagedCodingError:
        if content[0] & 0xF == zlib.DEFLATED and int.from_bytes(content[:2], "big") % 31 == 0:
            raise
    return decode(make=partial(zlib.decompressobj, -zlib.MAX_WBITS))


_gunzipped = partial(
    _decoded,
    name="gzip",
    make=partial(zlib.decompressobj, 16 + zlib.MAX_WBITS),
    starts=(_GZIP,),
)
_DECODERS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "zstd": partial(
        _decoded,
        name="zstd",
        make=partial(
            zstd.ZstdDecompressor,
            options={zstd.DecompressionParameter.window_log_max: LARGEST_WINDOW},
        ),
        starts=(ZSTANDARD, *_SKIPPABLE),
    ),
    "deflate": _inflated,
    "br": partial(_decoded, name="br", make=_BrotliDecompressor),
}
"""What unpacks each coding of IANA's registry but ``compress``, which no browser asks for."""
