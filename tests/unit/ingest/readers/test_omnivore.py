from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pytest

from cuttings.article.article import Certainty
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]
ITEM = {
    "slug": "the-ring",
    "title": "The ring",
    "author": "Ann Roe",
    "url": "https://planet.example/ring",
    "readingProgress": 4,
    "labels": ["gold"],
    "savedAt": "2023-10-29T08:34:48.697Z",
    "publishedAt": "2019-04-05T00:00:00.000Z",
}


def _archive(files: Mapping[str, str | bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def _metadata(*items: Mapping[str, Any]) -> str:
    return json.dumps(items)


def test_a_page_comes_with_its_labels_and_highlights(make_source: MakeSource) -> None:
    other = ITEM | {"slug": "gone", "url": "https://planet.example/gone"}
    files = {
        "metadata_0_to_20.json": _metadata(ITEM, other),
        "content/the-ring.html": "<html><body><p>The ring was lost.</p></body></html>",
        "highlights/the-ring.md": "> lost\n\nAsk the museum\n",
    }
    source = make_source(_archive(files), "export.zip")
    assert format_of(source).name == "Omnivore"
    first, second = [record.read() for record in records_of(source)]
    assert isinstance(first, Draft)
    assert (first.title, first.body, str(first.date)) == (
        "The ring",
        "The ring was lost.",
        "2019-04-05",
    )
    assert first.dated is Certainty.EXACT
    assert dict(first.extra) == {
        "Saved": "2023-10-29",
        "Tags": "gold",
        "Note": "> lost Ask the museum",
    }
    assert isinstance(second, Address)
    assert second.url == "https://planet.example/gone"


def test_one_damaged_file_does_not_stop_the_others(make_source: MakeSource) -> None:
    files: dict[str, str | bytes] = {
        "metadata_0_to_20.json": "[{",
        "metadata_20_to_40.json": _metadata(ITEM),
        "content/the-ring.html": b"x" * (MAX_SOURCE_BYTES + 1),
        "metadata_40_to_60.json": _metadata(ITEM | {"slug": "gone"}),
    }
    records = list(records_of(make_source(_archive(files), "export.zip")))
    places = [record.source.place for record in records]
    assert places == [
        "metadata_0_to_20.json",
        "metadata_20_to_40.json, item 1",
        "metadata_40_to_60.json, item 1",
    ]
    with pytest.raises(UnreadableSourceError, match="it is not valid JSON"):
        records[0].read()
    with pytest.raises(UnreadableSourceError, match=r"content/the-ring.html in it is too large"):
        records[1].read()
    assert isinstance(records[2].read(), Address)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_archive({"a.txt": "Text"}), "it is not an export of Omnivore; unpack it"),
        (_archive({"metadata_0.json": "[]"}), "there is no story in it"),
        (_archive({"metadata_0.json": _metadata(ITEM)})[:-9], "it is a damaged ZIP archive"),
        (b"PK\x03\x04 no archive", "it is a damaged ZIP archive"),
    ],
)
def test_another_archive_is_one_error(make_source: MakeSource, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        list(records_of(make_source(content, "a.zip")))


def test_a_page_without_a_day_of_publication_is_undated(make_source: MakeSource) -> None:
    item = {name: value for name, value in ITEM.items() if name != "publishedAt"}
    files = {
        "metadata_0.json": _metadata(item),
        "content/the-ring.html": "<html><body><p>The ring was lost.</p></body></html>",
    }
    (record,) = records_of(make_source(_archive(files), "export.zip"))
    draft = record.read()
    assert isinstance(draft, Draft)
    assert (draft.date, draft.dated) == (None, Certainty.UNKNOWN)
