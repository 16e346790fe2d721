"""What each step of reading a page gains and loses, on the article pages.

``python -m tests.quality.article_pages --steps`` prints the table.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import trafilatura
from rich.console import Console
from rich.table import Table
from tests.quality.article_page_score import (
    Expected,
    PageReading,
    body_accuracy,
    passage_accuracy,
)

from cuttings.ingest.html.page import Page, element_text
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.cleaning import clean_paragraphs
from cuttings.ingest.web.extraction import extract_story
from cuttings.ingest.web.metadata import page_metadata
from cuttings.ingest.web.page_story import without_head

STEPS = (
    "Trafilatura alone",
    "blocks chosen",
    "pointers and credits put back",
    "headline, byline and date dropped",
    "lines cleaned",
)
_SEPARATOR = "\n\n"


def texts_of_steps(path: Path) -> Mapping[str, str]:
    """Return the text of a compressed page after each of ``STEPS``."""
    content = gzip.decompress(path.read_bytes())
    alone = trafilatura.extract(content, include_comments=False) or ""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_bytes(content)
        page = Page.parse(decode(SourceFile.load(file), markup=True))
    metadata = page_metadata(page) if page is not None else None
    extraction = extract_story(page, metadata.title) if page and metadata else None
    if extraction is None or metadata is None:
        return dict.fromkeys(STEPS, "") | {STEPS[0]: alone}
    chosen = [one.block.text for one in extraction.weighed if one.is_chosen]
    noted = [element_text(block) for block in extraction.blocks]
    headless = [element_text(block) for block in without_head(extraction.blocks, metadata)]
    cleaned = [headless[i] for i in clean_paragraphs(headless).kept]
    texts = (chosen or noted, noted, headless, cleaned)
    return dict(zip(STEPS, (alone, *map(_SEPARATOR.join, texts)), strict=True))


def print_steps(
    expected: Sequence[Expected], texts: Sequence[Mapping[str, str]], filed: Sequence[str]
) -> None:
    """Print the scores after each step, and how many pages it makes better and worse.

    Args:
        expected: What is known of each page.
        texts: The text of each page after each of ``STEPS``.
        filed: The text of each page as it is filed, with its tables and pictures.
    """
    table = Table("after", "body F1", "passages F1", "pages better", "pages worse", title="Steps")
    before: list[float] | None = None
    for step in (*STEPS, "filed"):
        bodies = filed if step == "filed" else [found[step] for found in texts]
        pairs = [(one, PageReading("", body)) for one, body in zip(expected, bodies, strict=True)]
        scores = [body_accuracy([pair]).f1 + passage_accuracy([pair]).f1 for pair in pairs]
        changes = [now - then for now, then in zip(scores, before or scores, strict=True)]
        table.add_row(
            step,
            f"{body_accuracy(pairs).f1:.3f}",
            f"{passage_accuracy(pairs).f1:.3f}",
            str(sum(change > 0 for change in changes)),
            str(sum(change < 0 for change in changes)),
        )
        before = scores
    Console(width=100).print(table)
