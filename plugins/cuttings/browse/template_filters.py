"""Filters that the theme's templates use."""

from __future__ import annotations

from collections.abc import Callable

from cuttings.article.shortened import shortened
from cuttings.browse.parts.period import day_label
from cuttings.browse.parts.source_count import source_path
from cuttings.browse.parts.story_list import lead


def number(value: int) -> str:
    """Write a count with a comma between thousands: 12,345."""
    return f"{value:,}"


def plural(value: int, one: str, many: str) -> str:
    """Write a count with its noun: "1 story", "12,345 stories"."""
    return f"{number(value)} {one if value == 1 else many}"


FILTERS: dict[str, Callable[..., str]] = {
    "day": day_label,
    "lead": lead,
    "number": number,
    "plural": plural,
    "shortened": shortened,
    "source_path": source_path,
}
"""Each filter by its name in a template."""
