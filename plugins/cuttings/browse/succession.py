"""Which states of an archive came before or after one another."""

from __future__ import annotations

from collections.abc import Iterable

from cuttings.entities.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind


class Succession:
    """The former states of an archive and their successors, as far as it has stories of both.

    Args:
        entities: The archive's entities; only countries matter.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._countries = {state: entity for entity in entities if (state := _state(entity))}

    def earlier(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the former states whose land is, in whole or in part, this country's now."""
        state = _state(entity)
        formers = country_names().successors
        return self._present(former for former in formers if state in formers[former])

    def later(self, entity: Entity) -> tuple[Entity, ...]:
        """Return the successors of a former state, first the one that has its capital."""
        return self._present(country_names().successors.get(_state(entity), ()))

    def _present(self, states: Iterable[str]) -> tuple[Entity, ...]:
        return tuple(self._countries[state] for state in states if state in self._countries)


def _state(entity: Entity) -> str:
    """Return an entity's heading in the country tables, whatever a record calls it, or "".

    A form that the record shares with a namesake is not the country's own, which its
    code shows.
    """
    if entity.kind is not EntityKind.COUNTRY:
        return ""
    names = country_names()
    known = (names.heading(name) for name in (entity.heading, *entity.see_from))
    return next((name for name in known if name and names.codes[name] == entity.code), "")
