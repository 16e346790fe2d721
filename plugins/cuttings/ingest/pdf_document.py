"""PDF documents, read in a process of their own.

A PDF can be made to take any time and memory, and what reads it is native code: whatever a file
does, it does to a process that has a limit of both and is not the one that files articles.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from cuttings.ingest.line_joining import PrintedParagraph

_WAITING_SECONDS = 60
"""How long to wait for the process on a machine that does much else."""

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
    try:
        done = subprocess.run(
            [sys.executable, "-m", "cuttings.ingest.pdf_pages"],
            input=content,
            capture_output=True,
            timeout=_WAITING_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return PdfDocument(problem=_TOO_MUCH)
    told = json.loads(done.stdout)
    return PdfDocument(
        paragraphs=tuple(PrintedParagraph(*one) for one in told.get("paragraphs", ())),
        metadata=told.get("metadata", {}),
        problem=told.get("problem", ""),
    )
