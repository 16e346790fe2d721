"""Measures the tagger on the gold set: ``python -m tests.quality.gold_set``.

Two thirds of each theme are for working on the rules; with ``failures`` every wrong passage
of these is printed. The other third is held out: its figures are printed, its failures never,
so that it tells how the rules do on prose that nobody fitted them to.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from tests.quality.gold_passage import GOLD, Passage, read_passages
from tests.quality.score import Score
from tests.quality.tag_error import ErrorKind, TagError, candidates, tag_errors

from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import Tagger, Tagging

PARTS = ("development", "held-out")


@dataclass(frozen=True, slots=True)
class Result:
    """One passage with what the tagger made of it."""

    passage: Passage
    tagging: Tagging
    errors: tuple[TagError, ...]


def results(part: str) -> tuple[Result, ...]:
    """Tag the passages of one of the ``PARTS``."""
    passages = read_passages(GOLD / part)
    taggings = Tagger().tag_all(Story(title=p.title, text=p.text) for p in passages)
    return tuple(
        Result(passage, tagging, tag_errors(passage, tagging))
        for passage, tagging in zip(passages, taggings, strict=True)
    )


def scores(tagged: Sequence[Result]) -> dict[str, Score]:
    """Return how found and expected headings compare, of each kind and of countries about."""
    measured = {
        kind.plural: Score.of(
            (_found(result, kind), set(result.passage.expected[kind])) for result in tagged
        )
        for kind in EntityKind
    }
    measured["countries about"] = Score.of(
        (
            {c.heading for c in result.tagging.countries if c.role is Role.ABOUT},
            set(result.passage.about),
        )
        for result in tagged
    )
    return measured


def _found(result: Result, kind: EntityKind) -> set[object]:
    headings = {candidate.heading for candidate in candidates(result.tagging, kind)}
    return set(headings - result.passage.optional)


def print_tables(parts: dict[str, tuple[Result, ...]]) -> None:
    """Print the figures of each part, and its errors by kind and, if not held out, by theme."""
    console = Console(width=130)
    figures = Table("gold set", "kind", "precision", "recall", "F1", "expected", "right")
    for part, tagged in parts.items():
        right = f"{sum(not result.errors for result in tagged)}/{len(tagged)}"
        for name, score in scores(tagged).items():
            values = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
            figures.add_row(part, name, *values, str(score.expected), right)
            part = right = ""
        figures.add_section()
    console.print(figures)
    errors = Table("theme", "right", *(kind.value for kind in ErrorKind))
    errors.columns[0].no_wrap = True
    development = parts[PARTS[0]]
    for theme in dict.fromkeys(result.passage.theme for result in development):
        _add_errors(errors, theme, [r for r in development if r.passage.theme == theme])
    errors.add_section()
    for part, tagged in parts.items():
        _add_errors(errors, part, tagged)
    console.print(errors)


def _add_errors(table: Table, label: str, tagged: Sequence[Result]) -> None:
    counts = Counter(error.kind for result in tagged for error in result.errors)
    right = sum(not result.errors for result in tagged)
    cells = (str(counts[kind] or "") for kind in ErrorKind)
    table.add_row(label, f"{right}/{len(tagged)}", *cells)


def failure_text(result: Result) -> str:
    """Return a wrong passage with its errors, what was tagged by which rule, and what was not."""
    passage = result.passage
    lines = [f"{passage.theme}: {passage.name}", *filter(None, [passage.title, passage.text])]
    lines += (
        f"  {error.kind.value} {error.entity_kind.value}: expected {error.expected or 'none'}, "
        f"got {error.got or 'none'}"
        for error in result.errors
    )
    lines += (
        f"  tagged {kind.value} {c.heading}, {c.role.value}, "
        + "; ".join(f"by {use.rule} from {use.form}" for use in c.uses)
        for kind in EntityKind
        for c in candidates(result.tagging, kind)
    )
    lines += (
        f"  rejected {rejected.kind.value} {rejected.form}: {rejected.reason}"
        for rejected in result.tagging.rejected
    )
    return "\n".join(lines)


def failures(tagged: Iterable[Result]) -> str:
    """Return the wrong passages, an empty line between them."""
    return "\n\n".join(failure_text(result) for result in tagged if result.errors)


def main(arguments: Sequence[str] = ()) -> int:
    """Print the tables, and with ``failures`` the wrong passages that are not held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=["tables", "failures"], default="tables")
    if parser.parse_args(list(arguments)).what == "failures":
        print(failures(results(PARTS[0])))
    else:
        print_tables({part: results(part) for part in PARTS})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
