from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx.document import Document
from tests.files.document_files import docx_file, with_part

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft

Read = Callable[..., Draft]
TEXT = "The bridge over the river is open again, and people of both towns came with flags."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _story(document: Document) -> None:
    document.add_heading("Bridge opens", 0)
    for line in ("By Jane Roe", "3 March 2020", TEXT):
        document.add_paragraph(line)
    document.add_heading("A long way", 1)
    document.add_paragraph("stone", style="List Bullet")
    document.add_paragraph("steel", style="List Bullet")
    document.add_paragraph(TEXT).add_run(" At last.").bold = True


def test_a_document_is_read_with_its_structure(read: Read) -> None:
    draft = read(docx_file(_story), "story.docx")
    assert (draft.title, draft.titled, draft.author) == (
        "Bridge opens",
        Certainty.EXACT,
        "Jane Roe",
    )
    assert (str(draft.date), draft.dated) == ("2020-03-03", Certainty.EXACT)
    assert draft.body == (f"{TEXT}\n\n## A long way\n\n-   stone\n-   steel\n\n{TEXT} **At last.**")
    assert draft.extra == (("Created", "2020-03-04"),)


def test_properties_say_what_the_text_does_not(read: Read) -> None:
    def write(document: Document) -> None:
        document.add_paragraph(TEXT)
        document.core_properties.title = "Bridge opens"
        document.core_properties.author = "Jane Roe"
        document.core_properties.keywords = "bridges"

    draft = read(docx_file(write), "story.docx")
    assert (draft.title, draft.author, draft.date) == ("Bridge opens", "Jane Roe", None)
    assert ("Tags", "bridges") in draft.extra


def test_it_is_recognized_without_its_suffix(read: Read) -> None:
    assert read(docx_file(_story), "story").title == "Bridge opens"


def _document_xml(inner: str, declaration: str = "") -> bytes:
    xml = f'{declaration}<w:document xmlns:w="{WORD}"><w:body>{inner}</w:body></w:document>'
    return with_part(docx_file(_story), "word/document.xml", xml)


RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _with_note(content: bytes, kind: str, note: str) -> bytes:
    """Return a document that has a footnote or an endnote with the number 2."""
    text = f"<w:p><w:r><w:t>{note}</w:t></w:r></w:p>"
    parts = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/{kind}s.xml" ContentType="{MEDIA_TYPE}.{kind}s+xml"/>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="{kind}" Type="{RELATIONSHIPS}/{kind}s" Target="{kind}s.xml"/>',
        ),
    }
    for name, (end, more) in parts.items():
        with zipfile.ZipFile(BytesIO(content)) as archive:
            part = archive.read(name).decode()
        content = with_part(content, name, part.replace(end, more + end))
    notes = f'<w:{kind}s xmlns:w="{WORD}"><w:{kind} w:id="2">{text}</w:{kind}></w:{kind}s>'
    return with_part(content, f"word/{kind}s.xml", notes)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_below_the_text_and_changes_are_accepted(read: Read, kind: str) -> None:
    content = _document_xml(
        '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge opens</w:t></w:r></w:p>'
        f'<w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r>'
        '<w:ins w:id="8"><w:r><w:t> Inserted.</w:t></w:r></w:ins>'
        '<w:del w:id="9"><w:r><w:delText> Deleted.</w:delText></w:r></w:del></w:p>'
    )
    draft = read(_with_note(content, kind, "Built in 1931."), "story.docx")
    assert plain_text(draft.body).split("\n\n") == [f"{TEXT}[1] Inserted.", "Built in 1931."]


def test_comments_stay_out_of_the_text(read: Read) -> None:
    def write(document: Document) -> None:
        document.add_heading("Bridge opens", 0)
        paragraph = document.add_paragraph(TEXT)
        document.add_comment(paragraph.runs, text="Is that so?", author="Editor", initials="ED")

    draft = read(docx_file(write), "story.docx")
    assert draft.body == TEXT
    assert "Editor" not in draft.author


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 15))
DEEP = "".join(f'<w:p w:a="{n}">' for n in range(1500)) + "</w:p>" * 1500
BOMB = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY e0 "wall">{ENTITIES}]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx_file(lambda _document: None), "no text was found in it"),
        (docx_file(_story)[:9000], "it is a damaged ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "protected with a password, or in the format"),
        (with_part(docx_file(_story), "word/document.xml", "<w:document"), "it is damaged or too"),
        (
            _document_xml("<w:p><w:r><w:t>&e14;</w:t></w:r></w:p>", BOMB),
            "it is damaged or too large",
        ),
        (_document_xml("<w:p/>" * 3_000_000), "too large or packed too densely to be text"),
        (_document_xml(DEEP), "it is damaged or too large"),
        (with_part(docx_file(_story), "docProps/core.xml", "<a"), "its part docProps/core.xml is"),
    ],
    ids=["empty", "truncated", "locked", "broken", "entities", "dense", "deep", "properties"],
)
def test_what_cannot_be_read_is_reported(read: Read, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        read(content, "story.docx")
