"""How many names in the lists of an archive are right: ``python -m tests.quality.judged_names``.

A person judged the names of a sample as a librarian would: a name that is not a person or an
organization, not whole or not clean is wrong. ``judged_names.csv`` holds the names and nothing
else. Of the newswire they are those whose digest comes first, so that the sample stays the same
when the list grows; of the saved pages they are all. Of the further pages, of which
passages alone are known, organizations were judged when the rules for the others had been made.
Names that were never judged are counted.

A third of the names, by the same digest, is never looked at when rules are made.
"""

from __future__ import annotations

import csv
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.article_pages import article_pages, in_processes, read_by_cuttings
from tests.quality.known_spans import known_spans
from tests.quality.reuters import reuters_stories

from cuttings.entities.entity import EntityKind
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger, Tagging

NEWSWIRE, PAGES, FURTHER_PAGES = "newswire", "pages", "passages"
KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION)
_ROOT = Path(__file__).resolve().parents[2]
_FILE = Path(__file__).with_name("judged_names.csv")
_PARTS = 3


@dataclass(frozen=True, slots=True)
class ListScore:
    """How the names in a list were judged.

    Attributes:
        by_list: Share of the judged names that are right.
        by_stories: The same, each name as often as stories have it.
        judged: How many were judged.
        unjudged: How many of the sample were not.
        found: Share of all names judged right, which another tagger may have found, in the list.
    """

    by_list: float
    by_stories: float
    judged: int
    unjudged: int
    found: float


def judged_names(corpus: str, kind: EntityKind) -> Mapping[str, bool]:
    """Return the names of a corpus that were judged, and whether each is right."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {
            row["name"]: row["right"] == "yes"
            for row in csv.DictReader(lines)
            if (row["corpus"], row["kind"]) == (corpus, kind.value)
        }


def is_unseen(name: str) -> bool:
    """Whether a name is of the third that nobody looks at."""
    return int(_digest(name), 16) % _PARTS == 0


def list_scores(
    corpus: str, kind: EntityKind, listed: Mapping[str, int]
) -> tuple[ListScore, ListScore]:
    """Return the scores of the names looked at and of those not looked at.

    Args:
        corpus: Where they are from.
        kind: What they name.
        listed: The names of the list, and how many stories have each.
    """
    known = judged_names(corpus, kind)
    last = max(map(_digest, known)) if corpus == NEWSWIRE else "g"
    sample = [name for name in listed if _digest(name) <= last]
    return tuple(  # type: ignore[return-value]
        _score(_part(sample, unseen), _part(known, unseen), known, listed)
        for unseen in (False, True)
    )


def _part(names: Iterable[str], unseen: bool) -> list[str]:
    return [name for name in names if is_unseen(name) is unseen]


def listed_names(taggings: Iterable[Tagging]) -> Mapping[EntityKind, Counter[str]]:
    """Return the people and organizations of tagged stories, and how many stories have each."""
    listed: dict[EntityKind, Counter[str]] = {kind: Counter() for kind in KINDS}
    for tagging in taggings:
        for kind in KINDS:
            listed[kind].update(c.heading for c in getattr(tagging, kind.plural))
    return listed


def newswire(corpora: Path) -> list[Story]:
    """Return the stories of the newswire."""
    return [
        Story(title=story.title, text=story.text, language="en")
        for story in reuters_stories(corpora)
    ]


def saved_pages(corpora: Path, part: str) -> list[Story]:
    """Return the stories of saved pages as they are read.

    Args:
        corpora: The folder of the corpora.
        part: ``body`` for the pages of which the whole text is known, else ``passages``.
    """
    pages = [p for p in article_pages(corpora / "article-pages") if p.name.startswith(part)]
    readings = in_processes(read_by_cuttings, pages)
    return [Story(title=read.title, text=read.body) for read in readings if not read.refused]


def _score(
    of: Sequence[str], known_of: Sequence[str], known: Mapping[str, bool], listed: Mapping[str, int]
) -> ListScore:
    all_right = [name for name in known_of if known[name]]
    judged = [name for name in of if name in known]
    right = [name for name in judged if known[name]]
    stories = sum(listed[name] for name in judged)
    return ListScore(
        by_list=len(right) / max(1, len(judged)),
        by_stories=sum(listed[name] for name in right) / max(1, stories),
        judged=len(judged),
        unjudged=len(of) - len(judged),
        found=sum(name in listed for name in all_right) / max(1, len(all_right)),
    )


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def main() -> int:
    """Print the table of all corpora."""
    corpora = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared")) / "corpora"
    if not corpora.is_dir():
        print(f"{corpora} is missing: it holds the stories to measure", file=sys.stderr)
        return 1
    columns = ("names", "by list", "by stories", "judged", "unjudged", "right ones found")
    table = Table("right in the list of", *columns)
    parts = {
        NEWSWIRE: newswire(corpora),
        PAGES: saved_pages(corpora, "body"),
        FURTHER_PAGES: saved_pages(corpora, "passages"),
    }
    for corpus, stories in parts.items():
        for kind, listed in listed_names(Tagger(known_spans()).tag_all(stories)).items():
            for part, score in zip(
                ("looked at", "not looked at"), list_scores(corpus, kind, listed), strict=True
            ):
                figures = (f"{score.by_list:.3f}", f"{score.by_stories:.3f}")
                counts = (str(score.judged), str(score.unjudged), f"{score.found:.3f}")
                table.add_row(f"{corpus}: {kind.plural}", part, *figures, *counts)
    Console(width=120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
