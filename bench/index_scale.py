"""How the search index grows with the archive: `python -m bench.index_scale`.

The newswire archive, tagged by our tagger, is cut short or repeated with other words until it has
as many stories as wanted, and its index is built in a process of its own. Prints one JSON object a
line: for each size the processor's seconds, the peak of memory, the files and bytes, and what of
them a first search needs of any archive (the manifest, and what is known of every document). The
last line has the exponents by which seconds and bytes grow from the smallest size to the largest.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.build import ROOT, STORIES, tagged_archive
from bench.repeated_stories import repeated_stories
from bench.tagged_stories import tagged_story
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.other_sites import OtherSite
from cuttings.search_index.index_builder import build_index

SIZES = (5_000, 20_000, 100_000)


def measure(
    stories: Sequence[TaggedArticle], folder: Path, sites: Sequence[OtherSite] = ()
) -> dict[str, Any]:
    """Build the index of stories into a folder, and return what it took.

    Args:
        stories: The archive.
        folder: Where its index goes.
        sites: Others that are searched together with it.
    """
    count = len(stories)
    start = time.process_time()
    build_index(stories, folder, processes=1, sites=sites)
    seconds = time.process_time() - start
    sizes = {path: path.stat().st_size for path in folder.rglob("*.js")}
    always = [path for path in sizes if path.name.startswith(("manifest", "documents-"))]
    first = sum(len(gzip.compress(path.read_bytes())) for path in always)
    return {
        "stories": count,
        "processor_seconds": round(seconds, 1),
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000),
        "files": len(sizes),
        "bytes": sum(sizes.values()),
        "bytes_before_any_word_gzipped": first,
    }


def exponent(small: dict[str, Any], large: dict[str, Any], figure: str) -> float:
    """Return the power of the number of stories by which a figure grows."""
    growth = math.log(large[figure] / small[figure])
    return round(growth / math.log(large["stories"] / small["stories"]), 2)


def main() -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a tagged archive (default: the newswire)")
    parser.add_argument("--stories", type=int, nargs="+", default=SIZES, help="sizes to build")
    parser.add_argument("--build", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    given = ContentFolder(options.archive) if options.archive else tagged_archive(STORIES)
    if options.build:
        articles = [read_article(path) for path in given.article_paths()]
        stories = [tagged_story(article) for article in repeated_stories(articles, options.build)]
        with tempfile.TemporaryDirectory(prefix="cuttings-index-") as folder:
            print(json.dumps(measure(stories, Path(folder))))
        return 0
    results = []
    for count in sorted(options.stories):
        command = [sys.executable, "-m", "bench.index_scale", "--archive", str(given.root)]
        done = subprocess.run(
            [*command, "--build", str(count)], check=True, cwd=ROOT, stdout=subprocess.PIPE
        )
        results.append(json.loads(done.stdout))
        print(json.dumps({"measure": "index size", **results[-1]}), flush=True)
    figures = ("processor_seconds", "bytes", "bytes_before_any_word_gzipped")
    grown = {figure: exponent(results[0], results[-1], figure) for figure in figures}
    print(json.dumps({"measure": "index growth", "exponents": grown}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
