"""A progress bar, where a person can see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")

FEW = 5
"""Up to so many items no bar is shown."""


def tracked(items: Iterable[Item], total: int, action: str) -> Iterator[Item]:
    """Yield ``items`` with a progress bar on standard error.

    No bar is shown for a few items, or where standard error is not a terminal.

    Args:
        items: What is worked through.
        total: How many they are.
        action: What is done with them, shown before the bar.
    """
    console = Console(stderr=True)
    if total <= FEW or not console.is_terminal:
        yield from items
        return
    yield from track(items, description=action, total=total, console=console, transient=True)
