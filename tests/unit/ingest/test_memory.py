"""Large files are taken in within bounds of memory, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.raw_files import write_document, write_long_line, write_mailbox, write_web_archive

MEGABYTES = 300
MOST = 500
MOST_FOR_ARCHIVE = 250
"""Half of what is allowed: what stays of each page would add up in an archive of any size."""


def _taken_in(path: Path, repository: Path) -> dict[str, Any]:
    """File what is in ``path`` beside it; return how many items came to what, and the memory."""
    command = [
        sys.executable,
        "-m",
        "bench.intake",
        "--step",
        str(path),
        str(path.with_name("content")),
    ]
    done = subprocess.run(command, cwd=repository, capture_output=True, check=False)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def test_a_web_archive_of_300_megabytes_is_filed_whole(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    write_web_archive(path, MEGABYTES)
    size = path.stat().st_size
    assert size >= MEGABYTES * 1_000_000
    figures = _taken_in(path, repository)
    content = path.read_bytes()
    pages = content.count(b"<!DOCTYPE html>")
    assert figures["Filed"] == pages > 400
    assert len(list((tmp_path / "content" / "articles").rglob("*.md"))) == pages
    (original,) = (tmp_path / "content" / "originals").iterdir()
    assert original.stat().st_size == size
    assert figures["megabytes"] < MOST_FOR_ARCHIVE


def test_a_page_of_ten_megabytes_in_one_line_is_filed(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "line.html"
    write_long_line(path)
    assert path.stat().st_size > 10_000_000
    figures = _taken_in(path, repository)
    assert (figures["Filed"], figures["megabytes"] < MOST) == (1, True)


def test_a_mailbox_of_200_megabytes_is_filed_whole(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "mails.mbox"
    write_mailbox(path, 200)
    assert path.stat().st_size > 200_000_000
    figures = _taken_in(path, repository)
    assert figures["Filed"] == 200
    assert figures["megabytes"] < MOST_FOR_ARCHIVE


def test_a_long_document_is_filed(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.odt"
    write_document(path)
    figures = _taken_in(path, repository)
    assert (figures["Filed"], figures["megabytes"] < MOST) == (1, True)
