"""Mutated files of the measuring corpora, which programs and newspapers made."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from tests.property.mutation import MUTATIONS, Mutation, assert_read_or_told

_LINES = 100


def _files(corpora: Path) -> Iterator[tuple[str, bytes]]:
    for page in sorted((corpora / "saved-pages").glob("*/source.html")):
        yield f"{page.parent.name}.html", page.read_bytes()
    for archive in sorted((corpora / "web-archives").iterdir()):
        yield archive.name.removesuffix(".bad"), archive.read_bytes()
    with gzip.open(corpora / "reuters-21578" / "articles.jsonl.gz") as lines:
        yield "stories.jsonl", b"".join(islice(lines, _LINES))


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutated_file_is_read_or_told(
    shared_corpora: Path, tmp_path: Path, mutation: Mutation
) -> None:
    assert_read_or_told(_files(shared_corpora), mutation, tmp_path)
