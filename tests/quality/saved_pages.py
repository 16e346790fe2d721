"""How well saved news pages are read: words of the body, headline and byline.

``python -m tests.quality.saved_pages`` prints the table, with Trafilatura alone beside it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from lxml import html as lxml_html
from rich.console import Console
from rich.table import Table
from tests.files.drafts import drafts_of
from trafilatura.settings import Document

from cuttings.article.markup import plain_text
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.agency import is_agency
from cuttings.ingest.text.byline import byline_authors

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one way of reading makes of a page."""

    text: str
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Score:
    """A reading held against what is expected of the page.

    ``author`` is None where the page names none.
    """

    f1: float
    title: bool
    author: bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of one page."""

    page: str
    ours: Score
    baseline: Score


def saved_page_rows(folder: Path) -> list[Row]:
    """Measure every page of ``folder``: source.html against what lies beside it."""
    return [
        Row(
            page.name, _score(page, read_by_cuttings(page)), _score(page, read_by_trafilatura(page))
        )
        for page in _pages(folder)
    ]


def read_by_cuttings(page: Path) -> Reading:
    """Read a page as it is filed."""
    (draft,) = drafts_of(SourceFile.load(page / "source.html"))
    return Reading(plain_text(draft.body), draft.title, draft.author)


def read_by_trafilatura(page: Path) -> Reading:
    """Read a page with Trafilatura alone."""
    payload = (page / "source.html").read_bytes()
    text = trafilatura.extract(payload, include_comments=False) or ""
    metadata = trafilatura.extract_metadata(payload)
    if not isinstance(metadata, Document):
        return Reading(text, "", "")
    return Reading(text, metadata.title or "", metadata.author or "")


def mean_f1(scores: Sequence[Score]) -> float:
    """Return the mean word F1."""
    return sum(score.f1 for score in scores) / len(scores)


def word_f1(found: str, expected: str) -> float:
    """Return the F1 of the words of ``found``, as a bag, against those of ``expected``."""
    have, want = (Counter(re.findall(r"\w+", text.lower())) for text in (found, expected))
    common = (have & want).total()
    return 2 * common / (have.total() + want.total()) if common else 0.0


def _pages(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.iterdir() if (path / "source.html").is_file())


def _score(page: Path, reading: Reading) -> Score:
    markup = (page / "expected.html").read_text(encoding="utf-8")
    metadata = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
    return Score(
        word_f1(reading.text, "".join(map(str, lxml_html.document_fromstring(markup).itertext()))),
        _words(reading.title) == _words(metadata["title"]),
        _author_is_right(reading.author, metadata.get("byline"), metadata.get("siteName") or ""),
    )


def _author_is_right(author: str, byline: str | None, site: str) -> bool | None:
    """Compare with the expected byline; where that is no person, any person or none is right.

    The references take the byline as it stands on the page: it may be the publication or the
    time of publication.
    """
    if byline is None:
        return None
    if not byline_authors(byline, site):
        return not author or (not is_agency(author) and bool(byline_authors(author, site)))
    return _words(author) == _words(re.sub(r"^by\s+", "", byline, flags=re.I))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def print_table(rows: Sequence[Row]) -> None:
    """Print the scores of each page and their totals."""
    table = Table("page", "words F1", "alone", "title", "alone", "author", "alone")
    for row in rows:
        table.add_row(
            row.page,
            f"{row.ours.f1:.3f}",
            f"{row.baseline.f1:.3f}",
            *(
                _mark(verdict)
                for verdict in (
                    row.ours.title,
                    row.baseline.title,
                    row.ours.author,
                    row.baseline.author,
                )
            ),
        )
    ours, alone = [row.ours for row in rows], [row.baseline for row in rows]
    table.add_section()
    table.add_row(
        f"{len(rows)} pages",
        f"{mean_f1(ours):.3f}",
        f"{mean_f1(alone):.3f}",
        *(str(sum(score.title for score in scores)) for scores in (ours, alone)),
        *(
            f"{sum(score.author is True for score in scores)}/"
            f"{sum(score.author is not None for score in scores)}"
            for scores in (ours, alone)
        ),
    )
    Console(width=100).print(table)


def _mark(verdict: bool | None) -> str:
    return "" if verdict is None else "right" if verdict else "wrong"


def main() -> int:
    """Print the table of the pages in the measuring corpora."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    folder = shared / "corpora" / "saved-pages"
    if not folder.is_dir():
        print(f"{folder} is missing: it holds the pages to measure", file=sys.stderr)
        return 1
    print_table(saved_page_rows(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
