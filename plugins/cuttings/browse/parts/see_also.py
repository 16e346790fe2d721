"""Which other entities of an archive a reader of one may look for."""

from __future__ import annotations

from collections.abc import Iterable

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind


class SeeAlso:
    """The see-also references between the entities of an archive.

    Args:
        entities: Its entities, each once.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._countries: dict[str, Entity] = {}
        self._by_name: dict[tuple[EntityKind, str], list[Entity]] = {}
        for entity in entities:
            if entity.state:
                self._countries[entity.state] = entity
            self._by_name.setdefault((entity.kind, entity.name), []).append(entity)

    def earlier(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the former states whose land is, in whole or in part, this country's now."""
        formers = country_names().successors
        return self._present(former for former in formers if entity.state in formers[former])

    def later(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the successors of a former state, first the one that has its capital."""
        return self._present(country_names().successors.get(entity.state, ()))

    def namesakes(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the others of its kind and name; qualifiers in brackets distinguish them."""
        of_name = self._by_name.get((entity.kind, entity.name), ())
        others = (other for other in of_name if other.heading != entity.heading)
        return tuple(sorted(others, key=lambda other: other.heading))

    def _present(self, states: Iterable[str]) -> tuple[Entity, ...]:
        return tuple(self._countries[state] for state in states if state in self._countries)
