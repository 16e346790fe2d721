"""The passages of the gold set: short news prose with the tags a careful person would give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cuttings.entities.entity import EntityKind
from cuttings.errors import CuttingsError

GOLD = Path(__file__).resolve().parent / "gold"

TRAP = "trap-"
"""How the file of a theme begins whose passages have no tag at all."""

_FIELDS = (
    "Title",
    "People",
    "Countries",
    "Countries_mentioned",
    "Organizations",
    "Optional",
    "Never",
)


class GoldSetError(CuttingsError):
    """A passage that cannot be read, as one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage and its expected tags.

    Attributes:
        theme: Name of its file without the suffix: what kind of case it is.
        name: Its own heading.
        title: Headline, or "".
        text: Body as plain text.
        expected: Headings of each kind; those of countries with either role.
        about: Countries that the passage is about.
        optional: Headings on which careful people differ; they count neither way.
        never: Headings that the passage is there to warn of.
    """

    theme: str
    name: str
    title: str
    text: str
    expected: dict[EntityKind, frozenset[str]]
    about: frozenset[str]
    optional: frozenset[str]
    never: frozenset[str]

    @property
    def is_trap(self) -> bool:
        """Whether the right answer is no tag at all."""
        return self.theme.startswith(TRAP)


def read_passages(folder: Path) -> tuple[Passage, ...]:
    """Return the passages of a folder's files, by theme.

    A file is Markdown: ``# Theme``, then for each passage ``## Name``, fields as in an
    article's front matter, an empty line and the text.

    Raises:
        GoldSetError: If a field has another name or a passage has no text.
    """
    return tuple(
        _passage(path, section)
        for path in sorted(folder.glob("*.md"))
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    )


def _passage(path: Path, section: str) -> Passage:
    head, _, text = section.partition("\n\n")
    name, *lines = head.splitlines()
    fields = dict.fromkeys(_FIELDS, "")
    for line in lines:
        field, colon, value = line.partition(":")
        if not colon or field not in fields:
            raise GoldSetError(f"{path.name}, {name}: no such field: {line}; use {_FIELDS}")
        fields[field] = value.strip()
    if not text.strip():
        raise GoldSetError(f"{path.name}, {name}: no text; write it after an empty line")
    about = _headings(fields["Countries"])
    return Passage(
        theme=path.stem,
        name=name,
        title=fields["Title"],
        text=text.strip(),
        expected={
            EntityKind.PERSON: _headings(fields["People"]),
            EntityKind.COUNTRY: about | _headings(fields["Countries_mentioned"]),
            EntityKind.ORGANIZATION: _headings(fields["Organizations"]),
        },
        about=about,
        optional=_headings(fields["Optional"]),
        never=_headings(fields["Never"]),
    )


def _headings(line: str) -> frozenset[str]:
    return frozenset(part.strip() for part in line.split(";") if part.strip())
