"""Other forms of the headings in the archive, so that a filter can name any of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping

from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle

_COUNTRY_FORMS = frozenset({FormKind.NAME, FormKind.ABBREVIATION, FormKind.DEMONYM})
"""What a reader may call a country; its places and bodies are not it."""


def heading_forms(stories: Iterable[TaggedArticle]) -> Mapping[str, list[list[str]]]:
    """Return for each kind the slug of each entity that has other forms, and these.

    They are the see-from forms of its authority record, the short forms that the archive shows
    an organization to have, and, for a country, the names, abbreviations and demonyms of the
    country tables.
    """
    entities = {tag.entity for story in stories for tag in story.tags}
    forms: dict[str, list[list[str]]] = {kind.value: [] for kind in EntityKind}
    for entity in sorted(entities, key=lambda entity: (entity.kind, entity.slug)):
        others = other_forms(entity)
        if others:
            forms[entity.kind.value].append([entity.slug, *others])
    return forms


def other_forms(entity: Entity) -> list[str]:
    """Return what a reader may call an entity besides its heading."""
    tables = (form for state in entity.states for form in _country_forms().get(state, ()))
    forms = dict.fromkeys((*entity.see_from, *_short_forms(entity), *tables))
    forms.pop(entity.heading, None)
    return list(forms)


def _short_forms(entity: Entity) -> Iterator[str]:
    """Yield the short forms that the archive shows ("GM"), but no part of the heading."""
    own = entity.heading.split()
    if entity.kind is EntityKind.ORGANIZATION:
        yield from (form for form in entity.found_as if " " not in form and form not in own)


@functools.cache
def _country_forms() -> Mapping[str, list[str]]:
    """Return the forms of each country by its heading."""
    forms: dict[str, list[str]] = {}
    for form in country_names().forms.values():
        if form.kind in _COUNTRY_FORMS:
            forms.setdefault(form.heading, []).append(form.form)
    return {heading: sorted(found) for heading, found in forms.items()}
