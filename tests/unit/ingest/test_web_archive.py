from __future__ import annotations

import datetime
import gzip
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from tests.unit.ingest.archive_file import page, record, story

from cuttings.ingest.web_archive import ArchivedPage, archived_pages

RING = page("Ring")


def _pages(content: bytes) -> list[ArchivedPage]:
    return list(archived_pages(BytesIO(content)))


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
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(RING), RING), {"Transfer-Encoding": "chunked"}),
        (RING, {"Transfer-Encoding": "chunked"}),
        (RING, {"Content-Type": "application/xhtml+xml"}),
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


def test_an_archive_compressed_as_a_whole_is_read_once() -> None:
    plain = b"".join(story(number, compressed=False) for number in range(3))
    found = _pages(gzip.compress(plain))
    assert [one.number for one in found] == [1, 2, 3]
    assert [one.url[-1] for one in found] == ["0", "1", "2"]


def test_a_page_that_unpacks_without_end_is_a_problem() -> None:
    bomb = gzip.compress(bytes(40 * 1024 * 1024))
    url = "https://planet.example/ring"
    (found,) = _pages(record(url, bomb, {"Content-Encoding": "gzip"}))
    assert found.problem == "the page is larger than 20 MB"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x1f\x8b\x08nonsense", b"WARC/1.0\r\n"])
def test_what_is_no_archive_gives_no_page(content: bytes) -> None:
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
