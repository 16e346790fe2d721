"""All entities of the archive, each with its slug."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from cuttings.article.identity import distinct_slug, make_slug, payload_digest
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_record import AuthorityRecord
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind

_NONE: Mapping[str, str] = MappingProxyType({})
_TAKEN = frozenset({"index"})
"""Slugs that the list pages hold."""


class Catalogue:
    """The entities of one archive.

    Args:
        headings: Headings in use, by kind.
        authorities: Their authority records.
        known_slugs: Slugs of headings that another catalogue had: to make them takes long.

    Attributes:
        slugs: The slug of each heading, before equal ones are made distinct.
    """

    def __init__(
        self,
        headings: Mapping[EntityKind, Iterable[str]],
        authorities: Authorities,
        known_slugs: Mapping[str, str] = _NONE,
    ) -> None:
        self.slugs: dict[str, str] = {}
        for heading in chain.from_iterable(headings.values()):
            self.slugs[heading] = known_slugs.get(heading) or _slug(heading)
        self._entities: dict[EntityKind, dict[str, Entity]] = {
            kind: _entities(kind, headings.get(kind, ()), authorities, self.slugs)
            for kind in EntityKind
        }

    @classmethod
    def of(
        cls,
        articles: Iterable[ArticleHeadings],
        authorities: Authorities,
        page_from: int = 1,
        known_slugs: Mapping[str, str] = _NONE,
    ) -> Catalogue:
        """Return the catalogue of everything that articles are tagged with.

        Args:
            articles: The headings of each article.
            authorities: The authority records.
            page_from: From how many articles on a person or an organization has a page. Countries
                and what a record names always have one.
            known_slugs: As for ``Catalogue``.
        """
        stories: dict[EntityKind, dict[str, list[str]]] = {kind: {} for kind in EntityKind}
        for article in articles:
            for kind, of_kind in article.by_kind.items():
                for heading in of_kind:
                    stories[kind].setdefault(heading, []).append(article.path)
        catalogue = cls(stories, authorities, known_slugs)
        for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            entities = catalogue._entities[kind]
            for heading, paths in stories[kind].items():
                if len(paths) < page_from and authorities.record(kind, heading) is None:
                    only = paths[0] if len(paths) == 1 else ""
                    entities[heading] = replace(entities[heading], has_page=False, only_story=only)
        return catalogue

    def entity(self, kind: EntityKind, heading: str) -> Entity:
        """Return the entity with a heading.

        Raises:
            KeyError: If no article is tagged with it.
        """
        return self._entities[kind][heading]

    def entities(self, kind: EntityKind) -> Mapping[str, Entity]:
        """Return the entities of a kind by heading, in the order of their headings."""
        return MappingProxyType(self._entities[kind])


def _entities(
    kind: EntityKind,
    headings: Iterable[str],
    authorities: Authorities,
    slugs: Mapping[str, str],
) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    taken = set(_TAKEN)
    for heading in sorted(set(headings), key=lambda text: (text.casefold(), text)):
        slug = slugs[heading]
        if slug in taken:
            slug = distinct_slug(slug, payload_digest(heading.encode()))
        taken.add(slug)
        entities[heading] = _entity(kind, heading, slug, authorities)
    return entities


def _slug(heading: str) -> str:
    return make_slug(heading, payload_digest(heading.encode())[:12])


def _entity(kind: EntityKind, heading: str, slug: str, authorities: Authorities) -> Entity:
    record = authorities.record(kind, heading) or AuthorityRecord(heading=heading)
    states = _states(record, authorities) if kind is EntityKind.COUNTRY else ()
    return Entity(
        kind=kind,
        heading=heading,
        slug=slug,
        code=country_names().codes[states[0]] if states else "",
        states=states,
        see_from=record.see_from,
        found_as=_found_as(kind, heading, authorities),
        same_as=record.same_as,
        note=record.note,
        filed_as=record.filed_as,
    )


def _found_as(kind: EntityKind, heading: str, authorities: Authorities) -> tuple[str, ...]:
    """Return the forms that lead to a heading as all stories together show."""
    names = authorities.archive.leading_to(kind, heading)
    forms = (name.form for name in names if not authorities.knows(name.kind, name.form))
    return tuple(dict.fromkeys(forms))


def _states(record: AuthorityRecord, authorities: Authorities) -> tuple[str, ...]:
    """Return the states that a country's names stand for.

    A form that the record shares with a namesake ("Georgia" of "Georgia (state)") is not the
    country's own.
    """
    own = (form for form in record.see_from if not authorities.is_divided(EntityKind.COUNTRY, form))
    return country_names().states((record.heading, *own))
