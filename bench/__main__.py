"""Everything at once: `make bench`. Prints one JSON object a line.

How fast stories are tagged and files taken in, how a build and the finding of versions grow
with the archive, the size of the index beside lunr.py's, what keeping the archive on a device
takes, and a first search in Chromium, with Hugo and Pagefind on the same stories in the same run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bench.browser import chromium
from bench.first_search import measure_ours, measure_peer, summarize
from bench.hugo_pagefind import build_peer
from bench.queries import draw_queries
from bench.reuters_articles import newswire_corpus, write_archive
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "bench" / "work"
MEASUREMENTS = ("tagging", "intake", "site_scale", "version_clusters", "index_update", "keeping")
"""Modules beside this one that measure without being given anything."""

STORIES = 13_186
VISITS = 20
MOST_KILOBYTES = 250
"""Most that a first search may move, the page, its style and its fonts included."""


def main() -> int:
    """Run every measurement; the exit status is 1 if a limit is exceeded."""
    corpus = newswire_corpus()
    kept = [_measure(name) for name in MEASUREMENTS]
    kept.append(_measure("index_size", str(corpus)))
    kept.append(_first_searches(corpus))
    return int(not all(kept))


def _measure(name: str, *words: str) -> bool:
    """Run one of the other modules; return whether it kept its limits."""
    command = [sys.executable, "-m", f"bench.{name}", *words]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def _first_searches(corpus: Path) -> bool:
    """Build both sites once, search both, print; return whether ours moved little enough."""
    shutil.rmtree(WORK, ignore_errors=True)
    content = ContentFolder(WORK / "content")
    write_archive(corpus, content, STORIES)
    start = time.perf_counter()
    site = _build(content.root, WORK / "site")
    seconds = time.perf_counter() - start
    peer = build_peer(content, WORK / "peer")
    articles = [read_article(path) for path in content.article_paths()]
    _print("site build, wall clock", stories=len(articles), seconds=round(seconds, 1))
    _print(
        "Hugo and Pagefind build, wall clock",
        stories=len(articles),
        seconds=round(peer.seconds, 1),
        pagefind_seconds=round(peer.pagefind.seconds, 1),
    )
    queries = draw_queries(articles, VISITS)
    with chromium() as browser:
        ours = summarize(measure_ours(browser, site, queries))
        theirs = summarize(measure_peer(browser, peer.folder, queries))
    _print("first search, whole page included", **ours)
    _print("first search by Pagefind, bare page", **theirs)
    ratios = {
        key.removesuffix("_median"): round(ours[key] / theirs[key], 2)
        for key in ("kilobytes_median", "requests_median", "milliseconds_median")
    }
    _print("first search, ratio to Pagefind", **ratios)
    return ours["kilobytes_max"] <= MOST_KILOBYTES


def _build(content: Path, output: Path) -> Path:
    command = [sys.executable, "-m", "pelican", str(content), "--output", str(output)]
    options = ["--settings", str(ROOT / "pelicanconf.py"), "--fatal", "errors"]
    subprocess.run([*command, *options], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return output


def _print(measure: str, **figures: float) -> None:
    print(json.dumps({"measure": measure, **figures}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
