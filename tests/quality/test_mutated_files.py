"""Mutated files of the measuring corpora, which programs and newspapers made."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.files.mutated_files import assert_read_or_told, mutated_files

_LINES = 100
_COUNT = 120


def corpus_files(corpora: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of the corpora's files."""
    for page in sorted((corpora / "saved-pages").glob("*/source.html")):
        yield f"{page.parent.name}.html", page.read_bytes()
    for archive in sorted((corpora / "web-archives").iterdir()):
        yield archive.name.removesuffix(".bad"), archive.read_bytes()
    with gzip.open(corpora / "reuters-21578" / "articles.jsonl.gz") as lines:
        yield "stories.jsonl", b"".join(islice(lines, _LINES))


def test_a_mutated_file_is_read_or_reported(shared_corpora: Path, tmp_path: Path) -> None:
    files = mutated_files(dict(corpus_files(shared_corpora)), 1, _COUNT)
    assert assert_read_or_told(files, tmp_path) == _COUNT
