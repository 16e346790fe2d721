"""The lists of people, countries, organizations and publications.

A short list is one page from A to Z. A long one has a page for each letter, or several if the
letter is long, and its first page is the other order: the names that most stories have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cuttings.browse.parts.entity_count import count_entities
from cuttings.browse.parts.letter_group import NO_LETTER, LetterGroup, group_by_letter
from cuttings.browse.parts.link import Link
from cuttings.browse.parts.listed_name import (
    PAGE_BYTES,
    ListedName,
    entity_names,
    source_names,
    split_names,
)
from cuttings.browse.parts.source_count import count_sources
from cuttings.entities.entity import EntityKind
from cuttings.entities.tagged_article import TaggedArticle

MOST_MENTIONED_FROM = 2
"""Stories that a name must have to stand among the most mentioned; all others are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """What one page of a list of names shows.

    Attributes:
        path: The page's path from the site's root.
        plural: What it lists: "people", "countries", "organizations" or "sources".
        kind: What a completion of the search box calls such a name.
        count: Number of names, over all pages.
        letters: Each letter and where its names begin.
        groups: The names of this page, under their letters; under one that is "" if those that
            most stories have come first.
        by_count: The first page in that other order, or "" without one.
        is_by_count: Whether this page is in it.
        letter: The letter of this page, or "" if it has several or none.
        part: Which part of a letter or of the order this is, from 1.
        parts: Links to all parts; empty if there is only one.
    """

    path: str
    plural: str
    kind: str
    count: int
    letters: tuple[Link, ...]
    groups: tuple[LetterGroup[ListedName], ...]
    by_count: str
    is_by_count: bool = False
    letter: str = ""
    part: int = 1
    parts: tuple[Link, ...] = ()


def name_lists(stories: Sequence[TaggedArticle]) -> Iterator[NameList]:
    """Yield the pages of every list of names of an archive."""
    for kind in EntityKind:
        names = entity_names(count_entities(stories, kind))
        yield from _NameLists(kind.plural, kind.value, names).pages()
    yield from _NameLists("sources", "source", source_names(count_sources(stories))).pages()


class _NameLists:
    """The pages of one list."""

    def __init__(self, plural: str, kind: str, names: Sequence[ListedName]) -> None:
        self._folder = plural
        self._groups = group_by_letter(names, lambda name: name.heading)
        self._is_long = sum(name.size for name in names) > PAGE_BYTES
        often = (name for name in names if name.count >= MOST_MENTIONED_FROM)
        self._by_count = list(split_names(sorted(often, key=lambda name: -name.count)))
        first = self._path() if self._is_long else self._path("most-mentioned")
        further = [f"most-mentioned-{n}" for n in range(2, len(self._by_count) + 1)]
        self._count_paths = [first, *map(self._path, further)]
        letters = (
            self._letter_path(group.letter) if self._is_long else f"{self._path()}#letter-{place}"
            for place, group in enumerate(self._groups, start=1)
        )
        self._make = partial(
            NameList,
            plural=plural,
            kind=kind,
            count=len(names),
            letters=tuple(map(Link, (group.letter for group in self._groups), letters)),
            by_count=first if self._by_count else "",
        )

    def pages(self) -> Iterator[NameList]:
        """Yield the first page, then the others."""
        if self._is_long:
            yield from self._pages_by_count()
            for group in self._groups:
                yield from self._pages_of_letter(group)
            return
        yield self._make(path=self._path(), groups=self._groups)
        if self._by_count:
            yield from self._pages_by_count()

    def _pages_by_count(self) -> Iterator[NameList]:
        parts = _parts(
            [str(n) for n, _ in enumerate(self._count_paths, start=1)], self._count_paths
        )
        for number, path in enumerate(self._count_paths, start=1):
            found = self._by_count[number - 1 : number]
            yield self._make(
                path=path,
                is_by_count=True,
                groups=tuple(LetterGroup("", names) for names in found),
                part=number,
                parts=parts,
            )

    def _pages_of_letter(self, group: LetterGroup[ListedName]) -> Iterator[NameList]:
        pages = list(split_names(group.entries))
        paths = [self._letter_path(group.letter, number) for number, _ in enumerate(pages, start=1)]
        parts = _parts(
            [f"{names[0].heading[:3]}–{names[-1].heading[:3]}" for names in pages], paths
        )
        for number, (names, path) in enumerate(zip(pages, paths, strict=True), start=1):
            yield self._make(
                path=path,
                letter=group.letter,
                groups=(LetterGroup(group.letter, names),),
                part=number,
                parts=parts,
            )

    def _letter_path(self, letter: str, part: int = 1) -> str:
        name = "other" if letter == NO_LETTER else letter.lower()
        return self._path(name if part == 1 else f"{name}-{part}")

    def _path(self, name: str = "") -> str:
        """Return the path of a page: ``index``, a name that no entity has, or one below it."""
        return f"{self._folder}/index{f'/{name}' if name else ''}.html"


def _parts(labels: Sequence[str], paths: Sequence[str]) -> tuple[Link, ...]:
    return tuple(map(Link, labels, paths)) if len(paths) > 1 else ()
