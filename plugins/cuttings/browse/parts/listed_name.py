"""A name in a list: of a person, a country, an organization or a publication."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cuttings.article.shortened import shortened
from cuttings.browse.parts.entity_count import EntityCount
from cuttings.browse.parts.source_count import SourceCount
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.filed_name import filed_name

PAGE_BYTES = 80_000
"""Bytes of HTML that the names of one page may take: with what stands around them under 100 KB."""

_MARKUP_BYTES = 80
"""Bytes of an entry's HTML besides heading and address."""


@dataclass(frozen=True, slots=True)
class ListedName:
    """One entry of a list of names.

    Attributes:
        heading: The name as the list files it.
        path: Where it leads, from the site's root.
        count: Stories that have it.
        code: ISO 3166-1 alpha-2 of a country, else "".
    """

    heading: str
    path: str
    count: int
    code: str = ""

    @property
    def size(self) -> int:
        """Bytes of HTML that the entry takes, at most."""
        return len(html.escape(self.heading + self.path).encode()) + _MARKUP_BYTES


def entity_names(counts: Iterable[EntityCount]) -> tuple[ListedName, ...]:
    """Return the entries of entities, people by surname unless their record says otherwise."""
    return tuple(
        ListedName(
            shortened(_filed(entry)), entry.entity.link_in_list, entry.count, entry.entity.code
        )
        for entry in counts
    )


def _filed(entry: EntityCount) -> str:
    entity = entry.entity
    usual = filed_name if entity.kind is EntityKind.PERSON else str
    return entity.filed_as or usual(entity.heading)


def source_names(counts: Iterable[SourceCount]) -> tuple[ListedName, ...]:
    """Return the entries of publications."""
    return tuple(ListedName(shortened(entry.name), entry.path, entry.count) for entry in counts)


def split_names(names: Sequence[ListedName]) -> Iterator[tuple[ListedName, ...]]:
    """Cut a list into as few pages as its size allows, of about the same size; none if empty."""
    ends = list(itertools.accumulate(name.size for name in names))
    if not ends:
        return
    pages = -(-ends[-1] // PAGE_BYTES)
    numbered = zip(ends, names, strict=True)
    for _, group in itertools.groupby(numbered, lambda pair: (pair[0] - 1) * pages // ends[-1]):
        yield tuple(name for _, name in group)
