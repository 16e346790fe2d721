"""Headings of an archive that are likely one person's or one organization's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from cuttings.article.article import Article
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.heading_use import Heading, HeadingUse
from cuttings.entities.merges.name_resemblance import (
    SAME_SURNAME,
    Resemblance,
    block_keys,
    organization_resemblance,
    person_resemblance,
)
from cuttings.entities.words.legal_forms import is_legal_form, without_legal_form
from cuttings.entities.words.organizations import significant_words
from cuttings.entities.words.person_names import name_words
from cuttings.entities.words.short_names import match_key

_SHOWN_CONTEXT = 3
"""Shared entities that a suggestion names: as many as fit a cell."""

_MUCH_CONTEXT = 10
"""Shared entities that speak for a short form that is in more stories; chosen by eye."""

_TIMES_AS_MANY = 3
"""How many times as many stories a full name has as all others that a short form fits; by eye."""

_SOME_CONTEXT, _ENOUGH_CONTEXT = 2, 3
"""Shared entities that speak for a lone surname, and for an acronym; chosen by eye."""

_FEWEST_STORIES = 3
"""Stories that a person must have to own a surname; chosen by eye."""

_SHARE_OF_SURNAME = 0.75
"""Part of the stories of all of a surname that its owner must have; chosen by eye."""

_TELLING_NUMBER = 100
"""Stories from which on an archive shows how common a surname is; chosen by eye."""

_MANY_ENDINGS = 5
"""Names that end with a word which is then no name alone ("Financial"); chosen by eye."""

_LARGEST_BLOCK = 50
"""Headings of one surname that are all compared; of more only those that begin alike."""

_CONTEXT_OF_A_SURNAME = 3
"""Shared entities that make two people of one surname worth a person's look; chosen by eye."""


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
    """Return the likely merges of an archive, those that most stories have first.

    A heading is suggested once, with the one that it fits best; a short form that fits several
    about as well is not suggested. The time is near-linear in the headings.

    Headings that a person distinguished are not suggested: two that both have an
    authority record, or one whose record says that it is not the other, one that a record
    holds for some stories only, and one with a qualifier in brackets.
    """
    archive = HeadingUse.of(articles, authorities)
    offered = [
        offer
        for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        for pair in _resembling(kind, archive, authorities)
        if (offer := _offer(archive, pair)) is not None
    ]
    by_merge: dict[Heading, list[_Offer]] = defaultdict(list)
    for offer in offered:
        by_merge[offer.pair.kind, offer.pair.merge].append(offer)
    suggestions = [
        MergeSuggestion(kind, best.pair.keep, merge, best.why, archive.stories[kind, merge])
        for (kind, merge), offers in by_merge.items()
        if (best := _best(offers, archive)) is not None
    ]
    return tuple(sorted(suggestions, key=_most_stories_first))


def _most_stories_first(suggestion: MergeSuggestion) -> tuple[int, bool, str, str]:
    is_other = suggestion.kind is not EntityKind.PERSON
    return -suggestion.stories, is_other, suggestion.keep, suggestion.merge


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two headings that resemble each other, the better one to be kept."""

    kind: EntityKind
    keep: str
    merge: str
    resemblance: Resemblance


def _may_merge(heading: str) -> bool:
    """Whether a heading can stand in the table, and is not made of legal forms alone."""
    words = significant_words(heading)
    is_named = not all(map(is_legal_form, words))
    return is_named and "(" not in heading and "|" not in heading and heading[0] not in "=+-@"


def _pairs(kind: EntityKind, headings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of headings that share a key once, in a fixed order."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for heading in headings:
        for key in block_keys(heading, is_person=kind is EntityKind.PERSON):
            blocks[key].append(heading)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        for part in [block] if len(block) <= _LARGEST_BLOCK else _by_first_letter(block):
            found.update(combinations(part, 2))
    yield from sorted(found)


def _by_first_letter(block: Iterable[str]) -> Iterable[list[str]]:
    """Return the headings of a large block by the letters that their words begin with."""
    parts: dict[str, list[str]] = defaultdict(list)
    for heading in block:
        for letter in {match_key(word)[:1] for word in heading.split()[:-1]}:
            parts[letter].append(heading)
    return parts.values()


def _resembling(kind: EntityKind, archive: HeadingUse, authorities: Authorities) -> Iterator[_Pair]:
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


@dataclass(frozen=True, slots=True)
class _Offer:
    """A pair that is likely one entity's, with what speaks for it."""

    pair: _Pair
    context: int
    why: str


