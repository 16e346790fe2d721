"""The search beside its peers, in one run: `make bench-search`.

``python -m bench.search [--corpus NAME…] [--archive FOLDER] [--site NAME…] [--queries NUMBER]
[--slow-4g]`` builds each corpus (the demo archive, the newswire, the newswire repeated to 100,000
stories), or a tagged archive of one's own, as a site of ours, of Pagefind and, up to the newswire's
size, of libraries that load a whole index; draws queries by a seed; and searches all sites in
Chromium, each query in a fresh profile and on one site after the other; with ``--slow-4g`` over a
network of 1.6 Mbit/s and 150 ms that Chromium emulates. Prints a table for each corpus, the
figures of ours with their ratio to Pagefind's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from lunr import lunr

from bench.browser import chromium
from bench.queries import draw_queries
from bench.repeated_stories import repeated_stories
from bench.reuters_articles import newswire_corpus, reuters_articles
from bench.search_sites import (
    WHOLE_INDEXES,
    SearchSite,
    build_ours,
    build_pagefind,
    build_whole_index,
)
from bench.search_visit import Visit, pairs, visit
from bench.slow_network import SLOW_4G, SlowNetwork
from bench.static_server import serve
from bench.tagged_stories import archive_stories, tagged_story
from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.field import FIELDS

ROOT = Path(__file__).resolve().parent.parent
LARGE = 100_000
MOST_STORIES_OF_WHOLE_INDEX = 20_000
"""A whole index of more would fill the browser's memory and say nothing new."""
GZIP_LEVEL = 6
"""What web servers use."""

CORPORA = ("demo", "newswire", "large")
OURS, PEER = "Cuttings", "Pagefind"
SITES = (OURS, PEER, *WHOLE_INDEXES)


def main() -> int:
    """Measure what the command line names, everything by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", choices=CORPORA, nargs="+", default=CORPORA)
    parser.add_argument("--archive", type=Path, help="a tagged archive in place of the corpora")
    parser.add_argument("--site", choices=SITES, nargs="+", default=SITES)
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--slow-4g", action="store_true", help="over an emulated slow network")
    options = parser.parse_args()
    network = SLOW_4G if options.slow_4g else None
    archive = options.archive and ContentFolder(options.archive)
    for corpus in [options.archive] if archive else options.corpus:
        stories = archive_stories(archive) if archive else _corpus_stories(corpus)
        queries = draw_queries([story.article for story in stories], options.queries)
        print(f"\n{corpus}: {len(stories):,} stories, {len(queries)} queries", flush=True)
        _measure(stories, queries, options.site, network)
    return 0


def _corpus_stories(corpus: str) -> list[TaggedArticle]:
    return [tagged_story(article) for article in _articles(corpus)]


def _articles(corpus: str) -> list[Article]:
    if corpus == "demo":
        paths = sorted((ROOT / "content" / "articles").rglob("*.md"))
        return [read_article(path) for path in paths]
    articles = list(reuters_articles(newswire_corpus()))
    return articles if corpus == "newswire" else list(repeated_stories(articles, LARGE))


def _measure(
    stories: Sequence[TaggedArticle],
    queries: Sequence[str],
    names: Sequence[str],
    network: SlowNetwork | None,
) -> None:
    """Build the sites, search them in turn and print their rows; the peer's come first."""
    is_small = len(stories) <= MOST_STORIES_OF_WHOLE_INDEX
    built = [name for name in names if is_small or name not in WHOLE_INDEXES]
    # Nothing is deleted in between: behind thousands of deleted files new ones wait for the disk.
    with tempfile.TemporaryDirectory() as work:
        sites = [_build(name, stories, Path(work, name)) for name in sorted(built, key=_is_ours)]
        visits = _visits(sites, queries, network)
        peer: dict[str, float] = {}
        for site, of_site in zip(sites, visits, strict=True):
            figures = _figures(site, of_site)
            peer = figures if site.name == PEER else peer
            _print(site.name, figures, peer if _is_ours(site.name) else {})
    if OURS in names and is_small:
        _print("lunr.py", _lunr_py(stories), {})


