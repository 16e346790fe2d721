"""Every reader on any input: a story, an address or one line that says why not."""

from __future__ import annotations

import datetime
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.ingest.document_files import docx_file, epub_file, odt_file, with_part
from tests.unit.ingest.printed_pdf import BODY, HEADLINE, printed_pdf

from cuttings.article.article_file import parse_article, render_article
from cuttings.article.front_matter import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.draft import Draft
from cuttings.ingest.readers import FORMATS, records_of
from cuttings.ingest.record import Record
from cuttings.ingest.source_file import SourceFile

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(
    path
    for folder in ("records", "ingest", "inbox")
    for path in (CASES / folder).iterdir()
    if not path.name.endswith(".expected.json") and path.is_file()
)
STORY = [("Bridge opens after seven years", HEADLINE), ("By Jane Roe", BODY)]
STORY += [
    (f"The bridge in town {n} is open again, and people came with flags.", BODY) for n in range(50)
]
CONTENTS = {path.name: path.read_bytes() for path in FILES} | {
    "story.pdf": printed_pdf(STORY, columns=2, title="A bridge"),
    "story.docx": docx_file(lambda document: [document.add_paragraph(text) for text, _ in STORY]),
    "story.odt": odt_file("".join(f"<text:p>{text}</text:p>" for text, _ in STORY)),
    "story.epub": epub_file({"a.xhtml": "".join(f"<p>{text}</p>" for text, _ in STORY)}),
}
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
TODAY = datetime.date(2026, 1, 2)

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
        try:
            for record in records_of(SourceFile.load(path)):
                _read_record(record)
        except UnreadableSourceError as error:
            _check_line(error)


def _check_line(error: UnreadableSourceError, place: str = "") -> None:
    assert "\n" not in str(error)
    assert place in str(error)


def _read_record(record: Record) -> None:
    try:
        story = record.read()
    except UnreadableSourceError as error:
        _check_line(error, record.source.place)
        return
    if isinstance(story, Draft):
        assert story.title == one_line(story.title) != ""
        assert (story.original, story.record) == (record.source.original, record.source.record)
        written = render_article(story.to_article("slug", TODAY))
        assert render_article(parse_article(written, Path("slug.md"))) == written


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
