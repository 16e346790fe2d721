"""How article pages are scored: their text, and what is said of it.

The measures are those of the public benchmarks that the pages come from. A page with its whole
text is scored by shingles of four words; a page with passages by those of them that are found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIELDS = ("title", "author", "date")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was made of a page.

    Attributes:
        name: The page's name.
        body: Its text, without markup.
        title: Its headline, or "".
        author: Its authors, or "".
        date: Its day as in "2020-01-31", or "".
        refused: Why it was not filed, or "".
    """

    name: str
    body: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How much of what was found is right, and how much of what is right was found.

    Attributes:
        precision: From 0 to 1.
        recall: From 0 to 1.
    """

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How often a field is right.

    Attributes:
        right: Part of the pages on which it is right.
        wrong: Part of the pages on which something else is given.
    """

    right: float
    wrong: float


Expected = Mapping[str, Any]
"""What is known of a page: its "body", or passages "with" and "without", and its fields."""

Pairs = Sequence[tuple[Expected, PageReading]]


def body_accuracy(pairs: Pairs) -> Accuracy:
    """Return the mean precision and recall of the pages whose whole text is known."""
    precisions: list[float] = []
    recalls: list[float] = []
    for expected, reading in pairs:
        if "body" not in expected:
            continue
        found, wanted = shingles(reading.body), shingles(expected["body"])
        common = (found & wanted).total()
        if found:
            precisions.append(common / found.total())
        recalls.append(common / wanted.total())
    return Accuracy(_mean(precisions), _mean(recalls))


def passage_accuracy(pairs: Pairs) -> Accuracy:
    """Return precision and recall over all passages of the pages that have them."""
    found = missed = intruded = 0
    for expected, reading in pairs:
        text = _one_line(reading.body)
        for passage in expected.get("with", ()):
            is_found = _one_line(passage) in text
            found += is_found
            missed += not is_found
        intruded += sum(_one_line(passage) in text for passage in expected.get("without", ()))
    return Accuracy(
        found / (found + intruded) if found else 0.0, found / (found + missed) if found else 0.0
    )


def field_score(pairs: Pairs, field: str) -> FieldScore:
    """Return how often one of ``FIELDS`` is right, on the pages that have it."""
    verdicts = [
        (_is_right(field, expected[field], getattr(reading, field)), getattr(reading, field))
        for expected, reading in pairs
        if expected.get(field)
    ]
    return FieldScore(
        _mean([right for right, _ in verdicts]),
        _mean([bool(answer) and not right for right, answer in verdicts]),
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in a text; one of fewer words is a run of its own."""
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return Counter(tuple(words[i : i + _SHINGLE]) for i in starts if words)


def _is_right(field: str, expected: str | list[str], answer: str) -> bool:
    if field == "date":
        return answer[:10] == str(expected)[:10]
    wanted = expected if isinstance(expected, str) else " ".join(expected)
    words = [re.findall(r"\w+", text.casefold()) for text in (wanted, answer)]
    # A byline may name its authors in any order.
    first, second = map(sorted, words) if field == "author" else words
    return first == second


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _mean(values: Iterable[float]) -> float:
    values = list(values)
    return sum(values) / len(values) if values else 0.0
