"""The lines of the front matter in which an article's entities stand, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from cuttings.article.article import Article
from cuttings.article.article_file import ENTITY_FIELDS, entity_lines
from cuttings.entities.entity import EntityKind

ENTITY_LINES: Mapping[EntityKind, tuple[str, ...]] = {
    kind: tuple(field for field in ENTITY_FIELDS if field.lower().split("_")[0] == kind.plural)
    for kind in EntityKind
}
"""Keys of each kind's lines: of countries those that a story is about, then the others."""


def kind_of_line(field: str) -> EntityKind:
    """Return the kind of entity that stands in the line with a key."""
    return next(kind for kind, fields in ENTITY_LINES.items() if field in fields)


def written_headings(article: Article, kind: EntityKind) -> tuple[str, ...]:
    """Return the headings of a kind as an article's lines have them, in their order."""
    lines = entity_lines(article)
    return tuple(heading for field in ENTITY_LINES[kind] for heading in lines[field] or ())
