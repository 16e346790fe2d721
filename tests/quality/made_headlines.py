"""Measures the headlines that are made of leads: ``python -m tests.quality.made_headlines``.

Each lead of the newswire has a headline that an editor wrote. A made one is the better the more
of its words it has, and the fewer others. Words are compared by their first letters, for the
editor writes "RISE" where the lead has "rose" or "rising". The rules were made by reading leads
of one half, by a digest of the lead; the other half was not looked at.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.reuters import reuters_stories
from tests.quality.score import Score

from cuttings.ingest.text.made_headline import HEADLINE_LENGTH, made_headline

_ROOT = Path(__file__).resolve().parents[2]
_TICKER = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[a-z]{3,}")
_COMPARED = 5
"""Letters of a word that are compared."""


def headline_scores(corpora: Path) -> dict[str, Score]:
    """Return how the words of made headlines compare with those of editors, by half.

    Leads that are short enough to be headlines as they are do not count.
    """
    pairs: dict[str, list[tuple[set[object], set[object]]]] = {"looked at": [], "not looked at": []}
    for story in reuters_stories(corpora):
        lead = story.text.partition("\n\n")[0]
        expected = _words(story.title)
        if len(lead) > HEADLINE_LENGTH + 1 and lead[0].isalnum() and expected:
            digest = int(hashlib.sha256(lead.encode()).hexdigest(), 16)
            half = "not looked at" if digest % 2 else "looked at"
            pairs[half].append((_words(made_headline(lead)), expected))
    return {half: Score.of(of_half) for half, of_half in pairs.items()}


def _words(headline: str) -> set[object]:
    plain = _TICKER.sub("", headline).lower()
    return {word[:_COMPARED] for word in _WORD.findall(plain)}


def main() -> int:
    """Print the table."""
    corpora = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared")) / "corpora"
    table = Table("made headlines", "precision", "recall", "F1", "words")
    for half, score in headline_scores(corpora).items():
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(half, *figures, str(score.expected))
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
