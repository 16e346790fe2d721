"""How the time of a build grows with the archive: `python -m bench.site_scale`.

Prints one JSON object a line: for each size and stage the seconds a story took,
then the ratio of the largest archive's to the smallest's. Seconds are those of the
processor, so that other work on the machine does not count. Each size is built in
a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from bench.reuters_articles import newswire_corpus, write_archive
from cuttings.article.content_folder import ContentFolder

ROOT = Path(__file__).resolve().parent.parent
SIZES = (2_000, 13_186)
LARGEST_RATIO = 1.3
"""Most that a story may take longer in the largest archive than in the smallest."""


class TimedPelican(Pelican):  # type: ignore[misc]
    """Pelican that keeps the processor seconds of each generator's steps."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        super().__init__(settings)

    def _get_generator_classes(self) -> list[type]:
        return [self._timed(cls) for cls in super()._get_generator_classes()]

    def _timed(self, cls: type) -> type:
        steps = {
            step: self._timed_step(f"{cls.__name__}.{step}", getattr(cls, step))
            for step in ("__init__", "generate_context", "generate_output")
            if hasattr(cls, step)
        }
        return type(cls.__name__, (cls,), steps)

    def _timed_step(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            start = time.process_time()
            try:
                return step(*args, **kwargs)
            finally:
                self.seconds[name] += time.process_time() - start

        return timed


def build(content: Path, output: Path) -> dict[str, Any]:
    """Build the site of ``content`` once and return what it took."""
    settings = read_settings(
        str(ROOT / "pelicanconf.py"),
        override={"PATH": str(content), "OUTPUT_PATH": str(output)},
    )
    start = time.process_time()
    pelican = TimedPelican(settings)
    pelican.run()
    return {
        "seconds": time.process_time() - start,
        "stages": dict(pelican.seconds),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000,
    }


def measure(corpus: Path, stories: int) -> dict[str, Any]:
    """Build an archive of ``stories`` stories in a process of its own."""
    folder = Path(tempfile.mkdtemp(prefix="cuttings-scale-"))
    try:
        count = write_archive(corpus, ContentFolder(folder / "content"), stories)
        command = [sys.executable, "-m", "bench.site_scale", "--build", str(folder)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        result: dict[str, Any] = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        files = [path for path in (folder / "output").rglob("*") if path.is_file()]
        return {
            "stories": count,
            **result,
            "files": len(files),
            "megabytes": sum(path.stat().st_size for path in files) / 1_000_000,
        }
    finally:
        shutil.rmtree(folder)


def rows(result: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the lines to print for one size: the whole, then each stage of note."""
    stories = result["stories"]
    whole = {
        "measure": "site build",
        "stories": stories,
        "seconds_per_story": round(result["seconds"] / stories, 6),
        "files": result["files"],
        "megabytes": round(result["megabytes"], 1),
        "peak_megabytes": round(result["peak_megabytes"]),
    }
    stages = [
        {
            "measure": "site build stage",
            "stories": stories,
            "stage": stage,
            "seconds_per_story": round(seconds / stories, 6),
        }
        for stage, seconds in sorted(result["stages"].items(), key=lambda item: -item[1])
        if seconds >= result["seconds"] / 100
    ]
    return [whole, *stages]


def main() -> int:
    """Measure from the command line; the exit status is 1 if growth exceeds the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=SIZES, help="sizes to build")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        result = build(options.build / "content", options.build / "output")
        (options.build / "result.json").write_text(json.dumps(result), encoding="utf-8")
        return 0
    corpus = newswire_corpus()
    per_story = []
    for stories in sorted(options.stories):
        result = measure(corpus, stories)
        for row in rows(result):
            print(json.dumps(row), flush=True)
        per_story.append(result["seconds"] / result["stories"])
    ratio = per_story[-1] / per_story[0]
    print(json.dumps({"measure": "site build growth", "ratio": round(ratio, 3)}))
    return int(ratio > LARGEST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
