"""Measures the entities stage on the corpora: ``python -m tests.quality.entity_measures``."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.known_spans import known_spans
from tests.quality.people_measure import measure_people
from tests.quality.reuters import reuters_sample
from tests.quality.score import Score

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.found_names import find_names
from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.recognizer import Recognizer
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger, Tagging

_ROOT = Path(__file__).resolve().parents[2]

_KINDS = {
    "person": EntityKind.PERSON,
    "politician": EntityKind.PERSON,
    "organisation": EntityKind.ORGANIZATION,
    "politicalparty": EntityKind.ORGANIZATION,
}
_PLACES = {
    "usa": "United States",
    "uk": "United Kingdom",
    "ussr": "Soviet Union",
    "uae": "United Arab Emirates",
    "yemen-arab-republic": "Yemen",
    "yemen-demo-republic": "Yemen",
    "kampuchea": "Cambodia",
    "trinidad-tobago": "Trinidad and Tobago",
    "us-virgin-islands": "United States Virgin Islands",
    "congo": "Republic of the Congo",
    "papua-new-guinea": "Papua New Guinea",
}


@functools.cache
def sample_taggings(corpora: Path) -> tuple[Tagging, ...]:
    """Return the tags of the Reuters sample, the datelines not given; a process makes them once."""
    sample = (Story(title=story.title, text=story.text) for story in reuters_sample(corpora))
    return tuple(Tagger(known_spans()).tag_all(sample))


def country_scores(corpora: Path) -> Mapping[str, Score]:
    """Measure the countries a story is about on the Reuters sample, with and without dateline.

    One story in 23 has no place at all, whatever it is about; "placed" leaves these out.
    """
    stories = list(reuters_sample(corpora))
    scores: dict[str, Score] = {}
    with_dateline = Tagger(known_spans()).tag_all(
        Story(title=story.title, text=story.text, dateline=story.dateline) for story in stories
    )
    for name, taggings in (
        ("without dateline", sample_taggings(corpora)),
        ("with dateline", with_dateline),
    ):
        pairs: list[tuple[set[object], set[object]]] = [
            (
                {as_labelled(c.heading) for c in tagging.countries if c.role is Role.ABOUT},
                {place_heading(place) for place in story.places},
            )
            for story, tagging in zip(stories, taggings, strict=True)
        ]
        scores[f"countries about, {name}"] = Score.of(pairs)
        scores[f"countries about, {name}, placed"] = Score.of(pair for pair in pairs if pair[1])
    return scores


def span_scores(corpora: Path, model: Model = Model.MEDIUM) -> Mapping[str, Score]:
    """Measure the spans of people and organizations on CrossNER politics dev."""
    sentences = list(_crossner(corpora / "crossner-politics" / "dev.txt"))
    texts = [text for text, _ in sentences]
    found = [
        find_names(text, spans)[0]
        for text, spans in zip(texts, Recognizer(model).recognize(texts), strict=True)
    ]
    light = ", light model" if model is Model.LIGHT else ""
    return {
        f"{kind.value} spans{light}": Score.of(
            (
                {(name.start, name.end) for name in names if name.kind is kind},
                {(start, end) for its_kind, start, end in expected if its_kind is kind},
            )
            for names, (_, expected) in zip(found, sentences, strict=True)
        )
        for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
    }


def place_heading(place: str) -> str:
    known = {"-".join(h.lower().split()): h for h in country_names().codes}
    return _PLACES.get(place) or known.get(place, place)


def as_labelled(heading: str) -> str:
    """Return the heading as the labels of 1987 know the country."""
    former = {"Germany": "West Germany", "Russia": "Soviet Union", "Myanmar": "Burma"}
    return {**former, "Serbia": "Yugoslavia"}.get(heading, heading)


def _crossner(path: Path) -> Iterator[tuple[str, set[tuple[EntityKind, int, int]]]]:
    """Yield each sentence, its tokens joined by spaces, and its expected spans."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines()]
        text = " ".join(row[0] for row in rows)
        expected: list[tuple[EntityKind, int, int]] = []
        position = 0
        inside = False
        for token, label in rows:
            kind = _KINDS.get(label[2:])
            end = position + len(token)
            if kind and label.startswith("I-") and inside:
                expected[-1] = (kind, expected[-1][1], end)
            elif kind:
                expected.append((kind, position, end))
            inside = kind is not None
            position = end + 1
        yield text, {_without_article(text, span) for span in expected}


def _without_article(text: str, span: tuple[EntityKind, int, int]) -> tuple[EntityKind, int, int]:
    """Leave a leading "the" and a trailing "'s" out of an expected span."""
    kind, start, end = span
    if text[start:end].lower().startswith("the "):
        start += len("the ")
    return kind, start, end - len(" 's") if text[start:end].endswith(" 's") else end


def print_table(corpora: Path) -> None:
    """Print precision, recall and F1 of every measure."""
    table = Table("measure", "precision", "recall", "F1", "expected")
    spans = {name: score for model in Model for name, score in span_scores(corpora, model).items()}
    people = measure_people(corpora)
    listed = {f"listed people ({people.names_per_story:.2f} names a story)": people.score}
    for name, score in {**spans, **listed, **country_scores(corpora)}.items():
        figures = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *figures, str(score.expected))
    Console(width=100).print(table)


def main() -> int:
    """Print the table of the measuring corpora."""
    corpora = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared")) / "corpora"
    if not corpora.is_dir():
        print(f"{corpora} is missing: it holds the stories to measure", file=sys.stderr)
        return 1
    print_table(corpora)
    return 0


if __name__ == "__main__":
    sys.exit(main())
