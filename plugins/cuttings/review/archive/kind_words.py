"""Kinds of entities in words."""

from __future__ import annotations

from cuttings.entities.entity import EntityKind


def a_kind(kind: EntityKind) -> str:
    """Return a kind with its article: "a person", "an organization"."""
    return f"an {kind}" if kind is EntityKind.ORGANIZATION else f"a {kind}"
