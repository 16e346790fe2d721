"""Each regular expression of the package over hostile texts: a line for each that is not linear.

``python -m tests.linear.expressions LENGTH [NAME…]`` looks at those whose names begin so, or at
all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice

from tests.linear.hostile_text import HostileText, hostile_texts
from tests.linear.pattern_use import PatternUse, pattern_uses
from tests.linear.processor_time import TRIES, seconds, superlinear

import cuttings
from cuttings.entities.names import person_evidence, whole_organization
from cuttings.entities.words import word_context
from cuttings.ingest.text import byline
from cuttings.ingest.web import page_publication

BOUNDED = {
    "cuttings.entities.names.person_evidence._AFTER_POST": person_evidence._WINDOW,
    "cuttings.entities.names.whole_organization._JOINED_BEFORE": whole_organization._WINDOW,
    "cuttings.entities.names.whole_organization._LISTED_BEFORE": whole_organization._WINDOW,
    "cuttings.entities.words.word_context._BEFORE": word_context._WINDOW,
    "cuttings.ingest.text.byline._AFFILIATION": byline._LONGEST_LOOKED_AT,
    "cuttings.ingest.text.byline._CONTACT": byline._LONGEST_LOOKED_AT,
    "cuttings.ingest.text.byline._ROLE_BEHIND": byline._LONGEST_LOOKED_AT,
    "cuttings.ingest.text.byline._TIME": byline._LONGEST_LOOKED_AT,
    "cuttings.ingest.web.page_publication._NOTICE": page_publication._LONGEST_NOTICE,
}
"""Expressions that are not linear, or barely, with the most characters that they are given."""

_FLOOR = 0.0025
"""Seconds that a text of 1,500 characters may take: far more than a linear expression needs."""

_MOST = 0.5
"""Seconds after which an expression is stopped: two hundred times what the shortest text may take.
"""

_GROUP = 16
"""Texts that are tried together first: each takes less time than all of them."""

_MOST_IF_BOUNDED = 0.05
"""Seconds that one of them may take for so many."""


def finding(use: PatternUse, length: int) -> str:
    """Return the first text that takes more than linear time, with its seconds, or "".

    Args:
        use: An expression and how it is used.
        length: Characters of the texts that are tried first.
    """
    pattern = use.pattern.pattern
    written = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    texts = hostile_texts(written, use.pattern.flags)
    while group := list(islice(texts, _GROUP)):
        for text in _that_take_time(use, group, length):
            if growth := _growth(use, text, length):
                return f"{use.name} ({use.method}): {text}: {growth}"
    return ""


def _that_take_time(
    use: PatternUse, group: Sequence[HostileText], length: int
) -> Sequence[HostileText]:
    """Return texts that may take too long each: none of them if all together do not."""
    bound = BOUNDED.get(use.name)
    tried = [text.of_length(bound or length)[:bound] for text in group]
    together = seconds(use.run_each, tried, _MOST)
    return group if together >= (_MOST_IF_BOUNDED if bound else _FLOOR) else ()


def _growth(use: PatternUse, text: HostileText, length: int) -> str:
    """Return the seconds that a text takes if they are too many, else ""."""
    if (bound := BOUNDED.get(use.name)) is not None:
        return _too_long(use, text.of_length(bound)[:bound])
    return superlinear(use.run, text.of_length, length, _FLOOR, _MOST)


def _too_long(use: PatternUse, text: str) -> str:
    """Return the seconds that a text takes if they are too many each time, else ""."""
    for _ in range(TRIES):
        taken = seconds(use.run, text)
        if taken <= _MOST_IF_BOUNDED:
            return ""
    return f"{taken:.3f} s"


def main(length: int, names: Sequence[str]) -> None:
    """Print what is found; the last line says how many expressions were looked at."""
    uses = list(pattern_uses(cuttings))
    for name in sorted(BOUNDED.keys() - {use.name for use in uses}):
        print(f"{name} has a bound and is gone", flush=True)
    chosen = [use for use in uses if use.name.startswith(tuple(names or [""]))]
    for use in chosen:
        if found := finding(use, length):
            print(found, flush=True)
    print(f"{len(chosen)} expressions")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
