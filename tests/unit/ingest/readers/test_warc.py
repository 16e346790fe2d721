from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO

import brotli
import pytest
from backports import zstd
from tests.files.archive_file import page, record, story

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]


def _package(files: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, file in files.items():
            package.writestr(name, file)
    return content.getvalue()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.gz", "a"])
@pytest.mark.parametrize("compressed", [True, False])
def test_archives_are_recognized_by_suffix_or_start(
    make_source: MakeSource, name: str, compressed: bool
) -> None:
    assert format_of(make_source(story(1, compressed=compressed), name)).name == "WARC"


@pytest.mark.parametrize("name", ["a.warc.zst", "a.zst", "a"])
def test_an_archive_packed_with_zstandard_is_recognized(make_source: MakeSource, name: str) -> None:
    source = make_source(zstd.compress(story(1, compressed=False)), name)
    assert format_of(source).name == "WARC"
    (one,) = records_of(source)
    assert isinstance(one.read(), Draft)


def test_a_short_page_packed_with_brotli_is_read(make_source: MakeSource) -> None:
    paragraph = "<p>The council met on Wednesday to talk about the bridge over the river.</p>"
    short = f"<html><body><article><h1>Bridge</h1>{paragraph * 3}</article></body></html>"
    packed = brotli.compress(short.encode())
    content = record("https://planet.example/bridge", packed, {"Content-Encoding": "br"})
    (one,) = records_of(make_source(content, "a.warc"))
    draft = one.read()
    assert isinstance(draft, Draft)
    assert draft.title == "Bridge"


def test_a_story_keeps_where_and_when_it_was_archived(make_source: MakeSource) -> None:
    source = make_source(story(1), "a.warc.gz")
    (one,) = records_of(source)
    draft = one.read()
    assert isinstance(draft, Draft)
    assert (draft.title, draft.url) == ("Ring 1", "https://planet.example/ring-1")
    assert dict(draft.extra) == {
        "Archived": "https://planet.example/ring-1",
        "Captured": "2023-11-09",
    }
    assert draft.date is None
    assert draft.original == source.digest != draft.record


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/", "it is a front page"),
        ("/index.html", "it is a front page"),
        ("/tag/gold", "it is a list of stories"),
        ("/find?q=gold", "it is a list of stories"),
        ("/login?next=/ring", "it is a page to log in or sign up"),
    ],
)
def test_pages_that_are_no_article_are_left_out(
    make_source: MakeSource, path: str, reason: str
) -> None:
    content = record(f"https://planet.example{path}", page("Ring"))
    (one,) = records_of(make_source(content, "a.warc.gz"))
    assert one.read() == NoStory(reason)


def test_the_archives_of_a_package_are_read(make_source: MakeSource) -> None:
    files = {
        "archive/a.warc.gz": story(1) + story(2),
        "archive/b.warc": story(3, compressed=False),
        "pages/pages.jsonl": b"{}",
    }
    records = list(records_of(make_source(_package(files), "a.wacz")))
    assert [one.source.place for one in records] == [
        "archive/a.warc.gz, record 1",
        "archive/a.warc.gz, record 2",
        "archive/b.warc, record 1",
    ]
    assert all(isinstance(one.read(), Draft) for one in records)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_package({"a.txt": b"Text"}), "there is no story in it"),
        (_package({"archive/a.warc": b"x"})[:-9], "it is a damaged ZIP archive"),
        (b"no package", "it is a damaged ZIP archive"),
    ],
)
def test_another_package_is_one_error(make_source: MakeSource, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        list(records_of(make_source(content, "a.wacz")))


OTHERS = [
    record("https://planet.example/a.png", b"x", {"Content-Type": "image/png"}),
    record("https://planet.example/b.jpg", b"x", {"Content-Type": "image/jpeg"}),
    record("https://planet.example/a.css", b"x", {"Content-Type": "text/css; charset=utf-8"}),
    record("https://planet.example/old", b"<p>x", status="302 Found"),
    record("https://planet.example/a", b"x", {"Content-Type": "application/x-unknown"}),
    story(1),
]
NAMED = "images 2, style sheets 1, answers other than 200 1, other files 1"


@pytest.mark.parametrize("whole", [True, False])
def test_records_that_are_no_page_are_counted_in_one_row(
    make_source: MakeSource, whole: bool
) -> None:
    content = b"".join(OTHERS)
    if whole:
        content = gzip.compress(gzip.decompress(content))
    page_of_one, others = records_of(make_source(content, "a.warc.gz"))
    assert page_of_one.source.place == "record 6"
    assert others.source.place == "other records"
    assert others.read() == NoStory(f"5 records are not pages ({NAMED})")


def test_a_package_has_one_count_of_all_its_archives(make_source: MakeSource) -> None:
    archive = b"".join(OTHERS[:2]) + story(2)
    files = {"archive/a.warc.gz": archive, "archive/b.warc.gz": OTHERS[0], "c.warc.gz": OTHERS[0]}
    _, others = records_of(make_source(_package(files), "a.wacz"))
    assert others.read() == NoStory("4 records are not pages (images 4)")


def test_an_archive_without_a_page_is_reported(make_source: MakeSource) -> None:
    with pytest.raises(UnreadableSourceError, match="there is no story in it"):
        list(records_of(make_source(OTHERS[0], "a.warc.gz")))
