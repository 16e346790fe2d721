"""How well pages that are no article are told from articles, in web archives and saved by hand.

``python -m tests.quality.page_kinds`` prints the table: the pages of tests/cases/page_kinds
(front pages, sections, tags, searches, log-ins and articles, ``pages.csv`` says which) and the
saved pages of the measuring corpora, which are all articles. Each is read out of a WARC file, out
of an MHTML file as a browser saves it, and as HTML whose links are whole but which does not say
where it was saved. A saved page is never refused for its short text.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from pathlib import Path
from typing import cast

from lxml import html
from rich.console import Console
from rich.table import Table
from tests.files.archive_file import record

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.record import NoStory
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

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


Judge = Callable[[str, Path], str]
"""Says why a page at an address is left out, or "" if it is taken for an article."""


def written_pages(judge: Judge) -> list[Verdict]:
    """Return the verdicts on the pages of the repository."""
    with (_PAGES / "pages.csv").open(encoding="utf-8", newline="") as table:
        return [
            Verdict(row["page"], row["kind"], judge(row["url"], (_PAGES / row["page"])))
            for row in csv.DictReader(table)
        ]


def saved_pages(folder: Path, judge: Judge) -> Iterator[Verdict]:
    """Yield the verdicts on saved articles, at an address that tells nothing."""
    for page in sorted(folder.glob("*/source.html")):
        name = page.parent.name
        yield Verdict(name, _ARTICLE, judge(f"https://saved.example/{name}", page))


def precision(verdicts: list[Verdict]) -> float:
    """Return which part of the pages that were left out are no articles."""
    left_out = [one for one in verdicts if one.reason]
    return sum(one.is_right for one in left_out) / len(left_out)


def recall(verdicts: list[Verdict]) -> float:
    """Return which part of the pages that are no articles were left out."""
    others = [one for one in verdicts if one.kind != _ARTICLE]
    return sum(one.is_right for one in others) / len(others)


def archived(url: str, page: Path) -> str:
    """Judge a page in a web archive."""
    return _reason("a.warc", record(url, page.read_bytes(), compressed=False))


def saved_with_address(url: str, page: Path) -> str:
    """Judge a page that a browser saved as MHTML."""
    part = MIMEBase("text", "html")
    part.set_payload(page.read_bytes())
    encode_base64(part)
    whole = MIMEMultipart("related", _subparts=[part])
    whole["Snapshot-Content-Location"] = url
    return _reason("a.mhtml", whole.as_bytes())


def saved_without_address(url: str, page: Path) -> str:
    """Judge a page that was saved as HTML, with whole links but without its own address."""
    content = cast("html.HtmlElement", html.document_fromstring(page.read_bytes()))
    content.make_links_absolute(url)
    for named in list(content.iter("link", "meta")):
        if named.get("rel") == "canonical" or named.get("property") == "og:url":
            cast("html.HtmlElement", named).drop_tree()
    return _reason("a.html", html.tostring(content, encoding="utf-8", doctype="<!DOCTYPE html>"))


def _reason(name: str, content: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        (only,) = records_of(SourceFile.load(path))
        try:
            story = only.read()
        except UnreadableSourceError as error:
            return error.reason
    return story.reason if isinstance(story, NoStory) else ""


JUDGES: Mapping[str, Judge] = {
    "in a web archive": archived,
    "saved with its address": saved_with_address,
    "saved without": saved_without_address,
}


def main() -> int:
    """Print what is taken for what, with precision and recall."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    folder = shared / "corpora" / "saved-pages"
    for name, judge in JUDGES.items():
        verdicts = [*written_pages(judge), *saved_pages(folder, judge)]
        table = Table("page", "is", "taken for", "right", title=f"Pages {name}")
        for one in verdicts:
            right = "" if one.is_right else "wrong"
            table.add_row(one.page, one.kind, one.reason or _ARTICLE, right)
        table.add_section()
        summary = f"precision {precision(verdicts):.3f}, recall {recall(verdicts):.3f}"
        table.add_row(f"{len(verdicts)} pages", "", summary, "")
        Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
