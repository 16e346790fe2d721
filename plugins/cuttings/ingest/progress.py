"""A progress bar over files, where a person can see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

FEW = 5
"""Up to so many files no bar is shown."""


def tracked(paths: Sequence[Path], action: str) -> Iterator[Path]:
    """Yield ``paths`` with a progress bar on standard error.

    There is none for a few files or where standard error is no terminal.

    Args:
        paths: What is worked through.
        action: What is done with them, shown before the bar.
    """
    console = Console(stderr=True)
    if len(paths) <= FEW or not console.is_terminal:
        yield from paths
        return
    yield from track(paths, description=action, console=console, transient=True)
