from __future__ import annotations

import datetime
import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import brotli
import pytest
from backports import zstd
from tests.files.archive_file import page, record, story

from cuttings.ingest.web.archived_page import ArchivedPage
from cuttings.ingest.web.web_archive import archived_pages

RING = page("Ring")
ZSTD = {"Content-Encoding": "zstd"}
PICTURE = {"Content-Type": "image/png"}


def _pages(content: bytes) -> list[ArchivedPage]:
    return list(archived_pages(BytesIO(content)))


def _chunks(content: bytes) -> bytes:
    half = len(content) // 2
    parts = (content[:half], content[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_come_with_address_and_day(compressed: bool) -> None:
    image = record("https://planet.example/a.png", b"x", {"Content-Type": "image/png"})
    moved = record("https://planet.example/old", b"<p>x", status="302 Found")
    if not compressed:
        image, moved = gzip.decompress(image), gzip.decompress(moved)
    first, second = _pages(
        story(1, compressed=compressed) + image + moved + story(2, compressed=compressed)
    )
    assert (first.number, second.number) == (1, 4)
    assert first.url == "https://planet.example/ring-1"
    assert first.captured == datetime.date(2023, 11, 9)
    assert first.label == "utf-8"
    assert first.content == page("Ring 1")


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (gzip.compress(RING), {"Content-Encoding": "gzip"}),
        (_chunks(RING), {"Transfer-Encoding": "chunked"}),
        (_chunks(RING), {"Transfer-Encoding": "Chunked"}),
        (RING, {"Transfer-Encoding": "chunked"}),
        (RING, {"Content-Type": "application/xhtml+xml"}),
        (brotli.compress(RING), {"Content-Encoding": "br"}),
        (brotli.compress(RING), {"content-encoding": "BR"}),
        (zstd.compress(RING), {"Content-Encoding": "zstd"}),
        (_chunks(zstd.compress(RING)), {"Transfer-Encoding": "chunked", **ZSTD}),
        (_chunks(gzip.compress(RING)), {"Transfer-Encoding": "gzip, chunked"}),
        (gzip.compress(brotli.compress(RING)), {"Content-Encoding": "br, x-gzip"}),
        (RING, {"Content-Encoding": "br"}),
        (RING, ZSTD),
        (RING, {"Content-Encoding": "gzip", "Transfer-Encoding": "gzip"}),
        (gzip.compress(RING), {}),
        (gzip.compress(RING), {"Content-Encoding": "br"}),
        (brotli.compress(RING), {}),
    ],
)
def test_what_the_server_did_to_a_page_is_undone(content: bytes, headers: dict[str, str]) -> None:
    (found,) = _pages(record("https://planet.example/ring", content, headers))
    assert (found.content, found.problem) == (RING, "")


@pytest.mark.parametrize("compressed", [True, False])
def test_a_damaged_record_does_not_cost_the_others(compressed: bool) -> None:
    good = [story(number, compressed=compressed) for number in range(4)]
    bad = bytearray(good[1])
    if compressed:
        bad[40:80] = bytes(40)
    else:
        bad = bytearray(bytes(bad).replace(b"WARC/1.0", b"XXXX/1.0", 1))
    found = _pages(good[0] + bytes(bad) + good[2] + good[3])
    assert [one.url[-1] for one in found if not one.problem] == ["0", "2", "3"]
    assert any("damaged" in one.problem or "unpacked" in one.problem for one in found)


@pytest.mark.parametrize("compressed", [True, False])
def test_an_archive_that_breaks_off_gives_what_is_whole(compressed: bool) -> None:
    last = story(2, compressed=compressed)
    first, second = _pages(story(1, compressed=compressed) + last[: len(last) // 2])
    assert first.content == page("Ring 1")
    assert second.problem
    assert second.content == b""


BODY = Random(7).randbytes(60_000).hex()
IMAGE = record("https://planet.example/a.png", BODY.encode(), {"Content-Type": "image/png"})
PAGE = record("https://planet.example/ring-x", page("Ring X", BODY))


def _zeroed(content: bytes) -> bytes:
    half = len(content) // 2
    return content[:half] + bytes(200) + content[half + 200 :]


def _halved(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize(
    ("damaged", "url", "problem"),
    [
        (_zeroed(IMAGE), "", "the record is damaged (Error -3 while decompressing data)"),
        (
            _zeroed(PAGE),
            "ring-x",
            "the page cannot be unpacked (Error -3 while decompressing data)",
        ),
        (_halved(IMAGE), "", "the record "),
        (_halved(PAGE), "ring-x", ""),
        (_halved(gzip.decompress(IMAGE)), "", "the record breaks off"),
        (_halved(gzip.decompress(PAGE)), "ring-x", "it is truncated"),
    ],
    ids="image-zeroed page-zeroed image-cut page-cut plain-image-cut plain-page-cut".split(),
)
def test_what_stands_behind_a_record_damaged_in_its_middle_is_kept(
    damaged: bytes, url: str, problem: str, capfd: pytest.CaptureFixture[str]
) -> None:
    compressed = damaged.startswith(b"\x1f")
    around = [story(number, compressed=compressed) for number in (1, 2, 3)]
    found = _pages(around[0] + damaged + around[1] + around[2])
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert [one.url.rpartition("/")[2] for one in found] == ["ring-1", url, "ring-2", "ring-3"]
    assert [bool(one.problem) for one in found] == [False, True, False, False]
    assert found[1].problem.startswith(problem)
    assert capfd.readouterr() == ("", "")


def test_a_record_that_is_shorter_than_it_says_costs_no_other() -> None:
    image = gzip.decompress(record("https://planet.example/a.png", b"x" * 9_000, PICTURE))
    plain = [story(number, compressed=False) for number in range(4)]
    found = _pages(plain[0] + image[: -len(plain[1]) - 400] + plain[1] + plain[2] + plain[3])
    assert [one.url[-1] for one in found if not one.problem] == ["0", "1", "2", "3"]
    page_cut = gzip.decompress(record("https://planet.example/x", page("X", "word " * 4_000)))
    found = _pages(plain[0] + page_cut[: -len(plain[1]) - 400] + plain[1] + plain[2])
    assert [one.url[-1] for one in found] == ["0", "x", "1", "2"]
    assert found[1].problem == "it is truncated (another record begins in it)"


def test_an_archive_compressed_as_a_whole_is_read_once() -> None:
    plain = b"".join(story(number, compressed=False) for number in range(3))
    found = _pages(gzip.compress(plain))
    assert [one.number for one in found] == [1, 2, 3]
    assert [one.url[-1] for one in found] == ["0", "1", "2"]


def _packed(url: str, coding: str, content: bytes) -> bytes:
    return record(f"https://planet.example/{url}", content, {"Content-Encoding": coding})


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)],
)
def test_a_page_that_unpacks_without_end_or_breaks_off_is_a_problem(
    coding: str, pack: Callable[[bytes], bytes]
) -> None:
    bomb = pack(bytes(40 * 1024 * 1024))
    cut = pack(RING)[:-20]
    first, second, third = _pages(
        _packed("bomb", coding, bomb) + _packed("cut", coding, cut) + story(3)
    )
    assert (first.content, first.problem) == (b"", "the page is larger than 20 MB")
    assert second.problem == f"the page cannot be unpacked (its packing ({coding}) breaks off)"
    assert (third.number, third.problem) == (3, "")


