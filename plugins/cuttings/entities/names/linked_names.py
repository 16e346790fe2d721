"""Which names of a story are one person's or one organization's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.rejected import Rejected
from cuttings.entities.words.full_names import FullNames
from cuttings.entities.words.legal_forms import company_core
from cuttings.entities.words.organizations import acronyms
from cuttings.entities.words.person_names import lone_forms, name_words
from cuttings.entities.words.short_names import fullest, is_short_for, match_key, name_key

_NOT_SHOWN = {
    EntityKind.PERSON: "nothing in the story shows that it is a person",
    EntityKind.ORGANIZATION: "nothing in the story shows that it is an organization",
}
_MOST_NAMED = 10
"""People named in a reason, of those that a short form fits: as many as one reads."""


@dataclass(frozen=True, slots=True)
class LinkedNames:
    """The people and organizations of a story by their fullest form.

    Attributes:
        people: Headings of people, in the order of the text.
        organizations: Headings of organizations, in the order of the text.
        rejected: Names that are not tags, and why.
    """

    people: tuple[str, ...]
    organizations: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def link_names(names: Iterable[Name]) -> LinkedNames:
    """Group the names of one story by the person or organization that they name."""
    people: dict[str, list[Name]] = defaultdict(list)
    organizations: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        forms = people if name.kind is EntityKind.PERSON else organizations
        forms[name.form].append(name)
    rejected: list[Rejected] = []
    persons = _link_people(people, rejected)
    borne = {name_key(form) for form in people}
    borne |= {name_key(word) for person in persons for word in name_words(person)}
    named = {form: found for form, found in organizations.items() if name_key(form) not in borne}
    bodies = _link_organizations(named, rejected)
    return LinkedNames(persons, bodies, tuple(dict.fromkeys(rejected)))


def _link_people(forms: Mapping[str, Sequence[Name]], rejected: list[Rejected]) -> tuple[str, ...]:
    """Put each name to the one fuller name it is short for, longest names first."""
    groups: dict[str, list[str]] = {}
    fuller, bearers = FullNames(), _bearers(forms)
    for form in sorted(forms, key=lambda form: (-len(name_words(form)), -len(form), form)):
        if joined := _joined_people(form, bearers):
            rejected.append(Rejected(EntityKind.PERSON, form, f"it joins {' and '.join(joined)}"))
            continue
        fitting = tuple(islice(fuller.fitting(form), _MOST_NAMED + 1))
        if len(fitting) == 1:
            groups[fitting[0]].append(form)
        elif not fitting:
            groups[form] = [form]
            fuller.add(form)
        else:
            others = ("others",) if len(fitting) > _MOST_NAMED else ()
            whom = " and ".join((*fitting[:_MOST_NAMED], *others))
            rejected.append(Rejected(EntityKind.PERSON, form, f"it fits {whom}"))
    first: dict[str, int] = {}
    for group in groups.values():
        heading = fullest(group)
        found = [name for form in group for name in forms[form]]
        if not any(name.is_shown or name.is_subject for name in found):
            rejected.append(Rejected(EntityKind.PERSON, heading, _NOT_SHOWN[EntityKind.PERSON]))
        else:
            first[heading] = min(name.start for name in found)
    return tuple(sorted(first, key=lambda heading: (first[heading], heading)))


def _bearers(forms: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return the full names by each word that stands for one of them alone."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if len(name_words(form)) > 1:
            for key in {match_key(lone) for lone in lone_forms(form)}:
                bearers[key].append(form)
    return bearers


def _joined_people(form: str, bearers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the people whose surnames a form joins ("the Blinken-Xi talks"), if it does."""
    words = re.split(r"[ /–-]", form)
    if len(words) < 2:
        return ()
    people: dict[str, None] = {}
    for word in words:
        known = (other for other in bearers.get(match_key(word), ()) if other != form)
        found = tuple(islice(known, 2))
        if len(found) != 1 or is_short_for(form, found[0]):
            return ()
        people[found[0]] = None
    return tuple(people) if len(people) == len(words) else ()


def _link_organizations(
    forms: Mapping[str, Sequence[Name]], rejected: list[Rejected]
) -> tuple[str, ...]:
    """Put spellings together, and each acronym and short form to the one full name it is for."""
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(name_key(form), []).append(form)
    full: dict[str, list[str]] = defaultdict(list)
    for key, spellings in groups.items():
        for short in {name_key(acronym) for acronym in acronyms(spellings[0])} - {key}:
            if short in groups:
                full[short].append(key)
    for short, keys in full.items():
        if len(keys) == 1:
            groups[keys[0]] += groups.pop(short)
    first: dict[str, int] = {}
    for spellings in _with_short_forms(groups.values()):
        found = [name for form in spellings for name in forms[form]]
        if any(name.is_shown for name in found):
            first[spellings[0]] = min(name.start for name in found)
        else:
            reason = _NOT_SHOWN[EntityKind.ORGANIZATION]
            rejected.append(Rejected(EntityKind.ORGANIZATION, spellings[0], reason))
    return tuple(sorted(first, key=lambda heading: (first[heading], heading)))


def _with_short_forms(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """Return groups of spellings with those joined of which one begins as one other does alone.

    "Allied Bancshares Inc", "Allied Bancshares" and "Allied" are one; "Allied" is none of
    "Allied Stores" and "Allied Lyons". The fullest spelling comes first.
    """
    by_core: dict[str, list[str]] = {}
    for spellings in groups:
        by_core.setdefault(name_key(company_core(spellings[0])), []).extend(spellings)
    longer: dict[str, set[str]] = defaultdict(set)
    for core in by_core:
        words = core.split()
        for count in range(1, len(words)):
            beginning = " ".join(words[:count])
            if beginning in by_core:
                longer[beginning].add(core)
    for short in sorted(longer, key=lambda core: -len(core.split())):
        fitting = {core for core in longer[short] if core in by_core}
        if len(fitting) == 1:
            by_core[fitting.pop()] += by_core.pop(short)
    return [
        sorted(forms, key=lambda form: (-len(company_core(form).split()), -len(form)))
        for forms in by_core.values()
    ]
