"""PDF files for tests, set by a real typesetter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

WIDTH, HEIGHT = A4
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6)
INDENTED = ParagraphStyle("indented", BODY, spaceAfter=0, firstLineIndent=12)
HEADLINE = ParagraphStyle("headline", fontName="Times-Bold", fontSize=18, leading=22, spaceAfter=8)
SUBHEAD = ParagraphStyle("subhead", fontName="Times-Bold", fontSize=13, leading=16, spaceAfter=4)

MARGIN = 50


def printed_pdf(
    story: Sequence[tuple[str, ParagraphStyle]],
    *,
    columns: int = 1,
    headline: str = "",
    head: str = "",
    foot: str = "Page {}",
    **properties: Any,
) -> bytes:
    """Return a PDF of a story's paragraphs.

    Args:
        story: The paragraphs with their styles.
        columns: How many columns a page has.
        headline: Set over all columns of the first page.
        head: Repeated at the head of each page.
        foot: At the foot of each page, with its number in place of ``{}``.
        **properties: ``title``, ``author``, ``encrypt``, ``rotation`` and what else is set.
    """

    def decorate(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, HEIGHT - 30, head)
        canvas.drawCentredString(WIDTH / 2, 30, foot.format(document.page))

    def decorate_first(canvas: Canvas, document: Any) -> None:
        decorate(canvas, document)
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(MARGIN, HEIGHT - 75, headline)

    buffer = BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, **properties)
    document.addPageTemplates(
        [
            PageTemplate(
                "first", _frames(columns, HEIGHT - 150), decorate_first, autoNextPageTemplate="next"
            ),
            PageTemplate("next", _frames(columns, HEIGHT - 110), decorate),
        ]
    )
    flowables: list[Flowable] = [Paragraph(text, style) for text, style in story]
    document.build(flowables)
    return buffer.getvalue()


def drawn_pdf(draw: Callable[[Canvas], None], **settings: Any) -> bytes:
    """Return a PDF of one page that ``draw`` draws."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **settings)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _frames(columns: int, height: float) -> list[Frame]:
    width = (WIDTH - 2 * MARGIN) / columns
    return [Frame(MARGIN + width * i, 50, width, height) for i in range(columns)]
