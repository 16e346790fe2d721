"""How the time to find versions grows with the archive: `python -m bench.version_clusters`.

The archive is the newswire repeated with other words (`repeated_stories`), so nearly every story
has versions. Prints one JSON object a line: for each size the processor seconds a story took, then
the ratio of the largest archive's to the smallest's. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import datetime
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.repeated_stories import repeated_stories
from bench.reuters_articles import newswire_corpus, reuters_articles
from bench.tagged_stories import tagged_story
from cuttings.versions.version_cluster import compare_stories

ROOT = Path(__file__).resolve().parent.parent
SIZES = (25_000, 50_000, 100_000)
LARGEST_RATIO = 1.3
"""Most that a story may take longer in the largest archive than in the smallest."""


def measure(corpus: Path, count: int) -> dict[str, Any]:
    """Find the versions in an archive of ``count`` stories; return what it took."""
    articles = repeated_stories(list(reuters_articles(corpus)), count)
    stories = [tagged_story(article) for article in articles]
    stories.sort(key=lambda story: (story.article.date or datetime.date.max, story.path))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    clusters = compare_stories(stories[::-1]).clusters
    seconds = time.process_time() - start
    return {
        "measure": "finding versions",
        "stories": count,
        "clusters": len(clusters),
        "in_clusters": sum(len(cluster.stories) for cluster in clusters),
        "seconds": round(seconds, 1),
        "milliseconds_per_story": round(1_000 * seconds / count, 3),
        "megabytes_more": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1_024,
    }


def main() -> int:
    """Measure from the command line; the exit status is 1 if growth exceeds the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=SIZES, help="sizes to measure")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    corpus = newswire_corpus()
    if options.one:
        print(json.dumps(measure(corpus, options.one)))
        return 0
    taken = []
    for size in sorted(options.stories):
        command = [sys.executable, "-m", "bench.version_clusters", "--one", str(size)]
        line = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        print(line.stdout, end="", flush=True)
        taken.append(json.loads(line.stdout)["milliseconds_per_story"])
    ratio = taken[-1] / taken[0]
    print(json.dumps({"measure": "growth of finding versions", "ratio": round(ratio, 3)}))
    return int(ratio > LARGEST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
