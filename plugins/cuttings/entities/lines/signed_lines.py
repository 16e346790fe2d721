"""Entity lines of an article's file, written so that the tagger knows its own again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from cuttings.article.article import Article
from cuttings.article.article_file import ENTITY_FIELDS
from cuttings.article.characters import one_line
from cuttings.article.front_matter import FrontMatter, join_values
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES, kind_of_line, written_headings
from cuttings.entities.lines.tagged_line import TAGGED, TaggedLine, fields_to_write, line_digest

_FILING = ("original", "record", "added", "titled", "dated", "tagged", "reviewed")
"""Keys of the lines about the filing, which stand below the entity lines."""


def with_signed_lines(
    front_matter: FrontMatter, lines: Mapping[str, Sequence[str]], signature: TaggedLine
) -> FrontMatter:
    """Return front matter with entity lines set, and their digests in its ``Tagged`` line.

    Args:
        front_matter: The article's; its other lines and their digests stay.
        lines: The headings of each line to set by its key, all of a kind or none.
        signature: The tagger's version and model, the text it read, and what it
            found of the kinds of these lines; its digests do not matter.
    """
    values = {key: join_values(map(one_line, headings)) for key, headings in lines.items()}
    before = TaggedLine.parse(front_matter.get(TAGGED) or "")
    digests = {key.lower(): line_digest(value) for key, value in values.items()}
    written: dict[EntityKind, set[str]] = {}
    for key, headings in lines.items():
        written.setdefault(kind_of_line(key), set()).update(headings)
    found = {kind: names for kind, names in before.found.items() if kind not in written}
    for kind, its_headings in written.items():
        if set(names := signature.found.get(kind, ())) != its_headings:
            found[kind] = tuple(sorted(names))
    tagged = replace(signature, digests={**before.digests, **digests}, found=found)
    return _with_lines(front_matter, {**values, TAGGED: tagged.render()})


def found_lines(front_matter: FrontMatter, article: Article) -> dict[str, tuple[str, ...]]:
    """Return what the tagger found, by the keys of the lines that it wrote and may write again.

    Args:
        front_matter: The article's.
        article: The article that it was read as.
    """
    found = TaggedLine.parse(front_matter.get(TAGGED) or "").found
    lines: dict[str, tuple[str, ...]] = {}
    for kind, fields in ENTITY_LINES.items():
        if fields[0] in fields_to_write(front_matter, again=True) and any(
            front_matter.get(key) is not None for key in fields
        ):
            first, *others = fields
            lines[first] = found[kind] if kind in found else written_headings(article, kind)
            lines.update(dict.fromkeys(others, ()))
    return lines


def _with_lines(front_matter: FrontMatter, changes: dict[str, str]) -> FrontMatter:
    """Set lines where they stand, and put each new one where it belongs."""
    present = {key for key in changes if front_matter.get(key) is not None}
    changed = front_matter.with_fields((key, changes[key]) for key in changes if key in present)
    fields = list(changed.fields)
    for key in changes:
        if key not in present:
            place = place_of_line([name.lower() for name, _ in fields], key)
            fields.insert(place, (key, changes[key]))
    return FrontMatter(tuple(fields), changed.body)


def place_of_line(names: Sequence[str], key: str) -> int:
    """Return the place of a new line: below the entity lines before it, else above the filing.

    Args:
        names: The keys of the lines that are there, in lower case.
        key: The key of the new one.
    """
    before = [field.lower() for field in takewhile(lambda field: field != key, ENTITY_FIELDS)]
    above = [place for place, name in enumerate(names) if name in before]
    if above:
        return above[-1] + 1
    return next((n for n, name in enumerate(names) if name in _FILING), len(names))
