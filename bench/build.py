"""How fast a site is built: `python -m bench.build`, or `make bench-build`.

The newswire archive, tagged by our tagger, is built from nothing, in turn with Hugo and Pagefind
on the same stories and tags, on two processors and on one. Then the site is built again after one
change of each kind. Prints one JSON object a line: medians, and ratios pair by pair.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.hugo_pagefind import PeerBuild, rebuild_peer, write_peer
from bench.measured_process import Measured, measure
from bench.reuters_articles import newswire_corpus, write_archive
from cuttings.article.content_folder import ContentFolder

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "pelicanconf.py"
KEPT = ROOT / "bench" / "work" / "newswire"
STORIES = 13_186
RUNS = 3
MOST_RATIOS = {2: 1.0, 1: 1.3}
"""Most that a clean build may take over Hugo and Pagefind, by the number of processors."""

_STORY = """\
Title: Prime minister of Italy visits the port of Rotterdam, day {day}
Date: 1987-10-2{day}
Source: Reuters

ROTTERDAM, Oct 20 - Prime Minister Giovanni Goria of Italy said that the Port of Rotterdam would
ship more grain to the European Community next year. He spent day {day} of his visit at the docks.
"""
_RECORD = "heading,see-from\nPresident Reagan {number},Ronald Reagan\n"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an archive: what it is called, and what makes it.

    It is made several times, each time another: ``make`` takes the number of it, from 0.
    """

    name: str
    make: Callable[[ContentFolder, int], None]


