"""A link between two pages of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says and where it goes.

    Attributes:
        label: The text to click.
        path: The target's path from the site's root.
    """

    label: str
    path: str


def root_from(path: str) -> str:
    """Return the relative way from the page at ``path`` to the site's root ("", "../")."""
    return "../" * path.count("/")
