"""Raw files for the tests of the ingest stage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files.drafts import drafts_of

from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]
Read = Callable[..., Draft]


@pytest.fixture
def make_source(tmp_path: Path) -> MakeSource:
    def make(content: str | bytes, name: str = "story.txt") -> SourceFile:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return SourceFile.load(path)

    return make


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a raw file and read its one story."""

    def read_one(content: str | bytes, name: str = "story.txt") -> Draft:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (draft,) = drafts_of(SourceFile.load(path))
        return draft

    return read_one