def tagged_archive(stories: int) -> ContentFolder:
    """Return the newswire archive as our tagger tags it; it is tagged once and kept."""
    folder = ContentFolder(KEPT.with_name(f"{KEPT.name}-{stories}"))
    done = folder.root / ".tagged"
    if not done.exists():
        shutil.rmtree(folder.root, ignore_errors=True)
        write_archive(newswire_corpus(), folder, stories, tagged=False)
        command = [sys.executable, "-m", "cuttings.cli", "tag", "--content", str(folder.root)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        done.touch()
    return folder


def build(
    content: ContentFolder, site: Path, processors: Sequence[int], cache: Path | None = None
) -> Measured:
    """Build our site of an archive on some processors, with what earlier builds left in a cache."""
    command = [sys.executable, "-m", "pelican", str(content.root), "--output", str(site)]
    settings = ["--settings", str(SETTINGS), "--fatal", "errors"]
    options = ["--extra-settings", "CUTTINGS_INBOX=false"]
    if cache:
        options.append(f"CUTTINGS_CACHE={json.dumps(str(cache))}")
    return measure([*command, *settings, *options], processors)


def build_again(
    content: ContentFolder, site: Path, processors: Sequence[int]
) -> tuple[float, float]:
    """Take in what is in the inbox and bring a site up to date, as `make html` does.

    Returns:
        Seconds by the clock, and those that all of it took of the processors.
    """
    start, before = time.perf_counter(), _processor_seconds()
    add = [sys.executable, "-m", "cuttings.cli", "add", "--inbox", "--content", str(content.root)]
    measure(add, processors)
    look = [sys.executable, "-m", "cuttings.site.build_stamp", str(content.root), str(site)]
    looked = subprocess.run([*look, str(SETTINGS)], check=False, stdout=subprocess.PIPE, text=True)
    if looked.returncode:
        staging = site.with_name("staging")
        build(content, staging, processors, site.with_name(f"{site.name}.cache"))
        swap = [sys.executable, "-m", "cuttings.site.site_folder", str(staging), str(site)]
        measure([*swap, "--inputs", looked.stdout.strip()], processors)
    return time.perf_counter() - start, _processor_seconds() - before


def _processor_seconds() -> float:
    """Return what all processes that this one started and that have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _added(content: ContentFolder, number: int) -> None:
    (content.inbox / "story.txt").write_text(_STORY.format(day=number), encoding="utf-8")


def _edited(content: ContentFolder, number: int) -> None:
    path = next(content.article_paths())
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nLine {number} that a person added.\n", encoding="utf-8")


def _removed(content: ContentFolder, _number: int) -> None:
    next(content.article_paths()).unlink()


def _recorded(content: ContentFolder, number: int) -> None:
    content.authorities.mkdir(exist_ok=True)
    record = _RECORD.format(number=number)
    (content.authorities / "people.csv").write_text(record, encoding="utf-8")


CHANGES = (
    Change("nothing", lambda _content, _number: None),
    Change("one story added", _added),
    Change("one story edited", _edited),
    Change("one story removed", _removed),
    Change("one authority record edited", _recorded),
)


def measure_clean(content: ContentFolder, work: Path, processors: Sequence[int], runs: int) -> bool:
    """Build both sites from nothing in turn, print, and return whether ours kept up."""
    write_peer(content, work / "peer")
    ours: list[Measured] = []
    theirs: list[PeerBuild] = []
    for _ in range(runs):
        shutil.rmtree(work / "site", ignore_errors=True)
        ours.append(build(content, work / "site", processors))
        theirs.append(rebuild_peer(work / "peer", processors))
    ratio = median(o.seconds / t.seconds for o, t in zip(ours, theirs, strict=True))
    memory = median(run.peak_megabytes for run in ours)
    peak = median(max(t.hugo.peak_megabytes, t.pagefind.peak_megabytes) for t in theirs)
    _print(
        "clean build",
        processors=len(processors),
        runs=runs,
        seconds=round(median(run.seconds for run in ours), 1),
        hugo_seconds=round(median(run.hugo.seconds for run in theirs), 1),
        pagefind_seconds=round(median(run.pagefind.seconds for run in theirs), 1),
        ratio=round(ratio, 2),
        processor_seconds=round(median(run.processor_seconds for run in ours), 1),
        peer_processor_seconds=round(median(run.processor_seconds for run in theirs), 1),
        peak_megabytes=round(memory),
        peer_peak_megabytes=round(peak),
        memory_ratio=round(memory / peak, 2),
        **_size(work / "site"),
    )
    return ratio <= MOST_RATIOS.get(len(processors), 1.0)


def measure_changes(
    content: ContentFolder, site: Path, processors: Sequence[int], runs: int
) -> None:
    """Change the archive in each way several times, build again in the same place, and print."""
    build_again(content, site, processors)
    for change in CHANGES:
        taken: list[tuple[float, float]] = []
        for number in range(runs):
            change.make(content, number)
            taken.append(build_again(content, site, processors))
        seconds, processor_seconds = (
            round(median(column), 1) for column in zip(*taken, strict=True)
        )
        _print(
            "build again",
            change=change.name,
            seconds=seconds,
            processor_seconds=processor_seconds,
            runs=runs,
        )


def _size(site: Path) -> dict[str, float]:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {"files": len(sizes), "megabytes": round(sum(sizes) / 1_000_000, 1)}


def _print(what: str, **figures: object) -> None:
    print(json.dumps({"measure": what, **figures}), flush=True)


def main() -> int:
    """Measure from the command line; the exit status is 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="a tagged archive (default: the newswire)")
    parser.add_argument("--stories", type=int, default=STORIES, help="size of the newswire")
    parser.add_argument("--processors", type=int, nargs="+", default=[2, 1], help="how many")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each")
    parser.add_argument("--no-changes", action="store_true", help="only clean builds")
    options = parser.parse_args()
    given = ContentFolder(options.archive) if options.archive else tagged_archive(options.stories)
    available = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="cuttings-build-") as folder:
        work = Path(folder)
        content = ContentFolder(work / "content")
        shutil.copytree(given.articles, content.articles)
        if given.authorities.exists():
            shutil.copytree(given.authorities, content.authorities)
        content.inbox.mkdir()
        kept = [
            measure_clean(content, work, available[:count], options.runs)
            for count in options.processors
        ]
        if not options.no_changes:
            count = max(options.processors)
            measure_changes(content, work / "site", available[:count], options.runs)
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
