"""Who set a story's tags, in words for its readers."""

from __future__ import annotations

from cuttings.article.article import Article
from cuttings.article.front_matter import join_values
from cuttings.entities.tagged_line import TaggedLine


def tag_origin(article: Article) -> str:
    """Say who set the tags: a person, or which model, and which lines a person edited since.

    A line that does not match the digest the tagger left is a person's (see ``TaggedLine``).
    """
    if article.reviewed:
        return "reviewed by a person"
    tagged = TaggedLine.parse(article.tagged)
    lines = {
        "people": article.people,
        "countries": article.countries,
        "organizations": article.organizations,
    }
    edited = [
        name
        for name, headings in lines.items()
        if tagged.is_by_person(name, join_values(headings or ()))
    ]
    if len(edited) == len(lines):
        return "set by a person"
    found = f"found by {tagged.model}, not yet reviewed"
    return f"{found}; {' and '.join(edited)} edited by a person" if edited else found
