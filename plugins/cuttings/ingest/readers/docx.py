"""Documents of Word and its like (Office Open XML)."""

from __future__ import annotations

from cuttings.ingest.documents.document_package import opened_package
from cuttings.ingest.documents.document_story import draft_from_document
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.limited_process import read_in_limited_process
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile


def read_docx(source: SourceFile) -> Draft:
    """Return the one story of a document; heads and feet of its pages are not part of the text.

    Raises:
        UnreadableSourceError: If it is damaged, or there are no words in it.
    """
    if source.kind_of_binary == "an old office document":
        raise source.unreadable(
            "it is protected with a password, or in the format of Word before 2007",
            "open it in a word processor and save it as .docx without a password",
        )
    with opened_package(source) as package:
        package.part("word/document.xml")
        properties = package.properties("docProps/core.xml")
    result = read_in_limited_process("cuttings.ingest.documents.docx_html", source.payload)
    if result is None:
        raise source.unreadable(
            "it is damaged or too large to be read", "open it in a word processor and save it again"
        )
    return draft_from_document(source, result["html"], properties)


FORMAT = Format(
    name="DOCX",
    suffixes=(".docx", ".docm"),
    records=whole_file(read_docx),
    recognizes=lambda source: source.head.startswith(b"PK") and b"word/document.xml" in source.head,
    gives="the text with its headings, without headers and footers",
    example="story.docx",
    reads_ahead=True,
    is_held=True,
)
