"""Who set a story's tags, in words for its readers."""

from __future__ import annotations

from cuttings.article.article import Article
from cuttings.article.article_file import entity_lines
from cuttings.article.front_matter import join_values
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.lines.tagged_line import TaggedLine


def tag_origin(article: Article) -> str:
    """Say who set the tags: a person, or which model, and which lines a person edited since.

    A line that does not match the digest the tagger left is a person's (see ``TaggedLine``).
    """
    if article.reviewed:
        return "reviewed by a person"
    if not article.tagged:
        return "set by a person"
    tagged = TaggedLine.parse(article.tagged)
    lines = entity_lines(article)
    edited = [
        kind.plural
        for kind, fields in ENTITY_LINES.items()
        if any(tagged.is_by_person(field, _value(lines[field])) for field in fields)
    ]
    if len(edited) == len(ENTITY_LINES):
        return "set by a person"
    found = f"found by {tagged.model}, not yet reviewed"
    return f"{found}; {' and '.join(edited)} edited by a person" if edited else found


def _value(headings: tuple[str, ...] | None) -> str | None:
    return None if headings is None else join_values(headings)