STORIES = [story(number, compressed=False) for number in range(9)]


def _zstandard(records: list[bytes], dictionary: zstd.ZstdDict | None, *, packed: bool) -> bytes:
    """Return an archive of a frame for each record, behind its dictionary if it has one."""
    frames = b"".join(zstd.compress(one, zstd_dict=dictionary) for one in records)
    if dictionary is None:
        return frames
    content = dictionary.dict_content
    content = zstd.compress(content) if packed else content
    return b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content + frames


@pytest.mark.parametrize("dictionary", [None, zstd.train_dict(STORIES * 9, 4_000)])
@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_packed_with_zstandard_is_read(
    dictionary: zstd.ZstdDict | None, packed: bool
) -> None:
    archive = _zstandard(STORIES, dictionary, packed=packed)
    found = _pages(archive)
    assert [one.url[-1] for one in found] == list("012345678")
    assert not any(one.problem for one in found)
    cut = _pages(archive[:-40])
    assert [one.url[-1] for one in cut if not one.problem] == list("01234567")
    assert cut[-1].problem


@pytest.mark.parametrize(
    "content",
    [b"\x5d\x2a\x4d\x18\xff\xff\xff\xffnonsense", b"\x28\xb5\x2f\xfdnonsense", b"\x5d\x2a\x4d\x18"],
)
def test_a_damaged_archive_packed_with_zstandard_is_one_problem(content: bytes) -> None:
    (found,) = _pages(content)
    assert found.problem.startswith("the record is damaged")


BOMB_BYTES = 200_000_000
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://planet.example/a\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: 200000000\r\n\r\n"
)
HTML = WARC + b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def _bomb(start: bytes, filling: bytes) -> bytes:
    """Return a packed record that begins with ``start`` and goes on with ``filling``."""
    packer = zlib.compressobj(9, wbits=31)
    part = filling * (1_000_000 // len(filling))
    packed = [packer.compress(start)]
    packed += [packer.compress(part) for _ in range(BOMB_BYTES // len(part))]
    return b"".join(packed) + packer.flush()


@pytest.mark.parametrize(
    ("start", "filling"),
    [
        (b"WARC/1.0\r\nX: ", b"a"),
        (b"WARC/1.0\r\n", b"X: a\r\n"),
        (HTML + b"X: ", b"a"),
        (HTML, b"X: a\r\n"),
        (HTML + b"\r\n", b"a"),
        (HTML + b"Transfer-Encoding: chunked\r\n\r\nbebc200\r\n", b"a"),
        (b"", bytes(1)),
    ],
    ids="warc-header warc-headers http-header http-headers page chunk zeros".split(),
)
def test_a_packed_bomb_is_reported_in_little_memory_and_the_next_page_kept(
    start: bytes, filling: bytes
) -> None:
    content = _bomb(start, filling) + story(1)
    assert len(content) < 1_000_000
    tracemalloc.start()
    found = _pages(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [one.url[-6:] for one in found if not one.problem] == ["ring-1"]
    assert len(found) == 2
    assert peak < 100_000_000


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x1f\x8b\x08nonsense", b"WARC/1.0\r\n"])
def test_what_is_not_an_archive_gives_no_page(content: bytes) -> None:
    assert all(one.problem for one in _pages(content))


def test_no_more_than_one_page_is_held(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        for number in range(40):
            url = f"https://planet.example/{number}"
            file.write(record(url, page("Ring", "word " * 200_000), compressed=False))
    assert path.stat().st_size > 80_000_000
    tracemalloc.start()
    with path.open("rb") as stream:
        count = sum(1 for one in archived_pages(stream) if not one.problem)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40
    assert peak < 20_000_000


def test_a_page_without_a_byte_is_a_problem() -> None:
    (found,) = _pages(record("https://planet.example/ring", b""))
    assert (found.content, found.problem) == (b"", "the page is empty")
