"""What a build has done so far and how long it took, for a person who waits."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

TIMINGS_SETTING = "CUTTINGS_TIMINGS"
"""Pelican setting: whether the stages of small archives are shown, too; by default they are not."""

MANY = 1_000
"""Items from which on a stage is shown: with fewer, nobody waits for it."""


@dataclass(slots=True)
class Stage:
    """A stage of a build while it is at work.

    Attributes:
        count: How many items it has worked through.
    """

    count: int = 0


@contextmanager
def build_stage(settings: Mapping[str, Any], done: str, items: str) -> Iterator[Stage]:
    """Print one line when a stage ends: what it did, how long it took and how many items a second.

    Args:
        settings: Pelican's settings.
        done: What was done ("Read").
        items: With what ("articles").

    Yields:
        The stage; its caller sets how many items there were.
    """
    stage, start = Stage(), time.perf_counter()
    yield stage
    seconds = time.perf_counter() - start
    if stage.count >= MANY or settings.get(TIMINGS_SETTING):
        print(stage_line(done, stage.count, items, seconds), flush=True)


def stage_line(done: str, count: int, items: str, seconds: float) -> str:
    """Return the line of a stage: "Read 13,186 articles in 4.1 s, 3,216 a second."."""
    rate = f", {count / seconds:,.0f} a second" if seconds and count else ""
    return f"{done} {count:,} {items} in {seconds:,.1f} s{rate}."
