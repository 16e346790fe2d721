"""How high the search puts the story that a reader has in mind, ours beside Pagefind.

Run ``python -m bench.known_items``. The fifty stories of the newswire corpus were drawn by a seed
from those of more than 400 characters, and each has a query that says its headline in other words
(``tests/quality/known_items.csv``). Prints for both engines the mean reciprocal rank and how often
the story came first and among the first ten, then each query with its ranks.
"""

from __future__ import annotations

import csv
import gzip
import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from bench.browser import chromium
from bench.reuters_articles import newswire_corpus, reuters_articles
from bench.search_sites import build_pagefind
from bench.static_server import serve
from bench.tagged_stories import tagged_story
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.index_builder import build_index, number_documents

ROOT = Path(__file__).resolve().parent.parent
ITEMS = ROOT / "tests" / "quality" / "known_items.csv"
DEPTH = 50
"""Ranks looked at; a story below them counts as not found."""

_ASK_PAGEFIND = """async ([queries, depth]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const stories = await Promise.all(results.slice(0, depth).map((result) => result.data()));
    found.push(stories.map(({ raw_url: address }) => address));
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query and the slug of the story that its writer had in mind."""

    query: str
    slug: str


def known_items(corpus: Path, stories: Sequence[TaggedArticle]) -> list[KnownItem]:
    """Return the queries of ``ITEMS``; ``stories`` are all of ``corpus``, in its order."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        numbers = [json.loads(line)["id"] for line in lines]
    slugs = {
        str(number): story.article.slug for number, story in zip(numbers, stories, strict=True)
    }
    with ITEMS.open(encoding="utf-8", newline="") as rows:
        return [KnownItem(row["query"], slugs[row["story"]]) for row in csv.DictReader(rows)]


def our_ranks(
    items: Sequence[KnownItem], stories: Sequence[TaggedArticle], folder: Path
) -> list[int | None]:
    """Index ``stories`` below ``folder``, ask the browser's code in node, and return the ranks."""
    build_index(stories, folder / "search")
    slugs = [story.article.slug for story in number_documents(stories)]
    queries = folder / "queries.json"
    queries.write_text(json.dumps([item.query for item in items]), encoding="utf-8")
    node = Path(sys.executable).with_name("node")
    script = ROOT / "theme" / "tests" / "search" / "first_documents.ts"
    command = [str(node), str(script), str(folder), str(queries), str(DEPTH)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = [[slugs[number] for number in numbers] for numbers in json.loads(answer)]
    return _ranks(items, found)


def pagefind_ranks(
    items: Sequence[KnownItem], stories: Sequence[TaggedArticle], folder: Path
) -> list[int | None]:
    """Index ``stories`` below ``folder`` with Pagefind, ask it in Chromium; return the ranks."""
    site = build_pagefind(stories, folder)
    with chromium() as browser, serve(site.folder) as server:
        page = browser.new_page()
        page.goto(f"{server.address}/search.html")
        answer = page.evaluate(_ASK_PAGEFIND, [[item.query for item in items], DEPTH])
    found = [[PurePosixPath(address).stem for address in addresses] for addresses in answer]
    return _ranks(items, found)


def mean_reciprocal_rank(ranks: Sequence[int | None]) -> float:
    """Return the mean of 1 / rank; a story that was not found counts as 0."""
    return statistics.mean(1 / rank if rank else 0 for rank in ranks)


def _ranks(items: Sequence[KnownItem], found: Sequence[Sequence[str]]) -> list[int | None]:
    return [
        slugs.index(item.slug) + 1 if item.slug in slugs else None
        for item, slugs in zip(items, found, strict=True)
    ]


def main() -> int:
    """Measure both; the exit status is 1 if ours is worse."""
    corpus = newswire_corpus()
    stories = [tagged_story(article) for article in reuters_articles(corpus)]
    items = known_items(corpus, stories)
    with TemporaryDirectory() as folder:
        ours = our_ranks(items, stories, Path(folder))
    with TemporaryDirectory() as folder:
        peer = pagefind_ranks(items, stories, Path(folder))
    print(f"{len(items)} known items among {len(stories):,} stories, the first {DEPTH} ranks")
    for name, ranks in {"Cuttings": ours, "Pagefind": peer}.items():
        found = [rank for rank in ranks if rank]
        print(
            f"  {name}: mean reciprocal rank {mean_reciprocal_rank(ranks):.3f}, "
            f"first {found.count(1)}, among ten {sum(rank <= 10 for rank in found)}"
        )
    both = [pair for pair in zip(ours, peer, strict=True) if all(pair)]
    shared_ranks = [f"{mean_reciprocal_rank(ranks):.3f}" for ranks in zip(*both, strict=True)]
    print(f"  where both found the story ({len(both)}): {' and '.join(shared_ranks)}")
    for item, rank, peer_rank in zip(items, ours, peer, strict=True):
        print(f"  {rank or '-':>4} {peer_rank or '-':>4}  {item.query}")
    return int(mean_reciprocal_rank(ours) < mean_reciprocal_rank(peer))


if __name__ == "__main__":
    sys.exit(main())
