"""Facets: which people, countries, organizations, source, authors and year each document has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from cuttings.article.cited_author import cited_authors
from cuttings.article.identity import plain_slug, slug_unless_plain, source_slug
from cuttings.article.shortened import shortened
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle
from cuttings.search_index.packing import pack, pack_number

UNDATED = "undated"
"""Value of the year facet for a story without a date."""


class FacetPayload(TypedDict):
    """One kind as it is written (see ``facets``)."""

    values: list[str]
    labels: list[str]
    counts: str
    documents: str
    codes: NotRequired[list[str]]
    about: NotRequired[str]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """Something a result can be narrowed by.

    Attributes:
        value: What the filter holds: a slug, a year or ``undated``.
        label: What the page shows.
        code: ISO 3166-1 alpha-2 of a country, else "".
    """

    value: str
    label: str
    code: str = ""


def facets(stories: Sequence[TaggedArticle]) -> dict[str, FacetPayload]:
    """Return the facets as they are written, kind by kind.

    ``values``, ``labels`` and ``codes`` (countries only) go from the most
    frequent to the rarest; a value that is the plain slug of its label is "".
    ``counts`` holds the packed number of values of each document, ``documents``
    their packed places, each list ascending as differences. Of countries ``about``
    says for each of these places whether the document is about it (``1``) or only
    mentions it (``0``). Authors are left out of an archive without bylines, so that
    it costs nothing there.
    """
    kinds: dict[str, Callable[[TaggedArticle], Iterable[FacetValue]]] = {
        "person": lambda story: map(_tag_value, story.people),
        "country": lambda story: map(_tag_value, story.countries),
        "organization": lambda story: map(_tag_value, story.organizations),
        "source": _source_values,
        "year": _year_values,
    }
    if any(story.article.author for story in stories):
        kinds["author"] = _author_values
    found = {kind: _facet([tuple(of(story)) for story in stories]) for kind, of in kinds.items()}
    found["country"]["about"] = _about(stories, found["country"])
    return found


def _about(stories: Iterable[TaggedArticle], countries: FacetPayload) -> str:
    written = zip(countries["values"], countries["labels"], strict=True)
    slugs = (value or plain_slug(label) for value, label in written)
    places = {slug: place for place, slug in enumerate(slugs)}
    ordered = (
        sorted(story.countries, key=lambda tag: places[tag.entity.slug]) for story in stories
    )
    return "".join("1" if tag.role is Role.ABOUT else "0" for tags in ordered for tag in tags)


def _facet(documents: Sequence[tuple[FacetValue, ...]]) -> FacetPayload:
    spellings: dict[str, Counter[FacetValue]] = {}
    for values in documents:
        for value in values:
            spellings.setdefault(value.value, Counter())[value] += 1
    ranked = sorted(spellings.items(), key=lambda item: (-item[1].total(), item[0]))
    places = {value: place for place, (value, _) in enumerate(ranked)}
    shown = [min(forms, key=lambda form: (-forms[form], form.label)) for _, forms in ranked]
    counts: list[str] = []
    packed: list[str] = []
    for values in documents:
        numbers = sorted({places[value.value] for value in values})
        counts.append(pack_number(len(numbers)))
        packed.append(pack(b - a for a, b in zip([0, *numbers], numbers, strict=False)))
    facet: FacetPayload = {
        "values": [slug_unless_plain(form.value, form.label) for form in shown],
        "labels": [form.label for form in shown],
        "counts": "".join(counts),
        "documents": "".join(packed),
    }
    if any(form.code for form in shown):
        facet["codes"] = [form.code for form in shown]
    return facet


def _tag_value(tag: Tag) -> FacetValue:
    return FacetValue(tag.entity.slug, shortened(tag.entity.heading), tag.entity.code)


def _source_values(story: TaggedArticle) -> tuple[FacetValue, ...]:
    source = story.article.source
    if not source:
        return ()
    return (FacetValue(source_slug(source), shortened(source)),)


def _author_values(story: TaggedArticle) -> tuple[FacetValue, ...]:
    names = cited_authors(story.article.author)
    return tuple(FacetValue(source_slug(name), shortened(name)) for name in names)


def _year_values(story: TaggedArticle) -> tuple[FacetValue, ...]:
    date = story.article.date
    if date is None:
        return (FacetValue(UNDATED, "Undated"),)
    return (FacetValue(f"{date.year:04}", f"{date.year:04}"),)
