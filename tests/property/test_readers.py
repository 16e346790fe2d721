"""Every reader on any input: a story, an address or one line that says why not."""

from __future__ import annotations

import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.case_files import CONTENTS
from tests.files.document_files import with_part
from tests.files.reading import read_or_told

from cuttings.ingest.readers import FORMATS

PARTS = (
    ("story.docx", "word/document.xml"),
    ("story.docx", "docProps/core.xml"),
    ("story.odt", "content.xml"),
    ("story.odt", "meta.xml"),
    ("story.epub", "OEBPS/book.opf"),
    ("story.epub", "OEBPS/a.xhtml"),
)
"""Parts of packed documents, whose damage the checksums of ZIP would hide."""

SUFFIXES = sorted({suffix for known in FORMATS for suffix in known.suffixes})

TRICKY = (
    b"\x00|\"|'|<|>|&|{|}|[|]|,|;|\r|\n\n|\xff\xfe|\xef\xbb\xbf|<!--|]]>|&#0;|&x;|\xf0\x9f|http://["
    b"|<base href='http://['>|=?utf-8?b?|--|null|1e999|NaN"
)
pieces = st.binary(max_size=9) | st.sampled_from(TRICKY.split(b"|"))
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), pieces), min_size=1, max_size=6)


def _read(payload: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(payload)
        read_or_told(path)


@pytest.mark.parametrize("name", CONTENTS)
@given(edits=edits)
@settings(max_examples=25)
def test_a_damaged_file_is_read_or_told(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    _read(_damaged(CONTENTS[name], edits), name)


def _damaged(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in edits:
        start = int(share * len(content))
        content = content[:start] + piece + content[start + length :]
    return content


@pytest.mark.parametrize(("name", "part"), PARTS)
@given(edits=edits)
@settings(max_examples=25)
def test_a_document_with_a_damaged_part_is_read_or_told(
    name: str, part: str, edits: list[tuple[float, int, bytes]]
) -> None:
    with zipfile.ZipFile(BytesIO(CONTENTS[name])) as archive:
        content = _damaged(archive.read(part), edits)
    _read(with_part(CONTENTS[name], part, content), name)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(payload=st.binary(max_size=300) | st.lists(pieces, max_size=40).map(b"".join))
@settings(max_examples=25)
def test_any_bytes_are_read_or_told(suffix: str, payload: bytes) -> None:
    _read(payload, f"any{suffix}")