def _offer(archive: HeadingUse, pair: _Pair) -> _Offer | None:
    """Return a pair with what speaks for it, or None if too little does."""
    kind, resemblance = pair.kind, pair.resemblance
    context = archive.context(kind, pair.keep, pair.merge)
    if _says_little(archive, pair, len(context)) or _is_apart(archive, pair):
        return None
    if not resemblance.is_close:
        together = archive.beside[kind, pair.keep][kind, pair.merge]
        needed = _CONTEXT_OF_A_SURNAME if resemblance.reason == SAME_SURNAME else 1
        if resemblance.reason == SAME_SURNAME and _first_letters_differ(pair):
            context = tuple(other for other in context if archive.is_rare(other))
        if together or len(context) < needed:
            return None
    shown = ", ".join(heading for _, heading in context[:_SHOWN_CONTEXT])
    beside = f"; both stand beside {shown}" if context else ""
    return _Offer(pair, len(context), f"{resemblance.reason}{beside}")


def _says_little(archive: HeadingUse, pair: _Pair, context: int) -> bool:
    """Whether a name may as well be short for others, or for nobody.

    "AAA" of 25 stories is a rating and no "Arabian Auto Agency" of one, a lone "Johnson" may be any
    of them, and "Financial" is the end of many names.
    """
    kind, short, full = pair.kind, pair.merge, pair.keep
    stories = archive.stories[kind, full]
    if kind is EntityKind.PERSON:
        if len(name_words(short)) > 1:
            return False
        of_name = archive.of_surname[match_key(name_words(full)[-1])]
        is_clear = stories >= _FEWEST_STORIES and stories >= _SHARE_OF_SURNAME * of_name
        return archive.number >= _TELLING_NUMBER and (not is_clear or context < _SOME_CONTEXT)
    if pair.resemblance.is_short:
        is_rare = stories < archive.stories[kind, short] and context < _MUCH_CONTEXT
        return context < _ENOUGH_CONTEXT or not pair.resemblance.is_close or is_rare
    words = without_legal_form(significant_words(short))
    return len(words) == 1 and archive.ending[match_key(words[0])] >= _MANY_ENDINGS


def _is_apart(archive: HeadingUse, pair: _Pair) -> bool:
    """Whether two organizations of one story have each a legal form of its own."""
    if pair.kind is not EntityKind.ORGANIZATION or pair.resemblance.is_short:
        return False
    have_forms = all(
        len(without_legal_form(words)) < len(words)
        for words in map(significant_words, (pair.keep, pair.merge))
    )
    return have_forms and archive.beside[pair.kind, pair.keep][pair.kind, pair.merge] > 0


def _first_letters_differ(pair: _Pair) -> bool:
    one, other = (match_key(name_words(name)[0])[:1] for name in (pair.keep, pair.merge))
    return one != other


def _best(offers: Sequence[_Offer], archive: HeadingUse) -> _Offer | None:
    """Return the offer to make for one heading, or None where several are about as good."""

    def merit(offer: _Offer) -> tuple[int, int, str]:
        stories = archive.stories[offer.pair.kind, offer.pair.keep]
        return stories, offer.context, offer.pair.keep

    best = max(offers, key=merit)
    shorts = [o for o in offers if o.pair.resemblance.is_short and o is not best]
    rivals = sum(merit(offer)[0] for offer in shorts)
    if best.pair.resemblance.is_short and merit(best)[0] < _TIMES_AS_MANY * rivals:
        return None
    return best


def _resemblance(kind: EntityKind, one: str, other: str) -> Resemblance | None:
    if kind is EntityKind.PERSON:
        return person_resemblance(one, other)
    return organization_resemblance(one, other)
