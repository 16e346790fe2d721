"""The forms by which a story's entities may be named in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.countries.names_like_places import names_like_places
from cuttings.entities.entity import Entity, EntityKind, bare_name
from cuttings.entities.form_use import Rule
from cuttings.entities.words.filed_name import filed_name
from cuttings.entities.words.form_index import FormIndex
from cuttings.entities.words.legal_forms import short_companies
from cuttings.entities.words.organizations import acronyms
from cuttings.entities.words.person_names import lone_forms, name_words
from cuttings.entities.words.titles import is_regnal
from cuttings.entities.words.word_context import follows_name, precedes_name


@dataclass(frozen=True, slots=True)
class EntityForm:
    """What a form names.

    Attributes:
        entity: The entity.
        rule: How the form is understood.
    """

    entity: Entity
    rule: Rule


def entity_forms(entities: Sequence[Entity], context: str) -> dict[str, EntityForm]:
    """Return the forms that name one of a story's entities, but for those of the country tables.

    Args:
        entities: The story's entities.
        context: Its headline and text, which settle what a short form such as a surname
            means; a form that fits two of the entities means neither.
    """
    forms = _sure_forms(entities)
    for form, meaning in _short_forms(entities, context):
        forms.setdefault(form, meaning)
    return forms


def unambiguous(
    forms_of: Callable[[Entity], Iterable[tuple[str, Rule]]], entities: Iterable[Entity]
) -> Iterator[tuple[str, EntityForm]]:
    """Yield the forms, with their rules, that fit one of the entities alone."""
    claims: dict[str, dict[str, EntityForm]] = {}
    for entity in entities:
        for form, rule in forms_of(entity):
            claims.setdefault(form, {})[entity.heading] = EntityForm(entity, rule)
    for form, claimants in claims.items():
        if len(claimants) == 1:
            yield form, next(iter(claimants.values()))


def _sure_forms(entities: Sequence[Entity]) -> dict[str, EntityForm]:
    """Return the forms that name their entity wherever they stand.

    A heading goes before a record's other form, and that before another way to
    write a name. Which entity comes first in its kind does not matter.
    """
    forms = {
        entity.heading: EntityForm(entity, Rule.NAME)
        for entity in entities
        if entity.kind is not EntityKind.COUNTRY
    }
    for rank in (_recorded_forms, _other_names, _archive_forms):
        for kind in EntityKind:
            for form, meaning in unambiguous(rank, (e for e in entities if e.kind is kind)):
                forms.setdefault(form, meaning)
    return forms


def _recorded_forms(entity: Entity) -> Iterator[tuple[str, Rule]]:
    yield from ((form, Rule.SEE_FROM) for form in entity.see_from)


def _archive_forms(entity: Entity) -> Iterator[tuple[str, Rule]]:
    """Yield the forms that all stories show, but for a person's surname, which may be another's."""
    alone = lone_forms(entity.name) if entity.kind is EntityKind.PERSON else ()
    yield from ((form, Rule.ARCHIVE) for form in entity.found_as if form not in alone)


def _other_names(entity: Entity) -> Iterator[tuple[str, Rule]]:
    """Yield other ways to write a name: without a qualifier in brackets, a person's full forms."""
    if entity.kind is EntityKind.COUNTRY:
        if entity.heading not in country_names().codes:
            yield entity.heading, Rule.NAME
        return
    yield from ((bare_name(name), Rule.NAME) for name in (entity.heading, *entity.see_from))
    if entity.kind is EntityKind.PERSON:
        yield from ((form, Rule.NAME) for form in _full_forms(entity.name))


def _full_forms(heading: str) -> Iterator[str]:
    """Yield other ways to write a full name: without title, suffix or initials, and inverted."""
    words = name_words(heading)
    title, _, rest = heading.partition(" ")
    if is_regnal(title) and rest:
        yield f"{title} {' '.join(words)}"
        if " " in rest:
            yield rest
    if len(words) > 1:
        yield " ".join(words)
        yield filed_name(heading)
        spelled = [word for word in words if len(word.strip(".")) > 1]
        if len(spelled) > 1:
            yield " ".join(spelled)
        yield f"{words[0]} {words[-1]}"


def _short_forms(entities: Sequence[Entity], context: str) -> Iterator[tuple[str, EntityForm]]:
    """Yield surnames and acronyms that fit one entity alone and stand alone in the context."""
    short = dict(unambiguous(_lone_names, entities))
    standing = frozenset(FormIndex({form: form for form in short}).standing(context))
    single = {form: meaning for form, meaning in short.items() if form in standing}
    alone = _counts_alone(single, context)
    given = names_like_places((e.name for e in entities if e.kind is EntityKind.PERSON), context)
    for form, meaning in single.items():
        is_short = meaning.rule is Rule.ACRONYM
        if meaning.rule is Rule.SHORT_FORM:
            is_short = alone[form] > 0 and form not in country_names().forms
        elif meaning.rule is Rule.SURNAME:
            is_short = _is_the_short_form(form, meaning.entity, alone, given)
        if is_short:
            yield form, meaning


def _lone_names(entity: Entity) -> Iterator[tuple[str, Rule]]:
    if entity.kind is EntityKind.PERSON:
        for name in (entity.heading, *entity.see_from):
            yield from ((form, Rule.SURNAME) for form in lone_forms(bare_name(name)))
    elif entity.kind is EntityKind.ORGANIZATION:
        yield from ((form, Rule.ACRONYM) for form in acronyms(entity.name))
        yield from ((form, Rule.SHORT_FORM) for form in short_companies(entity.name))


def _counts_alone(forms: dict[str, EntityForm], context: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for match in FormIndex({form: form for form in forms}).find(context):
        if not (follows_name(context, match.start) or precedes_name(context, match.end)):
            counts[match.value] += 1
    return counts


def _is_the_short_form(
    form: str, person: Entity, alone: Counter[str], given: Collection[str]
) -> bool:
    """Whether ``form`` is how the story calls the person.

    The first word is only if it stands alone, is not a country (unless among the
    ``given`` names), and the surname does not stand alone.
    """
    first = name_words(person.name)[0]
    if form != first:
        return True
    country = country_names().forms.get(form)
    if country and country.kind and form not in given:
        return False
    others = [other for other in lone_forms(person.name) if other != first]
    return alone[form] > 0 and not any(alone[other] for other in others)