def _is_ours(name: str) -> bool:
    return name == OURS


def _visits(
    sites: Sequence[SearchSite], queries: Sequence[str], network: SlowNetwork | None
) -> Iterable[Sequence[Visit]]:
    """Return the visits of each site, made in turn, so that whatever else runs slows all down."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        servers = [stack.enter_context(serve(site.folder)) for site in sites]
        turns = [
            [visit(browser, server, *pair, network) for server in servers]
            for pair in pairs(queries)
        ]
    return zip(*turns, strict=True)


def _build(name: str, stories: Sequence[TaggedArticle], folder: Path) -> SearchSite:
    if name in WHOLE_INDEXES:
        return build_whole_index(name, stories, folder)
    builders = {OURS: build_ours, PEER: build_pagefind}
    return builders[name](stories, folder)


def _figures(site: SearchSite, visits: Sequence[Visit]) -> dict[str, float]:
    """Return a site's figures by their names in the table."""

    def median(of: Callable[[Visit], float]) -> float:
        return statistics.median(map(of, visits))

    def late(of: Callable[[Visit], float]) -> float:
        return statistics.quantiles(map(of, visits), n=20)[-1]

    return {
        "first search: ms to results": median(lambda v: v.first.milliseconds),
        "first search: ms to results, p95": late(lambda v: v.first.milliseconds),
        "first search: KB to results": median(lambda v: v.first.shown_kilobytes),
        "first search: requests to results": median(lambda v: v.first.shown_requests),
        "first search: KB in all": median(lambda v: v.first.kilobytes),
        "first search: requests in all": median(lambda v: v.first.requests),
        "new query: ms to results": median(lambda v: v.next.milliseconds),
        "new query: ms to results, p95": late(lambda v: v.next.milliseconds),
        "new query: KB": median(lambda v: v.next.kilobytes),
        "new query: requests": median(lambda v: v.next.requests),
        "heap, MB": median(lambda v: v.heap_megabytes),
        "typing: longest task, ms": max(v.longest_task for v in visits),
        "typing: visits with a task over 50 ms": sum(v.longest_task > 0 for v in visits),
        "index build, s": site.seconds,
        "index, MB on disk": _size(site.index_folder, lambda content: len(content)),
        "index, MB gzipped": _size(site.index_folder, _gzipped),
    }


def _size(folder: Path, measure: Callable[[bytes], int]) -> float:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(measure(path.read_bytes()) for path in files) / 1e6


def _gzipped(content: bytes) -> int:
    is_gzip = content.startswith(b"\x1f\x8b")  # Pagefind's files are
    return len(content if is_gzip else gzip.compress(content, GZIP_LEVEL))


def _lunr_py(stories: Sequence[TaggedArticle]) -> dict[str, float]:
    """Build lunr.py's index of the same fields; it is not searched."""
    documents = [
        {"number": number, **{field.name: field.text(story) for field in FIELDS}}
        for number, story in enumerate(stories)
    ]
    fields = [{"field_name": field.name, "boost": field.boost} for field in FIELDS]
    start = time.perf_counter()
    content = json.dumps(lunr(ref="number", fields=fields, documents=documents).serialize())
    return {
        "index build, s": time.perf_counter() - start,
        "index, MB on disk": len(content) / 1e6,
        "index, MB gzipped": _gzipped(content.encode()) / 1e6,
    }


def _print(name: str, figures: dict[str, float], peer: dict[str, float]) -> None:
    print(f"  {name}")
    for label, figure in figures.items():
        reference = peer.get(label)
        ratio = f"{figure / reference:8.2f} of Pagefind's" if reference else ""
        print(f"    {label:<40}{figure:>10,.1f}{ratio}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
