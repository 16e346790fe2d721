"""From recognized spans to names: trimmed, completed by the phrases around them, judged.

What is no name stays out by kind (part of speech, capitals, the words beside it,
the label it is mostly given), never because a list names it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cuttings.entities.country_names import FormKind, country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.labelling import labelled, span_key
from cuttings.entities.organization_phrases import (
    acronyms_in_brackets,
    extended,
    is_in_event,
    parts,
    phrases,
)
from cuttings.entities.organizations import clean_organization, is_acronym
from cuttings.entities.person_names import (
    clean_person,
    has_title,
    is_particle,
    is_regnal,
    is_title,
    name_words,
)
from cuttings.entities.recognition import RecognizedSpan
from cuttings.entities.word_context import (
    is_day_or_month,
    is_function_word,
    previous_word,
)

_PROPER = frozenset({"NNP", "NNPS"})
_PERSON, _ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
_LABELS = {"PERSON": _PERSON, "ORG": _ORGANIZATION}
_NAME_WORD_BEHIND = re.compile(r" [^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_PERSON, _LONGEST_ORGANIZATION = 6, 10


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person or an organization where it stands.

    Attributes:
        kind: Person or organization.
        start: Offset of the first character, titles left out.
        end: Offset after the last character, possessives left out.
        form: The name, trimmed.
        has_title: Whether a title stands before it.
    """

    kind: EntityKind
    start: int
    end: int
    form: str
    has_title: bool = False


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


def find_names(
    text: str, spans: Sequence[RecognizedSpan]
) -> tuple[tuple[Name, ...], tuple[Rejected, ...]]:
    """Return the names among the recognized spans of a text, and what is none.

    Args:
        text: The text in which the spans stand.
        spans: What was recognized in it.
    """
    relabelled = labelled(text, _separated(spans))
    votes = _votes(relabelled)
    names: list[Name] = []
    rejected: list[Rejected] = []
    for span in relabelled:
        kind = _LABELS.get(span.label)
        if kind is None:
            continue
        name = _trim(kind, text, span)
        reason = _why_none(name, text, span, votes)
        if reason:
            rejected.append(Rejected(kind, name.form or span.form, reason))
        else:
            names.append(name)
    return tuple(_without_overlaps([*names, *_phrases(text, names, relabelled)])), tuple(rejected)


def _separated(spans: Iterable[RecognizedSpan]) -> list[RecognizedSpan]:
    """Return the spans, those of organizations that join several names as one for each."""
    return [
        replace(span, start=span.start + start, end=span.start + end, form=span.form[start:end])
        for span in spans
        for start, end in (parts(span.form) if span.label == "ORG" else [(0, len(span.form))])
    ]


def _trim(kind: EntityKind, text: str, span: RecognizedSpan) -> Name:
    """Return the name in a span."""
    before = previous_word(text, span.start)
    start, end = _whole_person(text, span) if kind is _PERSON else (span.start, span.end)
    written = text[start:end]
    form = (clean_person if kind is _PERSON else clean_organization)(written)
    inner = written.find(form)
    if not form or inner < 0:
        return Name(kind, start, end, form)
    titled = kind is _PERSON and (has_title(written) or is_title(before))
    return Name(kind, start + inner, start + inner + len(form), form, titled)


def _whole_person(text: str, span: RecognizedSpan) -> tuple[int, int]:
    """Return where a person's name begins and ends, with what the model left out of it.

    That is a regnal title before a single name, the given name before a particle and
    the surname behind one.
    """
    start, end = span.start, span.end
    before, words = previous_word(text, start), span.form.split()
    if (is_regnal(before) and len(name_words(span.form)) == 1) or (
        is_particle(words[0]) and _may_be_given_name(before)
    ):
        start -= len(before) + 1
    if is_particle(words[-1]) and (surname := _NAME_WORD_BEHIND.match(text, end)):
        end = surname.end()
    return start, end


def _may_be_given_name(word: str) -> bool:
    return (
        word[:1].isupper()
        and word[1:].replace("-", "").islower()
        and not (is_title(word) or is_day_or_month(word) or is_function_word(word))
    )


