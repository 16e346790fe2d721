"""PDF documents with a text layer."""

from __future__ import annotations

import re
from html import escape

from cuttings.ingest.documents.document_story import DocumentProperties, draft_from_document
from cuttings.ingest.pdf.pdf_document import read_pdf_document
from cuttings.ingest.pdf.printed_paragraphs import PrintedParagraph
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.line_joining import LineJoiner

_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
"""A date as ISO 32000-1, 7.9.4, writes it."""


def read_pdf(source: SourceFile) -> Draft:
    """Return the one story of a PDF.

    Raises:
        UnreadableSourceError: If it is damaged or locked, or a scan without text.
    """
    document = read_pdf_document(source.payload)
    if document.problem:
        raise source.unreadable(
            document.problem, "open it and print the pages of the story to a new PDF"
        )
    lines = [line for one in document.paragraphs for line in one.lines]
    if not any(char.isalpha() for line in lines for char in line):
        raise source.unreadable(
            "it is a scan without a text layer",
            "run text recognition (OCR) on it, or type the story",
        )
    stated = document.metadata
    created = _DATE.match(stated.get("CreationDate", ""))
    properties = DocumentProperties(
        title=stated.get("Title", ""),
        author=stated.get("Author", ""),
        created="-".join(created.groups()) if created else "",
    )
    return draft_from_document(source, _html(document.paragraphs, LineJoiner(lines)), properties)


def _html(paragraphs: tuple[PrintedParagraph, ...], joiner: LineJoiner) -> str:
    """Return paragraphs as HTML, the largest heading, the story's own, first."""
    headings = [one for one in paragraphs if one.is_heading]
    headline = max(headings, key=lambda one: one.size, default=None)
    ordered = sorted(paragraphs, key=lambda one: one is not headline)
    texts = [(escape(joiner.joined(one.lines)), one.is_heading) for one in ordered]
    return "".join(f"<h2>{text}</h2>" if heads else f"<p>{text}</p>" for text, heads in texts)


FORMAT = Format(
    name="PDF",
    suffixes=(".pdf",),
    records=whole_file(read_pdf),
    recognizes=lambda source: source.head.startswith(b"%PDF-"),
    gives="the text in reading order, without what repeats on every page",
    example="story.pdf",
    reads_ahead=True,
    is_held=True,
)
