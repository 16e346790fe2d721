"""One search over an archive that is cut by years: `python -m bench.several_sites`.

The newswire archive, tagged by our tagger, is cut to short stories and repeated with other words
until each of several sites has its share of the stories, each of another year. The index of each
is built in a process of its own. Then queries are asked in the newest site, in Node and with the
browser's code. Prints one JSON object a line: for each site what ``index_scale`` says of an index;
for searches of all sites, of all with a date that leaves out all but one, and of one site alone,
the medians of what they load until ten stories stand, in files and in bytes with gzip, and of the
processor's seconds; and what all filters then load.
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bench.build import ROOT, STORIES, tagged_archive
from bench.index_scale import measure
from bench.queries import draw_queries
from bench.repeated_stories import repeated_stories
from bench.tagged_stories import tagged_story
from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.other_sites import OtherSite

NEWEST = 1987
"""Year of the newest site, as of the newswire."""

WORDS = 60
"""Of a story's text at most, so that a million can be indexed in minutes."""

QUERIES = 12
SCRIPT = ROOT / "theme" / "tests" / "search" / "asked_files.ts"


def of_year(articles: Sequence[Article], count: int, year: int) -> Iterator[Article]:
    """Yield so many stories of one year, with words that those of other years do not have."""
    first = (NEWEST - year) * count
    for article in repeated_stories(articles, count, first=first):
        date = article.date and article.date.replace(year=year)
        yield dataclasses.replace(article, date=date)


def build_site(archive: ContentFolder, count: int, year: int, years: Sequence[int]) -> None:
    """Build the index of one year into a folder of its name in the current one, and print it."""
    stories = [tagged_story(article) for article in of_year(_short(archive), count, year)]
    others = [OtherSite(str(other), f"../{other}/") for other in years if other != year]
    _print("site", {"year": year, **measure(stories, Path(str(year), "search"), others)})


def _short(archive: ContentFolder) -> list[Article]:
    """Return the articles of an archive, each cut short."""
    articles = map(read_article, archive.article_paths())
    return [
        dataclasses.replace(article, body=" ".join(article.body.split()[:WORDS]))
        for article in articles
    ]


def searched(site: Path, queries: Sequence[str], ending: str = "") -> dict[str, Any]:
    """Return the medians of what searches of a site load and take."""
    node = Path(sys.executable).with_name("node")
    asked = json.dumps([query + ending for query in queries])
    command = [str(node), "--no-warnings", str(SCRIPT), str(site), asked]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    visits = json.loads(done.stdout)
    loaded = [[site / path for path in visit["results"]] for visit in visits]
    filters = [[site / path for path in visit["filters"]] for visit in visits]
    return {
        "requests": statistics.median(map(len, loaded)),
        "kilobytes_gzipped": statistics.median(map(_kilobytes, loaded)),
        "most_kilobytes_gzipped": max(map(_kilobytes, loaded)),
        "processor_seconds": statistics.median(visit["seconds"] for visit in visits),
        "filters_kilobytes_gzipped": statistics.median(map(_kilobytes, filters)),
    }


def _kilobytes(paths: Sequence[Path]) -> int:
    return round(sum(len(gzip.compress(path.read_bytes())) for path in paths) / 1_000)


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a tagged archive (default: the newswire)")
    parser.add_argument("--stories", type=int, default=1_000_000, help="of all sites together")
    parser.add_argument("--sites", type=int, default=10)
    parser.add_argument("--at-once", type=int, default=1, help="how many to build at a time")
    parser.add_argument("--folder", type=Path, help="keep the indexes, and use those it has")
    parser.add_argument("--year", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    given = ContentFolder(options.archive or tagged_archive(STORIES).root)
    share = options.stories // options.sites
    years = range(NEWEST, NEWEST - options.sites, -1)
    if options.year:
        build_site(given, share, options.year, years)
        return
    with tempfile.TemporaryDirectory(prefix="cuttings-sites-") as temporary:
        folder = options.folder or Path(temporary)
        command = [sys.executable, "-m", "bench.several_sites", "--archive", str(given.root)]
        command += ["--stories", str(options.stories), "--sites", str(options.sites)]
        missing = [year for year in years if not (folder / f"{year}/search/manifest.js").exists()]
        with ThreadPoolExecutor(options.at_once) as threads:
            builds = [[*command, "--year", str(year)] for year in missing]
            for done in threads.map(partial(_run, folder), builds):
                print(done, end="", flush=True)
        queries = draw_queries(_short(given), QUERIES)
        newest = folder / str(NEWEST)
        _print("all sites", searched(newest, queries))
        _print("all sites, one year", searched(newest, queries, f" after:{NEWEST}"))
        alone = folder / "alone" / str(NEWEST)
        alone.parent.mkdir(exist_ok=True)
        if not alone.exists():
            alone.symlink_to(newest.resolve())
        _print("one site", searched(alone, queries))


def _run(folder: Path, command: Sequence[str]) -> str:
    done = subprocess.run(command, check=True, cwd=folder, stdout=subprocess.PIPE, text=True)
    return done.stdout


def _print(measured: str, figures: dict[str, Any]) -> None:
    print(json.dumps({"measure": measured, **figures}), flush=True)


if __name__ == "__main__":
    main()
