from __future__ import annotations

import contextlib
import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from backports import zstd
from hypothesis import example, given
from hypothesis import strategies as st
from tests.files.archive_file import page

from cuttings.ingest.raw.content_coding import (
    DamagedCodingError,
    UnpackedSizeError,
    unpacked,
)

PAGE = page("Ring")
MOST = 1024 * 1024
Pack = Callable[[bytes], bytes]


def _deflated(content: bytes) -> bytes:
    return zlib.compress(content, wbits=-zlib.MAX_WBITS)


PACK: dict[str, Pack] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate raw": _deflated,
    "br": brotli.compress,
    "zstd": zstd.compress,
}
STORED: dict[str, Pack] = {
    "gzip": partial(gzip.compress, compresslevel=0),
    "deflate": partial(zlib.compress, level=0),
    "deflate raw": partial(zlib.compress, level=0, wbits=-zlib.MAX_WBITS),
}
NAMES = list(PACK)
each_coding = pytest.mark.parametrize("name", NAMES, ids=[name.replace(" ", "-") for name in NAMES])


def _stated(name: str) -> str:
    return name.partition(" ")[0]


@each_coding
@pytest.mark.parametrize("content", [PAGE, PAGE.decode().encode("utf-16"), b"x"])
def test_each_coding_is_undone(name: str, content: bytes) -> None:
    assert unpacked(PACK[name](content), _stated(name), MOST) == content


@pytest.mark.parametrize("name", STORED)
def test_what_is_packed_without_being_made_smaller_is_unpacked(name: str) -> None:
    assert unpacked(STORED[name](PAGE), _stated(name), MOST) == PAGE


@pytest.mark.parametrize(
    "stated", ["GZip", " x-gzip ", "X-GZIP", "gzip,", "utf-8, gzip", "none,gzip"]
)
def test_a_coding_is_known_however_it_is_written(stated: str) -> None:
    assert unpacked(gzip.compress(PAGE), stated, MOST) == PAGE


@pytest.mark.parametrize(
    ("stated", "packed"),
    [
        ("gzip, br", brotli.compress(gzip.compress(PAGE))),
        ("br, gzip", gzip.compress(brotli.compress(PAGE))),
        ("deflate, gzip, zstd", zstd.compress(gzip.compress(_deflated(PAGE)))),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
    ],
)
def test_codings_are_undone_from_the_last_to_the_first(stated: str, packed: bytes) -> None:
    assert unpacked(packed, stated, MOST) == PAGE


@pytest.mark.parametrize(
    "content", [PAGE, PAGE.decode().encode("utf-16"), "Größe".encode("cp1252") * 9, b" ", b""]
)
@pytest.mark.parametrize("stated", ["br", "gzip", "deflate", "zstd", "gzip, br", "identity", ""])
def test_a_header_that_names_a_coding_of_plain_content_is_false(
    stated: str, content: bytes
) -> None:
    assert unpacked(content, stated, MOST) == content


@each_coding
@pytest.mark.parametrize("stated", ["", "identity", "gzip", "br", "deflate", "zstd", "gzip, br"])
def test_a_header_that_names_another_coding_or_none_is_false(name: str, stated: str) -> None:
    assert unpacked(PACK[name](PAGE), stated, MOST) == PAGE


def test_a_coding_that_was_applied_once_more_than_is_stated_is_undone() -> None:
    assert unpacked(gzip.compress(gzip.compress(PAGE)), "gzip", MOST) == PAGE
    assert unpacked(gzip.compress(brotli.compress(PAGE)), "gzip", MOST) == PAGE


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_streams_behind_each_other_are_one_content(name: str) -> None:
    half = len(PAGE) // 2
    packed = PACK[name](PAGE[:half]) + PACK[name](PAGE[half:])
    assert unpacked(packed, name, MOST) == PAGE
    assert unpacked(packed + b"\r\n", name, MOST) == PAGE


@each_coding
@pytest.mark.parametrize("part", [0.3, 0.7, 0.999])
def test_a_stream_that_breaks_off_is_reported(name: str, part: float) -> None:
    packed = PACK[name](PAGE)
    with pytest.raises(DamagedCodingError, match=rf"its packing \({_stated(name)}\) breaks off"):
        unpacked(packed[: int(len(packed) * part)], _stated(name), MOST)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_damaged_stream_is_reported(name: str) -> None:
    packed = bytearray(PACK[name](PAGE))
    packed[len(packed) // 2 :] = bytes(len(packed))
    with pytest.raises(DamagedCodingError, match="its packing"):
        unpacked(bytes(packed), name, MOST)


@each_coding
def test_a_bomb_is_refused_in_little_memory(name: str) -> None:
    bomb = PACK[name](bytes(50 * MOST))
    tracemalloc.start()
    with pytest.raises(UnpackedSizeError):
        unpacked(bomb, _stated(name), MOST)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * MOST


def test_a_bomb_in_a_bomb_is_refused() -> None:
    bomb = gzip.compress(gzip.compress(bytes(50 * MOST)))
    with pytest.raises(UnpackedSizeError):
        unpacked(bomb, "gzip, gzip", MOST)


def test_a_window_larger_than_a_page_is_refused() -> None:
    parameters = zstd.CompressionParameter
    options: dict[int, int] = {parameters.window_log: 27, parameters.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    packed = packer.compress(PAGE) + packer.flush()
    with pytest.raises(DamagedCodingError, match="zstd"):
        unpacked(packed, "zstd", MOST)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"PK\x03\x04\0\0\0"])
def test_what_is_binary_and_not_packed_stays(content: bytes) -> None:
    assert unpacked(content, "", MOST) == content


def test_packing_that_is_not_stated_and_cannot_be_undone_stays() -> None:
    for content in (gzip.compress(PAGE)[:-20], gzip.compress(bytes(3 * MOST))):
        assert unpacked(content, "", MOST) == content


@given(
    st.one_of(
        st.binary(max_size=200), st.sampled_from([pack(PAGE)[:99] for pack in PACK.values()])
    ),
    st.text(st.sampled_from("gzip,brdeflatestx-"), max_size=20),
)
@example(b"\x1f\x8b\x08", "gzip")
@example(b"x\x9c", "deflate")
@example(b"\x28\xb5\x2f\xfd", "zstd")
@example(b"x", "deflate")
def test_whatever_comes_is_a_content_or_one_error(content: bytes, stated: str) -> None:
    with contextlib.suppress(DamagedCodingError, UnpackedSizeError):
        assert len(unpacked(content, stated, MOST)) <= MOST
