"""Measures stories set in capitals: ``python -m tests.quality.capital_stories``.

The same newswire stories are tagged as they are written and with their text in capitals, as old
wire copy is. The rules were made by looking at one half, by a digest of the story; the other half
was not looked at. People are compared as ``people_measure`` does, countries with the places that
humans gave to the story.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.entity_measures import as_labelled, place_heading
from tests.quality.known_spans import known_spans
from tests.quality.people_measure import listed_labels
from tests.quality.reuters import ReutersStory, reuters_stories
from tests.quality.score import Score

from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger

_ROOT = Path(__file__).resolve().parents[2]
STORIES = 150
"""Stories of each kind and half."""

HALVES = ("looked at", "not looked at")
WRITTEN, CAPITALS = "as written", "in capitals"


def capital_scores(corpora: Path, count: int = STORIES) -> dict[tuple[str, str, str], Score]:
    """Return how people and countries compare with the labels, by half, kind and writing.

    Args:
        corpora: The folder of measuring corpora.
        count: Stories of each kind and half.
    """
    stories = sorted(reuters_stories(corpora), key=_digest)
    listed = {label for story in stories for label in story.people}
    scores: dict[tuple[str, str, str], Score] = {}
    for number, half in enumerate(HALVES):
        its = [story for story in stories if _digest(story) % 2 == number]
        with_people = list(islice((s for s in its if s.people), count))
        with_places = list(islice((s for s in its if s.places), count))
        for writing in (WRITTEN, CAPITALS):
            scores[half, "people", writing] = _people(with_people, listed, writing)
            scores[half, "countries", writing] = _countries(with_places, writing)
    return scores


def _people(stories: Sequence[ReutersStory], listed: set[str], writing: str) -> Score:
    taggings = Tagger(known_spans()).tag_all(_story(story, writing) for story in stories)
    return Score.of(
        (
            set(listed_labels([p.heading for p in tagging.people], listed, story.people)),
            set(story.people),
        )
        for story, tagging in zip(stories, taggings, strict=True)
    )


def _countries(stories: Sequence[ReutersStory], writing: str) -> Score:
    taggings = Tagger(known_spans()).tag_all(_story(story, writing) for story in stories)
    return Score.of(
        (
            {as_labelled(country.heading) for country in tagging.countries},
            {place_heading(place) for place in story.places},
        )
        for story, tagging in zip(stories, taggings, strict=True)
    )


def _story(story: ReutersStory, writing: str) -> Story:
    text = story.text.upper() if writing == CAPITALS else story.text
    return Story(title=story.title, text=text, dateline=story.dateline)


def _digest(story: ReutersStory) -> int:
    return int(hashlib.sha256(f"{story.title}\n{story.text}".encode()).hexdigest(), 16)


def main() -> int:
    """Print the table."""
    corpora = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared")) / "corpora"
    table = Table("stories", "kind", "written", "precision", "recall", "F1", "expected")
    for (half, kind, writing), score in capital_scores(corpora).items():
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(half, kind, writing, *figures, str(score.expected))
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