def _votes(spans: Iterable[RecognizedSpan]) -> Mapping[str, Counter[str]]:
    """Count the labels that each form was given in the text."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        votes[span_key(span.form)][span.label] += 1
    return votes


def _why_none(
    name: Name, text: str, span: RecognizedSpan, votes: Mapping[str, Counter[str]]
) -> str:
    """Return why a span is no name of its kind, or "" if it is one."""
    form, words = name.form, name.form.split()
    if not words:
        return "it is a title alone"
    acronym = name.kind is _ORGANIZATION and is_acronym(form) and len(form) > 2
    if not (acronym or _PROPER.intersection(span.tags)):
        return "it is no proper noun here"
    if all(is_day_or_month(w) or is_function_word(w) or is_title(w) for w in words):
        return "it is made of titles, days or function words"
    if name.kind is _PERSON:
        reason = _why_no_person(name, text, words)
    else:
        reason = _why_no_organization(name, text, words)
    if reason:
        return reason
    given = votes[span_key(span.form)]
    label, count = given.most_common(1)[0]
    if count > given[span.label]:
        return f"it is more often recognized as {label}"
    known = country_names().forms.get(form)
    if known is not None and not name.has_title and (known.kind or name.kind is _ORGANIZATION):
        return "it names a country or a place"
    return ""


def _why_no_person(name: Name, text: str, words: Sequence[str]) -> str:
    form = name.form
    if any(char.isdigit() or char in "@/<>=+%$&|" for char in form):
        return "names of people have no digits or signs"
    if not (words[0][0].isupper() or (len(words) > 1 and words[-1][0].isupper())):
        return "it does not begin with a capital"
    if len(form.strip(".")) < 2 or (len(words) == 1 and is_acronym(form)):
        return "it is an acronym or an initial"
    if len(words) > 1 and form.isupper() and not any(word.endswith(".") for word in words):
        return "it is written in capitals"
    known = country_names().forms
    if any(word in known and known[word].kind is FormKind.ABBREVIATION for word in words):
        return "it holds the abbreviation of a country"
    if len(words) > _LONGEST_PERSON:
        return f"it has more than {_LONGEST_PERSON} words"
    if len(name_words(form)) == 1 and previous_word(text, name.start).casefold() in {"the", "a"}:
        return "an article stands before it"
    return ""


def _why_no_organization(name: Name, text: str, words: Sequence[str]) -> str:
    if sum(char.isalpha() for char in name.form) < 2:
        return "it has fewer than two letters"
    if not any(char.isupper() for char in name.form):
        return "it has no capital"
    if len(words) > _LONGEST_ORGANIZATION or any(char in "<>=|@%$" for char in name.form):
        return "it is no name"
    if len(words) == 1 and re.search(rf"\b{re.escape(name.form.lower())}\b", text):
        return "the text has it as a common noun"
    if is_in_event(text, name.start, name.end):
        return "it is part of the name of an event"
    before = text[: name.start].rsplit(None, 2)[-2:]
    if len(before) == 2 and before[1] == "of" and is_title(before[0]) and is_title(words[0]):
        return "it is the rest of a title"
    return ""


def _phrases(text: str, names: Iterable[Name], spans: Sequence[RecognizedSpan]) -> Iterator[Name]:
    """Yield organizations that the text shows and the model missed or cut short."""
    for start, end in phrases(text):
        if not (is_in_event(text, start, end) or text[start:end] in country_names().forms):
            yield _organization(text, start, extended(text, start, end))
    ends = {name.end: name for name in names if name.kind is _ORGANIZATION}
    for name in ends.values():
        end = extended(text, name.start, name.end)
        if end > name.end:
            yield _organization(text, name.start, end)
    yield from _acronyms(text, ends, spans)


def _acronyms(text: str, ends: Container[int], spans: Sequence[RecognizedSpan]) -> Iterator[Name]:
    """Yield acronyms in brackets after an organization, and wherever they recur."""
    for bracket, (start, end) in acronyms_in_brackets(text):
        acronym = text[slice(*bracket)]
        if country_names().forms.keys() & {acronym, text[start:end]}:
            continue
        is_known = any(start < span.end and span.start < end for span in spans)
        if start < end and len(acronym) > 2 and is_known and not has_title(text[start:end]):
            yield _organization(text, start, end)
        elif end not in ends:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text):
            yield _organization(text, *match.span())


def _organization(text: str, start: int, end: int) -> Name:
    return Name(_ORGANIZATION, start, end, text[start:end])


def _without_overlaps(names: Iterable[Name]) -> Iterator[Name]:
    """Yield names in order; of two that overlap the longer one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start, n.kind)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    yield from sorted(kept, key=lambda n: n.start)
