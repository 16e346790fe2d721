"""What the tagger found in a story, as the whole archive understands it."""

from __future__ import annotations

from collections.abc import Mapping

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES

_DECIDED = (EntityKind.PERSON, EntityKind.ORGANIZATION)


def decided_lines(
    article: Article, found: Mapping[str, tuple[str, ...]], authorities: Authorities
) -> dict[str, tuple[str, ...]]:
    """Return the lines with the headings that the names in them lead to.

    A name of another kind goes to the line of that, unless a person set it: then it stays.

    Args:
        article: The story.
        found: The names that the tagger found, by the keys of the lines to write.
        authorities: The records, and what the archive decides.
    """
    story = StoryContext(article, ())
    lines: dict[str, dict[str, None]] = {key: {} for key in found}
    for kind in EntityKind:
        for key in ENTITY_LINES[kind]:
            for form in found.get(key, ()):
                name = authorities.archive_name(kind, form, story) if kind in _DECIDED else None
                target = ENTITY_LINES[name.heading_kind][0] if name else key
                if name is None or target not in lines:
                    lines[key][form] = None
                elif name.heading:
                    lines[target][name.heading] = None
    return {key: tuple(headings) for key, headings in lines.items()}
