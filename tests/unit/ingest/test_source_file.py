from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.source_file import MAX_SOURCE_BYTES, SourceFile


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


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_SOURCE_BYTES + 1)
    with pytest.raises(UnreadableSourceError, match="larger than 20 MB"):
        SourceFile.load(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="cannot be opened"):
        SourceFile.load(tmp_path / "a.txt")
