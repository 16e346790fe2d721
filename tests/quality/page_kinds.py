"""How well pages of a web archive that are no article are told from articles.

``python -m tests.quality.page_kinds`` prints the table: the pages of tests/cases/page_kinds
(front pages, sections, tags, searches, log-ins and articles, ``pages.csv`` says which) and the
saved pages of the measuring corpora, which are all articles. Each is read out of a WARC file.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.unit.ingest.archive_file import record

from cuttings.ingest.readers import records_of
from cuttings.ingest.record import NoStory
from cuttings.ingest.source_file import SourceFile

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = _ROOT / "tests" / "cases" / "page_kinds"
_ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page was taken for.

    Attributes:
        page: Its name.
        kind: What it is: "article", "list", "search", "account" or "other".
        reason: Why it was left out, or "" if it was taken for an article.
    """

    page: str
    kind: str
    reason: str

    @property
    def is_right(self) -> bool:
        """Whether it was left out if it is no article, and only then."""
        return (self.kind == _ARTICLE) is not bool(self.reason)


def written_pages() -> list[Verdict]:
    """Return the verdicts on the pages of the repository."""
    with (_PAGES / "pages.csv").open(encoding="utf-8", newline="") as table:
        return [
            Verdict(row["page"], row["kind"], _reason(row["url"], (_PAGES / row["page"])))
            for row in csv.DictReader(table)
        ]


def saved_pages(folder: Path) -> Iterator[Verdict]:
    """Yield the verdicts on saved articles, at an address that tells nothing."""
    for page in sorted(folder.glob("*/source.html")):
        name = page.parent.name
        yield Verdict(name, _ARTICLE, _reason(f"https://saved.example/{name}", page))


def precision(verdicts: list[Verdict]) -> float:
    """Return which part of the pages that were left out are no articles."""
    left_out = [one for one in verdicts if one.reason]
    return sum(one.is_right for one in left_out) / len(left_out)


def recall(verdicts: list[Verdict]) -> float:
    """Return which part of the pages that are no articles were left out."""
    others = [one for one in verdicts if one.kind != _ARTICLE]
    return sum(one.is_right for one in others) / len(others)


def _reason(url: str, page: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "a.warc"
        archive.write_bytes(record(url, page.read_bytes(), compressed=False))
        (only,) = records_of(SourceFile.load(archive))
        story = only.read()
    return story.reason if isinstance(story, NoStory) else ""


def main() -> int:
    """Print what is taken for what, with precision and recall."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    folder = shared / "corpora" / "saved-pages"
    verdicts = [*written_pages(), *saved_pages(folder)]
    table = Table("page", "is", "taken for", "right")
    for one in verdicts:
        table.add_row(one.page, one.kind, one.reason or _ARTICLE, "" if one.is_right else "wrong")
    table.add_section()
    summary = f"precision {precision(verdicts):.3f}, recall {recall(verdicts):.3f}"
    table.add_row(f"{len(verdicts)} pages", "", summary, "")
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
