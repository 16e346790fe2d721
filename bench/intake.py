"""How fast and in how little memory files are taken in: `python -m bench.intake`.

Prints one JSON object a line: a table of many rows filed for the first time and once more, saved
pages repeated with other words, a page of ten megabytes in one line, a large web archive, a mailbox
and a long document, each by the clock and by the processor. Names are not recognized. Each step
runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.raw_files import write_document, write_long_line, write_mailbox, write_web_archive
from bench.reuters_articles import newswire_corpus, reuters_articles
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import plain_text
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.raw.source_folder import source_paths

ROOT = Path(__file__).resolve().parent.parent
ROWS = 50_000
PAGES = 1_600
MEGABYTES = 300
MOST_MEGABYTES = 500
"""Most memory that a step may take, however large its file is."""


def write_lines(corpus: Path, path: Path, rows: int) -> None:
    """Write the corpus's stories as JSON Lines, over and over, each time with other titles."""
    stories = [
        (article.title, article.date, plain_text(article.body))
        for article in reuters_articles(corpus)
    ]
    with path.open("w", encoding="utf-8") as file:
        for number, (title, date, text) in enumerate(
            itertools.islice(itertools.cycle(stories), rows)
        ):
            fields = {"title": f"{title} ({number})", "date": str(date), "text": text}
            file.write(json.dumps(fields, ensure_ascii=False) + "\n")


def write_pages(saved: Path, folder: Path, count: int) -> None:
    """Write the saved pages of the corpus over and over, each time with another word."""
    pages = [path.read_bytes() for path in sorted(saved.glob("*/source.html"))]
    folder.mkdir()
    for number, page in enumerate(itertools.islice(itertools.cycle(pages), count)):
        copy = page.replace(b"</p>", b" Copy%d.</p>" % number)
        (folder / f"{number:05}.html").write_bytes(copy)


def take_in(path: Path, content: Path) -> dict[str, float]:
    """File what is in ``path``, a file or a folder; return what it took."""
    wall, processor = time.perf_counter(), _processor_seconds()
    intake = Intake(ContentFolder(content), datetime.date(2026, 1, 2))
    kinds = Counter(
        type(outcome).__name__ for outcome in intake.take_files(list(source_paths(path)))
    )
    return _figures(kinds, wall, processor)


def _figures(kinds: Counter[str], wall: float, processor: float) -> dict[str, float]:
    seconds = _processor_seconds() - processor
    elapsed = time.perf_counter() - wall
    return {
        **kinds,
        "seconds": round(elapsed, 1),
        "items_a_second": round(kinds.total() / elapsed),
        "processor_seconds": round(seconds, 1),
        "items_a_processor_second": round(kinds.total() / seconds),
        "megabytes": _peak_megabytes(),
    }


def _peak_megabytes() -> int:
    """Return the most memory that this process took.

    On Linux what getrusage says may be the memory of the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) // 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _processor_seconds() -> float:
    """Return what this process and those it has ended have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def main() -> int:
    """Run every step; the exit status is 1 if one took too much memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--megabytes", type=int, default=MEGABYTES)
    parser.add_argument("--step", nargs=2, type=Path, metavar=("FILE", "CONTENT"))
    options = parser.parse_args()
    if options.step:
        path, content = options.step
        figures = take_in(path, content)
        print(json.dumps({"file": path.name, **figures}))
        return int(figures["megabytes"] > MOST_MEGABYTES)
    corpus = newswire_corpus()
    with tempfile.TemporaryDirectory() as folder:
        lines, archive = Path(folder) / "rows.jsonl", Path(folder) / "pages.warc"
        write_lines(corpus, lines, options.rows)
        write_web_archive(archive, options.megabytes)
        mailbox, document = Path(folder) / "mails.mbox", Path(folder) / "long.odt"
        write_mailbox(mailbox, options.megabytes)
        write_document(document)
        line, pages = Path(folder) / "line.html", Path(folder) / "pages"
        write_long_line(line)
        write_pages(corpus.parents[1] / "saved-pages", pages, options.pages)
        content = str(Path(folder) / "content")
        command = [sys.executable, "-m", "bench.intake", "--step"]
        runs = [
            subprocess.run([*command, str(path), content], cwd=ROOT, check=False)
            for path in (lines, lines, pages, line, archive, mailbox, document)
        ]
    return int(any(run.returncode for run in runs))


if __name__ == "__main__":
    sys.exit(main())
