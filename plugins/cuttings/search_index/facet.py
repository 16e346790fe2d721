"""Facets: which people, countries, organizations, source, authors and year each document has."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

import numpy as np

from cuttings.article.cited_author import cited_authors
from cuttings.article.identity import plain_slug, slug_unless_plain, source_slug
from cuttings.article.shortened import shortened
from cuttings.entities.tagged_article import Role, Tag, TaggedArticle
from cuttings.search_index.analysed_documents import Numbers
from cuttings.search_index.packed_column import PackedColumn

UNDATED = "undated"
"""Value of the year facet for a story without a date."""


_Named = tuple[str, str, str]
"""Something that a story has: its value, its name and its code as in ``FacetValue``, not cut."""


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
    kinds: dict[str, Callable[[TaggedArticle], Iterable[_Named]]] = {
        "person": lambda story: _names(story.people),
        "country": lambda story: _names(story.countries),
        "organization": lambda story: _names(story.organizations),
        "source": _source_values,
        "year": _year_values,
    }
    if any(story.article.author for story in stories):
        kinds["author"] = _author_values
    found = {kind: _facet(list(map(of, stories))) for kind, of in kinds.items()}
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


def _facet(documents: Sequence[Iterable[_Named]]) -> FacetPayload:
    numbers: defaultdict[_Named, int] = defaultdict(itertools.count().__next__)
    found = [[numbers[named] for named in of_document] for of_document in documents]
    of_documents = np.repeat(np.arange(len(found)), list(map(len, found)))
    named = np.fromiter(itertools.chain.from_iterable(found), np.intp, len(of_documents))
    spellings: dict[str, Counter[FacetValue]] = {}
    values = [FacetValue(value, shortened(label), code) for value, label, code in numbers]
    counts = np.bincount(named, minlength=len(values)).tolist()
    for value, count in zip(values, counts, strict=True):
        spellings.setdefault(value.value, Counter())[value] += count
    ranked = sorted(spellings.items(), key=lambda item: (-item[1].total(), item[0]))
    places = {value: place for place, (value, _) in enumerate(ranked)}
    shown = [min(forms, key=lambda form: (-forms[form], form.label)) for _, forms in ranked]
    of_named = np.array([places[value.value] for value in values], np.intp)
    counted, packed = _packed_places(of_documents, of_named[named], len(found))
    facet: FacetPayload = {
        "values": [slug_unless_plain(form.value, form.label) for form in shown],
        "labels": [form.label for form in shown],
        "counts": counted,
        "documents": packed,
    }
    if any(form.code for form in shown):
        facet["codes"] = [form.code for form in shown]
    return facet


def _packed_places(of_documents: Numbers, places: Numbers, size: int) -> tuple[str, str]:
    """Return how many values each of so many documents has, and which, each once."""
    most = int(places.max(initial=0)) + 1
    pairs = np.sort(of_documents * most + places)
    distinct = pairs[np.diff(pairs, prepend=-1) != 0]
    of_documents, places = np.divmod(distinct, most)
    is_first = np.diff(of_documents, prepend=-1) != 0
    return (
        PackedColumn.of(np.bincount(of_documents, minlength=size)).text,
        PackedColumn.of(np.where(is_first, places, np.diff(places, prepend=0))).text,
    )


def _names(tags: Iterable[Tag]) -> list[_Named]:
    return [(tag.entity.slug, tag.entity.heading, tag.entity.code) for tag in tags]


def _source_values(story: TaggedArticle) -> tuple[_Named, ...]:
    source = story.article.source
    return ((source_slug(source), source, ""),) if source else ()


def _author_values(story: TaggedArticle) -> Iterable[_Named]:
    return ((source_slug(name), name, "") for name in cited_authors(story.article.author))


def _year_values(story: TaggedArticle) -> tuple[_Named, ...]:
    date = story.article.date
    if date is None:
        return ((UNDATED, "Undated", ""),)
    return ((f"{date.year:04}", f"{date.year:04}", ""),)
