"""How well versions are told from reports of other events in the same form of words.

``python -m tests.quality.version_judgements`` prints the table. The pairs of
``version_judgements.csv`` were judged by a person who knew neither what is found nor how: 170 drawn
by chance from those stories of the newswire that are worded alike, and the 30 of the saved pages
that share most. ``same`` is one event, reported again, updated or corrected; ``other`` is another
day, another bond, another bank. A third of the pairs, by a digest of their names, was judged after
the rule was made; its failures are not looked at.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.reuters import reuters_stories
from tests.quality.score import Score
from tests.stories import tagged_article

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.alike_pair import alike_pairs
from cuttings.versions.shingle_set import ShingleSet
from cuttings.versions.version_cluster import version_pairs

_ROOT = Path(__file__).resolve().parents[2]
_JUDGEMENTS = Path(__file__).with_suffix(".csv")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of two stories.

    Attributes:
        one: The earlier story: its number in the newswire, or the name of its page.
        other: The later story.
        is_same: Whether both report the same event.
    """

    one: str
    other: str
    is_same: bool

    @property
    def is_unseen(self) -> bool:
        """Whether it is of the third whose failures are not looked at."""
        digest = hashlib.sha256(f"{self.one}-{self.other}".encode()).hexdigest()
        return int(digest, 16) % 3 == 0


def judgements() -> list[Judgement]:
    """Return every judgement."""
    with _JUDGEMENTS.open(encoding="utf-8") as lines:
        return [
            Judgement(row["one"], row["other"], row["event"] == "same")
            for row in csv.DictReader(lines)
        ]


def judged_stories(corpora: Path) -> dict[str, TaggedArticle]:
    """Return the stories of the newswire and of the saved pages by name."""
    newswire = {
        str(story.number): tagged_article(text=story.text, title=story.title, date=story.day)
        for story in reuters_stories(corpora)
    }
    return newswire | dict(_pages(corpora))


def _pages(corpora: Path) -> Iterator[tuple[str, TaggedArticle]]:
    pages = json.loads((corpora / "article-pages" / "expected.json").read_text("utf-8"))
    for name, expected in pages.items():
        if text := expected.get("body"):
            yield name, tagged_article(text=text, title=expected.get("title") or "")


def judged_score(judged: Sequence[Judgement], stories: Mapping[str, TaggedArticle]) -> Score:
    """Compare the pairs of stories that are found with those judged to be of one event."""
    found = {one for one in judged if _are_versions(stories[one.one], stories[one.other])}
    same = {one for one in judged if one.is_same}
    return Score(right=len(found & same), found=len(found), expected=len(same))


def _are_versions(one: TaggedArticle, other: TaggedArticle) -> bool:
    texts = [ShingleSet.of(f"{story.article.title}\n{story.text}") for story in (one, other)]
    return any(version_pairs((one, other), alike_pairs(texts)))


def main() -> int:
    """Print the table for the measuring corpora."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    corpora = shared / "corpora"
    if not (corpora / "reuters-21578").is_dir():
        print(f"{corpora} is missing: it holds the stories to measure", file=sys.stderr)
        return 1
    stories = judged_stories(corpora)
    table = Table("judged pairs", "pairs", "one event", "precision", "recall", "wrong", "missed")
    for name, is_unseen in (("unseen", True), ("looked at", False)):
        judged = [one for one in judgements() if one.is_unseen is is_unseen]
        row = judged_score(judged, stories)
        table.add_row(
            name,
            str(len(judged)),
            str(row.expected),
            f"{row.precision:.3f}",
            f"{row.recall:.3f}",
            str(row.found - row.right),
            str(row.expected - row.right),
        )
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
