"""PDF documents: what the limited process that reads them returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cuttings.ingest.pdf.printed_paragraphs import PrintedParagraph
from cuttings.ingest.raw.limited_process import read_in_limited_process

_TOO_MUCH = "it is too long, too intricate or damaged, and reading it was stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfDocument:
    """What a PDF says.

    Attributes:
        paragraphs: Its text in reading order, without running heads.
        metadata: Its information dictionary (ISO 32000-1, 14.3.3).
        problem: Why it cannot be read, as the middle of a sentence, or "".
    """

    paragraphs: tuple[PrintedParagraph, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def read_pdf_document(content: bytes) -> PdfDocument:
    """Return what a PDF says, or what is wrong with it.

    Args:
        content: The whole file.
    """
    result = read_in_limited_process("cuttings.ingest.pdf.pdf_pages", content)
    if result is None:
        return PdfDocument(problem=_TOO_MUCH)
    return PdfDocument(
        paragraphs=tuple(
            PrintedParagraph(tuple(lines), size, is_heading)
            for lines, size, is_heading in result.get("paragraphs", ())
        ),
        metadata=result.get("metadata", {}),
        problem=result.get("problem", ""),
    )
