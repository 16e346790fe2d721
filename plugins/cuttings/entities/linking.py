"""From recognized spans to the people and organizations of one story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cuttings.entities.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.organizations import acronyms, clean_organization, is_acronym
from cuttings.entities.person_names import (
    clean_person,
    fullest,
    has_title,
    is_short_for,
    is_title,
    match_key,
    name_words,
)
from cuttings.entities.recognition import RecognizedSpan
from cuttings.entities.word_context import follows_title, is_day_or_month, is_function_word

_PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Named:
    """One person or organization of a story.

    Attributes:
        heading: The fullest form.
        spans: Where it was recognized.
    """

    heading: str
    spans: tuple[RecognizedSpan, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A recognized form that is no tag, and why.

    Attributes:
        kind: What it was recognized as.
        form: The form, trimmed.
        reason: Why it is none, as the end of a sentence.
    """

    kind: EntityKind
    form: str
    reason: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking makes of a story's spans."""

    people: tuple[Named, ...]
    organizations: tuple[Named, ...]
    rejected: tuple[Rejected, ...]


def link(text: str, spans: Sequence[RecognizedSpan]) -> Linked:
    """Group the spans of a story by the person or organization they name.

    Args:
        text: The text in which the spans stand.
        spans: What was recognized in it.
    """
    votes = _votes(spans)
    rejected: list[Rejected] = []
    people = _link_people(text, spans, votes, rejected)
    organizations = _link_organizations(spans, votes, people, rejected)
    return Linked(people, organizations, tuple(dict.fromkeys(rejected)))


def _votes(spans: Iterable[RecognizedSpan]) -> Mapping[str, Counter[str]]:
    """Count the labels each form was given."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[_key(clean_organization(clean_person(span.form)))][span.label] += 1
    return votes


def _link_people(
    text: str,
    spans: Iterable[RecognizedSpan],
    votes: Mapping[str, Counter[str]],
    rejected: list[Rejected],
) -> tuple[Named, ...]:
    forms: dict[str, list[RecognizedSpan]] = defaultdict(list)
    for span in spans:
        if span.label != "PERSON":
            continue
        name = clean_person(span.form)
        if reason := _why_no_person(name, span, votes):
            rejected.append(Rejected(EntityKind.PERSON, name or span.form, reason))
        else:
            forms[name].append(span)
    groups = _group_names(forms, rejected)
    people: list[Named] = []
    for names in groups:
        found = tuple(span for name in names for span in forms[name])
        heading = fullest(names)
        if len(name_words(heading)) == 1 and not _is_known_alone(text, heading, found):
            reason = "it is a single word without a title that stands only once"
            rejected.append(Rejected(EntityKind.PERSON, heading, reason))
            continue
        people.append(Named(heading, found))
    return tuple(people)


def _group_names(forms: Iterable[str], rejected: list[Rejected]) -> list[list[str]]:
    """Put each name to the one fuller name it is short for, longest names first."""
    groups: list[list[str]] = []
    for name in sorted(forms, key=lambda form: (-len(name_words(form)), -len(form), form)):
        fitting = [group for group in groups if is_short_for(name, group[0])]
        if len(fitting) == 1:
            fitting[0].append(name)
        elif not fitting:
            groups.append([name])
        else:
            whom = " and ".join(group[0] for group in fitting)
            rejected.append(Rejected(EntityKind.PERSON, name, f"it fits {whom}"))
    return groups


def _is_known_alone(text: str, name: str, spans: Sequence[RecognizedSpan]) -> bool:
    """Whether a single word may name a person: it has a title, or recurs."""
    if len(spans) > 1 or len(name.split()) > 1:
        return True
    return any(has_title(span.form) or follows_title(text, span.start) for span in spans)


def _why_no_person(name: str, span: RecognizedSpan, votes: Mapping[str, Counter[str]]) -> str:
    words = name.split()
    if not words:
        return "it is a title alone"
    if any(char.isdigit() or char in "@/<>=+%$&|" for char in name):
        return "names of people have no digits or signs"
    if not _PROPER.intersection(span.tags):
        return "it is no proper noun here"
    if not (words[0][0].isupper() or (len(words) > 1 and words[-1][0].isupper())):
        return "it does not begin with a capital"
    if len(name) < 2 or (is_acronym(name) and len(words) == 1):
        return "it is an acronym or an initial"
    if len(words) > 1 and name.isupper() and not any(w.endswith(".") for w in words):
        return "it is written in capitals"
    if len(words) > 6:
        return "it has more than six words"
    if all(is_day_or_month(w) or is_function_word(w) or is_title(w) for w in words):
        return "it is made of titles, days or function words"
    if name in country_names().forms and country_names().forms[name].kind is not None:
        return "it names a country or a place"
    label, count = votes[_key(clean_organization(name))].most_common(1)[0]
    if label != "PERSON" and count > votes[_key(clean_organization(name))]["PERSON"]:
        return f"it is more often recognized as {label}"
    return ""


def _link_organizations(
    spans: Iterable[RecognizedSpan],
    votes: Mapping[str, Counter[str]],
    people: Sequence[Named],
    rejected: list[Rejected],
) -> tuple[Named, ...]:
    borne = {_key(form) for p in people for form in (p.heading, *(s.form for s in p.spans))}
    borne |= {_key(word) for person in people for word in name_words(person.heading)}
    forms: dict[str, list[RecognizedSpan]] = defaultdict(list)
    for span in spans:
        if span.label != "ORG":
            continue
        name = clean_organization(span.form)
        if reason := _why_no_organization(name, span, votes, borne):
            rejected.append(Rejected(EntityKind.ORGANIZATION, name or span.form, reason))
        else:
            forms[name].append(span)
    return _group_organizations(forms)


def _group_organizations(
    forms: Mapping[str, Sequence[RecognizedSpan]],
) -> tuple[Named, ...]:
    """Put spellings together, and acronyms to the one full name they stand for."""
    groups: dict[str, list[str]] = {}
    for name in forms:
        groups.setdefault(_key(name), []).append(name)
    standing: dict[str, list[str]] = defaultdict(list)
    for key, names in groups.items():
        for short in acronyms(names[0]):
            if _key(short) in groups and _key(short) != key:
                standing[_key(short)].append(key)
    for short, full in standing.items():
        if len(set(full)) == 1 and full[0] in groups and short in groups:
            groups[full[0]].extend(groups.pop(short))
    return tuple(
        Named(names[0], tuple(span for name in names for span in forms[name]))
        for names in groups.values()
    )


def _why_no_organization(
    name: str,
    span: RecognizedSpan,
    votes: Mapping[str, Counter[str]],
    borne: set[str],
) -> str:
    words = name.split()
    if sum(char.isalpha() for char in name) < 2:
        return "it has fewer than two letters"
    if not _PROPER.intersection(span.tags):
        return "it is no proper noun here"
    if not any(char.isupper() for char in name):
        return "it has no capital"
    if len(words) > 10 or any(char in "<>=|@%$" for char in name):
        return "it is no name"
    if all(is_day_or_month(w) or is_function_word(w) or is_title(w) for w in words):
        return "it is made of titles, days or function words"
    if name in country_names().forms:
        return "it names a country or a place"
    if _key(name) in borne:
        return "it is a person's name"
    label, count = votes[_key(name)].most_common(1)[0] if votes[_key(name)] else ("ORG", 0)
    if label != "ORG" and count > votes[_key(name)]["ORG"]:
        return f"it is more often recognized as {label}"
    return ""


def _key(name: str) -> str:
    return " ".join(match_key(word) for word in name.split())
