"""How long the search index takes after one change: `python -m bench.index_update`.

The newswire archive, tagged by our tagger, is indexed from nothing; then one story of it is added
as the newest, added among the others, edited and removed, each time with what the last build kept.
Prints one JSON object a line: medians of seconds by the clock and of the processor, and how many of
the files were written anew.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench.build import RUNS, STORIES, tagged_archive
from bench.tagged_stories import archive_stories
from cuttings.article.content_folder import ContentFolder
from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.index_builder import build_index
from cuttings.search_index.plugin import FOLDER
from cuttings.versions.version_cluster import VersionCluster, compare_stories

NEWEST = datetime.date(2000, 1, 1)
"""A day after those of all stories."""


class TimedIndex:
    """A site that holds nothing but an index, and what its builds took.

    Args:
        folder: Where it is built.
    """

    def __init__(self, folder: Path) -> None:
        self._site = folder / "site"
        self._cache = BuildCache(folder / "site.cache", "bench")
        self.taken: dict[str, list[tuple[float, float, int]]] = {}

    def build(
        self, name: str, stories: Sequence[TaggedArticle], clusters: Sequence[VersionCluster]
    ) -> None:
        """Build it again under the name of a change."""
        staging = self._site.with_name("staging")
        clock, processor = time.perf_counter(), time.process_time()
        build_index(stories, staging / FOLDER, clusters, 1, cache=self._cache)
        seconds = time.perf_counter() - clock, time.process_time() - processor
        scripts = staging.rglob("*.js")
        written = sum(path.stat().st_nlink == 1 for path in scripts)
        self.taken.setdefault(name, []).append((*seconds, written))
        shutil.rmtree(self._site, ignore_errors=True)
        staging.rename(self._site)


def measure(index: TimedIndex, stories: list[TaggedArticle], runs: int) -> None:
    """Index an archive, and again after each change."""
    clusters = compare_stories(stories, print).clusters
    index.build("clean", stories, clusters)
    half = len(stories) // 2
    for run in range(runs):
        story = stories[run]
        slug = f"{story.article.slug}-added"
        newest = replace(story, article=replace(story.article, slug=slug, date=NEWEST))
        edited = replace(stories[half], text=f"{stories[half].text} An edit by run {run}.")
        among = replace(story, article=replace(edited.article, slug=slug))
        index.build("one story added", [newest, *stories], clusters)
        index.build("one story removed", stories, clusters)
        index.build("one story added among the others", [*stories, among], clusters)
        index.build("one story removed among the others", stories, clusters)
        index.build("one story edited", [*stories[:half], edited, *stories[half + 1 :]], ())
        index.build("one edit undone", stories, clusters)
        index.build("nothing", stories, clusters)


def main() -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a tagged archive (default: the newswire)")
    parser.add_argument("--stories", type=int, default=STORIES, help="size of the newswire")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each")
    options = parser.parse_args()
    given = ContentFolder(options.archive) if options.archive else tagged_archive(options.stories)
    stories = archive_stories(given)
    with tempfile.TemporaryDirectory(prefix="cuttings-index-") as folder:
        index = TimedIndex(Path(folder))
        measure(index, stories, options.runs)
    for name, taken in index.taken.items():
        clock, processor, written = (median(figures) for figures in zip(*taken, strict=True))
        figures = {"seconds": round(clock, 2), "processor_seconds": round(processor, 2)}
        print(json.dumps({"measure": "index", "change": name, **figures, "written": written}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
