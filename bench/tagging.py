"""How fast stories are tagged: `python -m bench.tagging`.

Prints one JSON object a line: words a second on one core, from the text to tags with
their sentences and of recognition alone, on a fixed sample of the newswire corpus;
then how many times as long tagging an archive takes with the step over all its stories,
and by the clock `cuttings tag` on a whole archive with several processes, and once
more after an edit of its authority records.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.reuters_articles import newswire_corpus, reuters_articles, write_archive
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import plain_text
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.recognizer import Recognizer
from cuttings.entities.tagging.archive_step import follow_archive
from cuttings.entities.tagging.archive_tagging import tag_archive
from cuttings.entities.tagging.kept_names import KeptNames
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger

ROOT = Path(__file__).resolve().parent.parent
STORIES = 13_186
STEP = 13
"""Every thirteenth story makes the sample."""
FEWEST_WORDS = 6_000
"""Words a second that one core is to tag at least."""
MOST_SECONDS = 360
"""Most that the whole archive may take."""


def sample(corpus: Path) -> list[Story]:
    """Return every thirteenth story of the corpus."""
    articles = itertools.islice(reuters_articles(corpus), 0, None, STEP)
    return [
        Story(title=article.title, text=plain_text(article.body), language=article.language)
        for article in articles
    ]


def measure_core(stories: list[Story], model: Model) -> dict[str, float]:
    """Tag the stories in this process; seconds are those of the processor."""
    words = sum(len(f"{story.title} {story.text}".split()) for story in stories)
    recognizer = Recognizer(model)
    tagger = Tagger(recognizer)
    list(tagger.tag_all(stories[:STEP]))
    start = time.process_time()
    list(tagger.tag_all(stories))
    tagged = time.process_time() - start
    start = time.process_time()
    list(recognizer.recognize(f"{story.title}\n\n{story.text}" for story in stories))
    recognized = time.process_time() - start
    return {
        "stories": len(stories),
        "words": words,
        "words_per_second": round(words / tagged),
        "recognition_words_per_second": round(words / recognized),
        "peak_megabytes": _peak(resource.RUSAGE_SELF),
    }


def measure_step(corpus: Path, stories: int, model: Model) -> dict[str, float]:
    """Tag an archive in this process, and take the step over all its stories once more.

    Seconds are those of the processor. The step reads every story, decides anew and brings those up
    to date that its decisions concern, as the first tagging did.
    """
    folder = ContentFolder(Path(tempfile.mkdtemp(prefix="cuttings-tagging-")))
    try:
        count = write_archive(corpus, folder, stories, tagged=False)
        start = time.process_time()
        tag_archive(folder, Authorities.read(folder.authorities), model=model, processes=1)
        tagged = time.process_time() - start
        shutil.rmtree(folder.authorities)
        folder.names_cache.unlink()
        start = time.process_time()
        paths = list(folder.article_paths())
        follow_archive(
            folder, paths, {}, KeptNames(folder), Authorities.read(folder.authorities), 1
        )
        step = time.process_time() - start
        ratio = round(tagged / (tagged - step), 3)
        return {
            "stories": count,
            "tagging": round(tagged, 1),
            "step": round(step, 1),
            "times": ratio,
        }
    finally:
        shutil.rmtree(folder.root)


def measure_archive(corpus: Path, stories: int, model: Model) -> list[dict[str, float | str]]:
    """Tag an archive of the first stories, start of all processes included, and tag it again.

    In between the person whom most stories name gets another heading.
    """
    folder = ContentFolder(Path(tempfile.mkdtemp(prefix="cuttings-tagging-")))
    try:
        count = write_archive(corpus, folder, stories, tagged=False)
        seconds, changed = _run(folder, model)
        whole = {
            "stories": count,
            "changed": changed,
            "processors": os.cpu_count() or 1,
            "seconds": seconds,
            "processor_seconds": _processor_seconds(),
            "peak_megabytes_of_a_process": _peak(resource.RUSAGE_CHILDREN),
        }
        people = Counter(
            name for path in folder.article_paths() for name in read_article(path).people or ()
        )
        ((name, _),) = people.most_common(1)
        folder.authorities.mkdir(exist_ok=True)
        records = folder.authorities / "people.csv"
        records.write_text(f'heading,see-from\n"{name} (renamed)","{name}"\n', encoding="utf-8")
        seconds, changed = _run(folder, model)
        again = {"stories": count, "changed": changed, "seconds": seconds}
        return [
            {"measure": "tagging an archive", **whole},
            {"measure": "tagging it again after an edit of the records", **again},
        ]
    finally:
        shutil.rmtree(folder.root)


def _run(folder: ContentFolder, model: Model) -> tuple[float, int]:
    """Tag an archive by the command; return the seconds it took and how many files it changed."""
    command = [sys.executable, "-m", "cuttings.cli", "tag", "--content", str(folder.root)]
    start = time.perf_counter()
    run = subprocess.run(
        [*command, "--model", model], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    return round(time.perf_counter() - start, 1), len(run.stdout.splitlines())


def _processor_seconds() -> int:
    """Return what all processes started so far took together, whatever else the machine did."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(used.ru_utime + used.ru_stime)


def _peak(who: int) -> int:
    return round(resource.getrusage(who).ru_maxrss / 1_000)


def main() -> int:
    """Measure from the command line; the exit status is 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=STORIES, help="size of the archive")
    parser.add_argument("--model", type=Model, choices=tuple(Model), default=Model.MEDIUM)
    options = parser.parse_args()
    corpus = newswire_corpus()
    core = measure_core(sample(corpus), options.model)
    print(json.dumps({"measure": "tagging, one core", "model": options.model, **core}), flush=True)
    step = measure_step(corpus, options.stories, options.model)
    print(json.dumps({"measure": "tagging with the step over all stories", **step}), flush=True)
    archive = measure_archive(corpus, options.stories, options.model)
    for row in archive:
        print(json.dumps({"model": options.model, **row}), flush=True)
    slow = core["words_per_second"] < FEWEST_WORDS
    return int(slow or float(archive[0]["seconds"]) > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
