"""How well article pages that nobody tuned for are read: text, headline, author and date.

``python -m tests.quality.article_pages`` prints the table, with ``--steps`` also what each step
gains and loses. The pages are in five folds by a digest
of their names. What the reading rests on, and the failures that were looked at, come from the
folds ``LOOKED_AT``; the others tell what it is worth on a page that nobody has seen.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from tests.files.drafts import drafts_of
from tests.quality.article_page_score import (
    FIELDS,
    Expected,
    PageReading,
    body_accuracy,
    field_score,
    passage_accuracy,
)
from tests.quality.article_page_steps import print_steps, texts_of_steps

from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.source_file import SourceFile

FOLDS = 5
LOOKED_AT = frozenset({0, 1, 2})
"""Folds whose failures may be looked at; the pages of the others are never opened."""

_ROOT = Path(__file__).resolve().parents[2]
_PROCESSES = 2


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page and what is known of it.

    Attributes:
        name: Its name.
        path: Its compressed source.
        expected: What is known of it.
    """

    name: str
    path: Path
    expected: Expected

    @property
    def is_unseen(self) -> bool:
        """Whether the page is in a fold that nobody looks at."""
        digest = hashlib.sha256(self.name.encode()).hexdigest()
        return int(digest, 16) % FOLDS not in LOOKED_AT


Task = TypeVar("Task")
Result = TypeVar("Result")


def article_pages(folder: Path) -> list[ArticlePage]:
    """Return the pages of a folder in the order of their names."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return [
        ArticlePage(name, folder / f"{name}.html.gz", known)
        for name, known in sorted(expected.items())
    ]


def read_by_cuttings(page: ArticlePage) -> PageReading:
    """Read a page as a saved page is filed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(gzip.decompress(page.path.read_bytes()))
        try:
            (draft,) = drafts_of(SourceFile.load(path))
        except UnreadableSourceError as error:
            return PageReading(page.name, refused=error.reason)
    return PageReading(
        name=page.name,
        body=plain_text(draft.body),
        title=draft.title,
        author=draft.author,
        date=draft.date.isoformat() if draft.date else "",
    )


def in_processes(work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    """Do work in two processes; return the results in the order of the tasks."""
    with multiprocessing.get_context("spawn").Pool(_PROCESSES) as pool:
        return pool.map(work, tasks, chunksize=8)


def print_table(pages: Sequence[ArticlePage], readings: Sequence[PageReading]) -> None:
    """Print every measure for the folds looked at and for those not looked at."""
    pairs = [(page.expected, reading) for page, reading in zip(pages, readings, strict=True)]
    looked_at, unseen = (
        [pair for page, pair in zip(pages, pairs, strict=True) if page.is_unseen is wanted]
        for wanted in (False, True)
    )
    table = Table("measure", "looked at", "not looked at", title="Article pages")
    sides = (looked_at, unseen)
    table.add_row("pages", *(str(len(side)) for side in sides))
    for name, measure in (("body", body_accuracy), ("passages", passage_accuracy)):
        scores = [measure(side) for side in sides]
        table.add_row(
            f"{name} F1 (precision, recall)",
            *(f"{one.f1:.3f} ({one.precision:.3f}, {one.recall:.3f})" for one in scores),
        )
    for field in FIELDS:
        fields = [field_score(side, field) for side in sides]
        table.add_row(
            f"{field} right / wrong", *(f"{one.right:.3f} / {one.wrong:.3f}" for one in fields)
        )
    refused = [sum(bool(reading.refused) for _, reading in side) for side in sides]
    table.add_row("refused", *map(str, refused))
    Console(width=100).print(table)


def main() -> int:
    """Print the table of the pages in the measuring corpora."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    folder = shared / "corpora" / "article-pages"
    if not folder.is_dir():
        print(f"{folder} is missing: it holds the pages to measure", file=sys.stderr)
        return 1
    pages = article_pages(folder)
    readings = in_processes(read_by_cuttings, pages)
    print_table(pages, readings)
    if "--steps" in sys.argv[1:]:
        texts = in_processes(texts_of_steps, [page.path for page in pages])
        print_steps([page.expected for page in pages], texts, [one.body for one in readings])
    return 0


if __name__ == "__main__":
    sys.exit(main())
