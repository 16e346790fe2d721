from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"text")
    source = SourceFile.load(path)
    assert source.payload == b"text"
    assert source.digest == hashlib.sha256(b"text").hexdigest()


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\x00" * 9])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match="empty; save it again or delete it"):
        SourceFile.load(path)


def test_a_large_file_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"wall")
        file.truncate(MAX_SOURCE_BYTES + 1)
    source = SourceFile.load(path)
    with pytest.raises(UnreadableSourceError, match="larger than 20 MB"):
        _ = source.payload
    with source.open() as content:
        assert content.read(4) == b"wall"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="cannot be opened"):
        SourceFile.load(tmp_path / "a.txt")


def test_a_part_is_a_source_of_its_own_in_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"title\nWall")
    whole = SourceFile.load(path)
    part = whole.part(b"Wall", "row 2")
    assert (whole.record, whole.original) == ("", whole.digest)
    assert part.record == part.digest == hashlib.sha256(b"Wall").hexdigest()
    assert (part.original, part.payload) == (whole.digest, b"Wall")
    assert str(part.unreadable("it is bad", "mend it")) == f"{path}, row 2: it is bad; mend it"
