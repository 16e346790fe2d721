"""The pages of a PDF, read by PDFium: a program for a process of its own.

``python -m cuttings.ingest.pdf.pdf_pages`` takes a PDF on its standard input and
prints a JSON object: ``problem``, or ``metadata`` and ``paragraphs``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, TextIO

import pypdfium2
import pypdfium2.raw as pdfium

from cuttings.ingest.pdf.page_layout import Line, in_reading_order
from cuttings.ingest.pdf.printed_paragraphs import printed_paragraphs
from cuttings.ingest.pdf.running_heads import without_running_heads
from cuttings.ingest.raw.limited_process import limit_resources

_APART = 1.0
"""Heights of the type between two characters that may stand in different columns."""


def main(source: BinaryIO, target: TextIO) -> None:
    """Read the PDF on ``source`` and write what it says to ``target``."""
    limit_resources()
    try:
        document = pypdfium2.PdfDocument(source.read())
        pages = without_running_heads(list(_pages(document)))
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        problem = "it is protected with a password" if is_locked else "it is damaged"
        json.dump({"problem": problem}, target)
        return
    paragraphs = printed_paragraphs([in_reading_order(page) for page in pages])
    result = [(one.lines, one.size, one.is_heading) for one in paragraphs]
    json.dump({"metadata": document.get_metadata_dict(), "paragraphs": result}, target)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Line]]:
    """Yield the pieces of lines on each page that can be loaded.

    Raises:
        PdfiumError: If there are pages and none of them can.
    """
    failure: pypdfium2.PdfiumError | None = None
    is_readable = False
    for number in range(len(document)):
        try:
            page = document[number]
            yield _pieces(page)
            is_readable = True
            page.close()
        except pypdfium2.PdfiumError as error:
            failure = error
    if failure is not None and not is_readable:
        raise failure


def _pieces(page: pypdfium2.PdfPage) -> list[Line]:
    """Return the pieces of lines on a page: runs of characters without a wide gap."""
    text_page = page.get_textpage()
    rotation = page.get_rotation()
    pieces: list[Line] = []
    run: list[Line] = []

    def end_run() -> None:
        if text := "".join(character.text for character in run).strip():
            pieces.append(_piece(run, text))
        run.clear()

    for index in range(text_page.count_chars()):
        text = _character(text_page, index)
        if text in "\r\n":
            end_run()
        elif pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            if run:
                run.append(replace(run[-1], text=text))
        else:
            box = _upright(text_page.get_charbox(index, loose=True), rotation)
            character = _placed(text, box)
            if run and _stands_apart(run[-1], character):
                end_run()
            run.append(character)
    end_run()
    text_page.close()
    return pieces


def _character(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    if pdfium.FPDFText_IsHyphen(text_page, index) == 1:
        return "-"
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    is_text = 0 < code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_text else " "


def _upright(
    box: tuple[float, float, float, float], rotation: int
) -> tuple[float, float, float, float]:
    """Return a box on a page that is shown turned clockwise, as it is seen."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return box


def _placed(text: str, box: tuple[float, float, float, float]) -> Line:
    left, bottom, right, top = box
    return Line(left=left, bottom=bottom, right=right, top=top, size=top - bottom, text=text)


def _stands_apart(before: Line, character: Line) -> bool:
    # Of a script from right to left, the next character stands left of the one before.
    gap = max(character.left - before.right, before.left - character.right)
    size = max(before.size, character.size)
    is_beside = min(before.top, character.top) > max(before.bottom, character.bottom)
    return not is_beside or gap >= _APART * size


def _piece(run: list[Line], text: str) -> Line:
    shown = [character for character in run if not character.text.isspace()]
    return Line(
        left=min(character.left for character in shown),
        bottom=min(character.bottom for character in shown),
        right=max(character.right for character in shown),
        top=max(character.top for character in shown),
        size=max(character.size for character in shown),
        text=text,
    )


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout)
