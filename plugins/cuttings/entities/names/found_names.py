"""From recognized spans to names: trimmed, completed by the phrases around them, judged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.eponyms import names_a_bearer, rejoined
from cuttings.entities.names.name import Name
from cuttings.entities.names.organization_phrases import (
    acronyms_in_brackets,
    extended,
    is_in_event,
    parts,
    phrases,
    standing_acronyms,
)
from cuttings.entities.names.rejection import NameCheck
from cuttings.entities.names.span_labels import labelled
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.rejected import Rejected
from cuttings.entities.words.organizations import clean_organization
from cuttings.entities.words.person_names import clean_person, is_particle, name_words
from cuttings.entities.words.titles import has_title, is_regnal, is_title, regnal_names
from cuttings.entities.words.word_context import (
    heads_sentence,
    is_day_or_month,
    previous_word,
)

_PERSON, _ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
_LABELS = {"PERSON": _PERSON, "ORG": _ORGANIZATION}
_GENERATION_BEHIND = re.compile(r",? (?:[JS]r\.?|[IVX]{2,5}|V|X)(?!\w)")
_NAME_WORD_BEHIND = re.compile(r" [^\W\d_]+(?:-[^\W\d_]+)*")


def find_names(
    text: str, spans: Sequence[RecognizedSpan]
) -> tuple[tuple[Name, ...], tuple[Rejected, ...]]:
    """Return the names among the recognized spans of a text, and the rejected spans.

    Args:
        text: The text in which the spans stand.
        spans: What was recognized in it.
    """
    relabelled = labelled(text, _separated(rejoined(text, spans)))
    check = NameCheck(text, relabelled)
    names: list[Name] = []
    rejected: list[Rejected] = []
    for span in relabelled:
        kind = _LABELS.get(span.label)
        if kind is None:
            continue
        name = _trim(kind, text, span)
        reason = check.rejection_reason(name, span)
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
        if start < end
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
    start, end = start + inner, start + inner + len(form)
    is_subject = kind is _PERSON and heads_sentence(text, start, end)
    return Name(kind, start, end, form, titled, is_subject)


def _whole_person(text: str, span: RecognizedSpan) -> tuple[int, int]:
    """Return where a person's name begins and ends, with what the model left out of it.

    That is a regnal title before a single name, the given name before a particle, the
    surname behind one, and what distinguishes namesakes ("Jr.", "III").
    """
    start, end = span.start, span.end
    before, words = previous_word(text, start), span.form.split()
    if (is_regnal(before) and len(name_words(span.form)) == 1) or (
        is_particle(words[0]) and _may_be_given_name(before)
    ):
        start -= len(before) + 1
    if is_particle(words[-1]) and (surname := _NAME_WORD_BEHIND.match(text, end)):
        end = surname.end()
    if generation := _GENERATION_BEHIND.match(text, end):
        end = generation.end()
    return start, end


def _may_be_given_name(word: str) -> bool:
    return (
        word[:1].isupper()
        and word[1:].replace("-", "").islower()
        and not (is_title(word) or is_day_or_month(word) or is_function_word(word))
    )


def _phrases(text: str, names: Iterable[Name], spans: Sequence[RecognizedSpan]) -> Iterator[Name]:
    """Yield what the text shows and the model missed or cut short."""
    for start, end in regnal_names(text):
        if not names_a_bearer(text, end):
            form = clean_person(text[start:end])
            start = text.index(form, start)
            yield Name(_PERSON, start, start + len(form), form, has_title=True)
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
    starts = [span.start for span in spans]
    known: dict[str, None] = {}
    for bracket, (start, end) in acronyms_in_brackets(text):
        acronym = text[slice(*bracket)]
        if country_names().forms.keys() & {acronym, text[start:end]}:
            continue
        place = bisect_left(starts, end) - 1
        is_known = place >= 0 and start < spans[place].end
        if start < end and len(acronym) > 2 and is_known and not has_title(text[start:end]):
            yield _organization(text, start, end)
        elif end not in ends:
            continue
        known[acronym] = None
    for start, end in standing_acronyms(text, known):
        yield _organization(text, start, end)


def _organization(text: str, start: int, end: int) -> Name:
    return Name(_ORGANIZATION, start, end, text[start:end])


def _without_overlaps(names: Iterable[Name]) -> Iterator[Name]:
    """Yield names in order; of two that overlap the longer one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start, n.kind)):
        place = bisect_left(kept, name.end, key=lambda other: other.start)
        if place == 0 or kept[place - 1].end <= name.start:
            kept.insert(place, name)
    yield from kept
