"""Entity lines of an article's file, written so that the tagger knows its own again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from cuttings.article.article_file import ENTITY_FIELDS
from cuttings.article.front_matter import FrontMatter, join_values, one_line
from cuttings.entities.tagged_line import TAGGED, TaggedLine, line_digest

_FILING = ("original", "added", "titled", "dated", "tagged", "reviewed")
"""Keys of the lines about the filing, which stand below the entity lines."""


def with_signed_lines(
    front_matter: FrontMatter, lines: Mapping[str, Sequence[str]], version: str, model: str
) -> FrontMatter:
    """Return front matter with entity lines set, and their digests in its ``Tagged`` line.

    Args:
        front_matter: The article's; its other lines stay.
        lines: The headings of each line to set, by its key.
        version: The version of the tagger that found them.
        model: The model that it used.
    """
    values = {field: join_values(map(one_line, headings)) for field, headings in lines.items()}
    before = TaggedLine.parse(front_matter.get(TAGGED) or "").digests
    digests = {**before, **{key.lower(): line_digest(value) for key, value in values.items()}}
    tagged = TaggedLine(version, model, digests).render()
    return _with_lines(front_matter, {**values, TAGGED: tagged})


def _with_lines(front_matter: FrontMatter, changes: dict[str, str]) -> FrontMatter:
    """Set lines where they stand, and put each new one where it belongs."""
    present = {key for key in changes if front_matter.get(key) is not None}
    changed = front_matter.with_fields((key, changes[key]) for key in changes if key in present)
    fields = list(changed.fields)
    for key in changes:
        if key not in present:
            fields.insert(_place([name.lower() for name, _ in fields], key), (key, changes[key]))
    return FrontMatter(tuple(fields), changed.body)


def _place(names: Sequence[str], key: str) -> int:
    """Return the place of a new line: below the entity lines before it, else above the filing."""
    before = [field.lower() for field in takewhile(lambda field: field != key, ENTITY_FIELDS)]
    above = [place for place, name in enumerate(names) if name in before]
    if above:
        return above[-1] + 1
    return next((n for n, name in enumerate(names) if name in _FILING), len(names))
