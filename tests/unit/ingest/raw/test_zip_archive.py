from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.raw.zip_archive import opened_zip, packed_file

MakeSource = Callable[..., SourceFile]


def _archive(files: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files.items():
            archive.writestr(name, file)
    return content.getvalue()


def test_a_file_is_unpacked(make_source: MakeSource) -> None:
    source = make_source(_archive({"a/b.txt": b"Text"}), "a.zip")
    with opened_zip(source) as archive:
        assert packed_file(source, archive, "a/b.txt") == b"Text"


@pytest.mark.parametrize("content", [bytes(MAX_SOURCE_BYTES + 1), bytes(1_000_000)])
def test_a_bomb_is_refused_unpacked(make_source: MakeSource, content: bytes) -> None:
    source = make_source(_archive({"a.txt": content}), "a.zip")
    with opened_zip(source) as archive, pytest.raises(UnreadableSourceError, match="too densely"):
        packed_file(source, archive, "a.txt")


def test_a_file_of_another_length_is_damaged(make_source: MakeSource) -> None:
    content = _archive({"a.txt": b"Text " * 9}).replace(b"PK\x03\x04", b"PK\x03\x05")
    source = make_source(content, "a.zip")
    with opened_zip(source) as archive, pytest.raises(UnreadableSourceError, match=r"a\.txt in it"):
        packed_file(source, archive, "a.txt")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"Text", _archive({"a": b"x"})[1:]])
def test_what_is_not_an_archive_is_one_error(make_source: MakeSource, content: bytes) -> None:
    source = make_source(content, "a.zip")
    with (
        pytest.raises(UnreadableSourceError, match="it is a damaged ZIP archive"),
        opened_zip(source) as archive,
    ):
        archive.read("a")
