"""Learns what the features of a page's blocks count for.

``python -m tests.quality.block_training`` writes ``block_weights.csv`` of the package anew. It
learns from the pages of the folds that may be looked at (``article_pages.LOOKED_AT``) and from the
saved pages; the other folds stay unseen, so that they can tell what the table is worth.
"""

from __future__ import annotations

import csv
import difflib
import gzip
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from lxml import html as lxml_html
from tests.quality.additive_model import AdditiveModel, Numbers, fit
from tests.quality.article_page_score import Expected
from tests.quality.article_pages import article_pages, in_processes

from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.web.blocks.block_features import block_features
from cuttings.ingest.web.blocks.kept_text import kept_passages
from cuttings.ingest.web.blocks.page_block import PageBlock, page_blocks
from cuttings.ingest.web.metadata import page_metadata

_ROOT = Path(__file__).resolve().parents[2]
_TABLE = _ROOT / "plugins/cuttings/ingest/web/blocks/data/block_weights.csv"
_PASSAGES_OF_A_PAGE = 12.0
"""Importance of a page whose whole text is known: twice the passages that the other pages have."""

_MOST_IMPORTANT = 3.0
"""Importance of one block at most."""

_SHORTEST_MATCH = 3
"""Words in a row that a block and the expected text share if they are the same text."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learned from one page.

    Attributes:
        names: The features.
        table: Their values, a row a block.
        answers: Whether each block is the story's: 1 or 0, or -1 if that is not known.
        importance: The weight of each block.
    """

    names: tuple[str, ...]
    table: Numbers
    answers: Numbers
    importance: Numbers


def lesson(task: tuple[bytes, Expected]) -> Lesson | None:
    """Return what is to be learned from a page and what is known of it."""
    content, expected = task
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(content)
        page = Page.parse(decode(SourceFile.load(path), markup=True))
    blocks = page_blocks(page.plain_body()) if page is not None else []
    if page is None or not blocks:
        return None
    passages = kept_passages(page) or []
    features = block_features(blocks, passages, page_metadata(page).title)
    known = _of_whole_text if "body" in expected else _of_passages
    answers, importance = known(blocks, expected)
    return Lesson(tuple(features), np.column_stack(list(features.values())), answers, importance)


def _of_whole_text(blocks: Sequence[PageBlock], expected: Expected) -> tuple[Numbers, Numbers]:
    """Align the page's words with those of the story: a block most of whose words it has is its."""
    words = [re.findall(r"\w+", block.text.casefold()) for block in blocks]
    owners = np.repeat(np.arange(len(blocks)), [len(found) for found in words])
    wanted = re.findall(r"\w+", expected["body"].casefold())
    matcher = difflib.SequenceMatcher(
        None, list(chain.from_iterable(words)), wanted, autojunk=False
    )
    matched = np.zeros(len(blocks))
    for match in matcher.get_matching_blocks():
        if match.size >= _SHORTEST_MATCH:
            np.add.at(matched, owners[match.a : match.a + match.size], 1)
    sizes = np.array([max(1, len(found)) for found in words], dtype=np.float64)
    answers = (matched > sizes / 2).astype(np.float64)
    importance = _PASSAGES_OF_A_PAGE * sizes / max(1.0, float((sizes * answers).sum()))
    return answers, np.minimum(importance, _MOST_IMPORTANT)


def _of_passages(blocks: Sequence[PageBlock], expected: Expected) -> tuple[Numbers, Numbers]:
    """Take the blocks that hold a passage of the story or one that is not of it."""
    counts = np.array(
        [
            [
                sum(" ".join(text.split()) in block.text for text in expected[key])
                for block in blocks
            ]
            for key in ("with", "without")
        ],
        dtype=np.float64,
    )
    total = counts.sum(0)
    answers = np.where(total > 0, counts[0] > counts[1], -1).astype(np.float64)
    return answers, np.minimum(total, _MOST_IMPORTANT)


def learn(lessons: Sequence[Lesson]) -> AdditiveModel:
    """Learn from the blocks of which something is known."""
    table, answers, importance = (
        np.concatenate([getattr(one, part) for one in lessons])
        for part in ("table", "answers", "importance")
    )
    known = answers >= 0
    return fit(table[known], answers[known], importance[known])


def write_table(names: Sequence[str], model: AdditiveModel, path: Path) -> None:
    """Write what each feature counts for: a row a step, the highest value that it holds for."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("feature", "up_to", "weight"))
        rows.writerow(("all", "", f"{model.start:.3f}"))
        for name, bounds, weights in zip(names, model.bounds, model.weights, strict=True):
            texts = [f"{weight:.3f}" for weight in weights]
            if set(texts) == {texts[-1]} and not weights.any():
                continue
            ends = [*(f"{bound:.4g}" for bound in bounds), ""]
            rows.writerows(
                (name, end, text)
                for i, (end, text) in enumerate(zip(ends, texts, strict=True))
                if not end or text != texts[i + 1]
            )


def _tasks(shared: Path) -> list[tuple[bytes, Expected]]:
    tasks = [
        (gzip.decompress(page.path.read_bytes()), page.expected)
        for page in article_pages(shared / "article-pages")
        if not page.is_unseen
    ]
    for path in sorted((shared / "saved-pages").glob("*/source.html")):
        markup = path.with_name("expected.html").read_text(encoding="utf-8")
        text = " ".join(map(str, lxml_html.document_fromstring(markup).itertext()))
        tasks.append((path.read_bytes(), {"body": text}))
    return tasks


def main() -> int:
    """Learn from the measuring corpora and write the table."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared")) / "corpora"
    lessons = [one for one in in_processes(lesson, _tasks(shared)) if one is not None]
    write_table(lessons[0].names, learn(lessons), _TABLE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
