"""Headings of an archive that are likely one person's or one organization's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from cuttings.article.article import Article
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.name_resemblance import (
    SAME_SURNAME,
    Resemblance,
    block_keys,
    organization_resemblance,
    person_resemblance,
)
from cuttings.entities.words.organizations import is_acronym
from cuttings.entities.words.person_names import name_words

_TELLING_SHARE = 10
"""One story in so many: an entity in more of them says nothing about the entities beside it. Chosen
by eye."""

_ALWAYS_TELLING = 3
"""Stories that an entity may be in however small the archive is; chosen by eye."""

_SHOWN_CONTEXT = 3
"""Shared entities that a suggestion names: as many as fit a cell."""

_CONTEXT_OF_A_SURNAME = 3
"""Shared entities that make two people of one surname worth a person's look; chosen by eye."""

Heading = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class MergeSuggestion:
    """Two headings that are likely one entity's.

    Attributes:
        kind: Person or organization.
        keep: The heading to keep.
        merge: The heading that would lead to it.
        why: What speaks for it, in words.
        stories: How many stories have ``merge``.
    """

    kind: EntityKind
    keep: str
    merge: str
    why: str
    stories: int


def suggest_merges(
    articles: Iterable[Article], authorities: Authorities
) -> tuple[MergeSuggestion, ...]:
    """Return the likely merges of an archive in the order of kind and heading.

    Headings that a person distinguished are not suggested: two that both have an
    authority record, or one whose record says that it is not the other, one that a record
    holds for some stories only, and one with a qualifier in brackets.
    """
    archive = _Archive.of(articles, authorities)
    likely = [
        pair
        for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        for pair in _resembling(kind, archive, authorities)
    ]
    fits = Counter((pair.kind, pair.merge) for pair in likely if pair.resemblance.is_short)
    suggestions = [
        MergeSuggestion(
            pair.kind, pair.keep, pair.merge, why, archive.stories[pair.kind, pair.merge]
        )
        for pair in likely
        if (why := _why(archive, pair, is_only=fits[pair.kind, pair.merge] <= 1))
    ]
    return tuple(sorted(suggestions, key=lambda s: (s.kind.plural != "people", s.keep, s.merge)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two headings that resemble each other, the better one to be kept."""

    kind: EntityKind
    keep: str
    merge: str
    resemblance: Resemblance


@dataclass(frozen=True, slots=True)
class _Archive:
    """How often each heading is used, and beside which others."""

    stories: Mapping[Heading, int]
    beside: Mapping[Heading, Counter[Heading]]
    telling: int

    @classmethod
    def of(cls, articles: Iterable[Article], authorities: Authorities) -> _Archive:
        stories: Counter[Heading] = Counter()
        beside: dict[Heading, Counter[Heading]] = defaultdict(Counter)
        number = 0
        for article in articles:
            number += 1
            by_kind = ArticleHeadings.of(article, authorities).by_kind
            present = [(kind, heading) for kind in EntityKind for heading in by_kind[kind]]
            stories.update(present)
            for heading in present:
                beside[heading].update(other for other in present if other != heading)
        return cls(stories, beside, max(_ALWAYS_TELLING, number // _TELLING_SHARE))

    def headings(self, kind: EntityKind) -> list[str]:
        return sorted(heading for its_kind, heading in self.stories if its_kind is kind)

    def context(self, kind: EntityKind, one: str, other: str) -> tuple[str, ...]:
        """Return the telling entities beside both, the rarest first."""
        shared = self.beside[kind, one].keys() & self.beside[kind, other].keys()
        telling = [heading for heading in shared if self.stories[heading] <= self.telling]
        telling.sort(key=lambda heading: (self.stories[heading], heading[1], heading[0]))
        return tuple(heading for _, heading in telling)

    def rank(
        self, kind: EntityKind, heading: str, authorities: Authorities
    ) -> tuple[bool, int, int, int, str]:
        """Return how well a heading would do as the one to keep."""
        if kind is EntityKind.PERSON:
            spelled = [word for word in name_words(heading) if len(word.strip(".")) > 1]
            fullness = min(len(spelled), 2)
        else:
            fullness = 0 if is_acronym(heading) else 1
        recorded = authorities.record(kind, heading) is not None
        return recorded, fullness, self.stories[kind, heading], len(heading), heading


def _may_merge(heading: str) -> bool:
    return "(" not in heading and "|" not in heading and heading[0] not in "=+-@"


def _pairs(kind: EntityKind, headings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of headings that share a key once, in a fixed order."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for heading in headings:
        for key in block_keys(heading, is_person=kind is EntityKind.PERSON):
            blocks[key].append(heading)
    yield from sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def _resembling(kind: EntityKind, archive: _Archive, authorities: Authorities) -> Iterator[_Pair]:
    headings = [
        heading
        for heading in archive.headings(kind)
        if _may_merge(heading) and not authorities.is_divided(kind, heading)
    ]
    for pair in _pairs(kind, headings):
        resemblance = _resemblance(kind, *pair)
        if resemblance is not None and not authorities.are_distinguished(kind, *pair):
            merge, keep = sorted(pair, key=lambda h: archive.rank(kind, h, authorities))
            yield _Pair(kind, keep, merge, resemblance)


def _why(archive: _Archive, pair: _Pair, *, is_only: bool) -> str:
    """Return what speaks for a merge, or "" if too little does.

    Args:
        archive: All headings.
        pair: The two to merge.
        is_only: Whether the one is a short form of no third heading.
    """
    kind, resemblance = pair.kind, pair.resemblance
    context = archive.context(kind, pair.keep, pair.merge)
    if not resemblance.is_close:
        together = archive.beside[kind, pair.keep][kind, pair.merge]
        needed = _CONTEXT_OF_A_SURNAME if resemblance.reason == SAME_SURNAME else 1
        if together or len(context) < needed:
            return ""
    elif resemblance.is_short and not is_only and not context:
        return ""
    if not context:
        return resemblance.reason
    return f"{resemblance.reason}; both stand beside {', '.join(context[:_SHOWN_CONTEXT])}"


def _resemblance(kind: EntityKind, one: str, other: str) -> Resemblance | None:
    if kind is EntityKind.PERSON:
        return person_resemblance(one, other)
    return organization_resemblance(one, other)
