"""Large files are taken in within bounds of memory, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.raw_files import write_document, write_long_line, write_mailbox, write_web_archive

MOST = 500
MEGABYTES = 100
MOST_FOR_ARCHIVE = 190
"""Megabytes of a web archive, and of memory for taking it in: 161 were measured for 60, for 100 and
for 300 megabytes, so what stays of each page would show."""

MAILS = 80
MOST_FOR_MAILBOX = 140
"""Messages of a megabyte each, and megabytes of memory for them: 86 were measured for 40, for 80
and for 200 messages."""


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


def test_a_large_web_archive_is_filed_whole_in_little_memory(
    repository: Path, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc"
    write_web_archive(path, MEGABYTES)
    size = path.stat().st_size
    assert size >= MEGABYTES * 1_000_000
    figures = _taken_in(path, repository)
    content = path.read_bytes()
    pages = content.count(b"<!DOCTYPE html>")
    assert figures["Filed"] == pages > 130
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


def test_a_large_mailbox_is_filed_whole_in_little_memory(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "mails.mbox"
    write_mailbox(path, MAILS)
    assert path.stat().st_size > MAILS * 1_000_000
    figures = _taken_in(path, repository)
    assert figures["Filed"] == MAILS
    assert figures["megabytes"] < MOST_FOR_MAILBOX


def test_a_long_document_is_filed(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.odt"
    write_document(path)
    figures = _taken_in(path, repository)
    assert (figures["Filed"], figures["megabytes"] < MOST) == (1, True)
