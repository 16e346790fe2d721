"""From recognized spans to names: trimmed, completed by the phrases around them, judged."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.clutter import is_misspelt_title, without_clutter
from cuttings.entities.names.cut_names import with_whole_names
from cuttings.entities.names.eponyms import names_a_bearer, rejoined
from cuttings.entities.names.index_names import index_names
from cuttings.entities.names.name import Name
from cuttings.entities.names.organization_evidence import (
    shows_organization,
    with_organizations_shown,
)
from cuttings.entities.names.organization_phrases import (
    acronyms_in_brackets,
    extended,
    is_in_event,
    parts,
    phrases,
    standing_acronyms,
)
from cuttings.entities.names.person_evidence import (
    begins_name_before,
    shows_person,
    with_people_shown,
)
from cuttings.entities.names.rejection import NameCheck
from cuttings.entities.names.span_labels import labelled
from cuttings.entities.names.thing_names import is_said_a_thing, names_a_thing, why_a_thing
from cuttings.entities.names.whole_organization import (
    whole_organization,
    without_acronym_behind,
    without_leading_words,
    without_person_behind,
)
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.rejected import Rejected
from cuttings.entities.words.given_names import is_given_name
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
_THINGS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
"""Labels of what is not an organization, whatever word it ends in ("My Own Party")."""

_AT = "@ "
"""The sign before a place ("@ Lee Arena")."""

_FURTHER_BEHIND = re.compile(
    r" (?P<word>[^\W\d_a-z][a-zß-ÿ]+(?:-[^\W\d_]+)?)"
    r"(?= (?:said|says|told|in|of|to|who|was|is|has|will|and|for|at|on|as)\b|[,.;:)]|['’]s|\n|\Z)"
)
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
    entries = tuple(index_names(text, spans))
    names = list(_apart_from(entries, names))
    found = (*names, *entries, *_phrases(text, names, relabelled))
    whole = with_whole_names(text, found, relabelled)
    named = [name for name in whole if not text.endswith(_AT, 0, name.start)]
    shown = with_organizations_shown(text, with_people_shown(text, named))
    return tuple(_without_overlaps(shown)), tuple(rejected)


def _apart_from(entries: Sequence[Name], names: Iterable[Name]) -> Iterator[Name]:
    """Yield the names that no entry of an index takes a part of."""
    ends = [entry.end for entry in entries]
    for name in names:
        place = bisect_right(ends, name.start)
        if place == len(entries) or entries[place].start >= name.end:
            yield name


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
    start, end = (_whole_person if kind is _PERSON else whole_organization)(text, span)
    written = text[start:end]
    form = _cleaned(kind, written, span)
    inner = written.find(form)
    if not form or inner < 0:
        return Name(kind, start, end, form)
    start, end = start + inner, start + inner + len(form)
    if kind is _ORGANIZATION:
        return _organization(text, start, end)
    titled = has_title(written) or is_title(before) or is_misspelt_title(before)
    is_shown = titled or shows_person(text, start, end)
    return Name(kind, start, end, form, titled, heads_sentence(text, start, end), is_shown)


def _cleaned(kind: EntityKind, written: str, span: RecognizedSpan) -> str:
    if kind is _ORGANIZATION:
        bare = clean_organization(without_leading_words(written))
        return without_person_behind(without_acronym_behind(bare))
    return without_clutter(clean_person(written), span.tags)


def _whole_person(text: str, span: RecognizedSpan) -> tuple[int, int]:
    """Return where a person's name begins and ends, with what the model left out of it.

    That is a regnal title before a single name, the given name before a particle, the
    surname behind one, and what distinguishes namesakes ("Jr.", "III").
    """
    start, end = span.start, span.end
    before, words = previous_word(text, start), span.form.split()
    if begins_name_before(before, words):
        return _with_given_names(text, start), end
    if (is_regnal(before) and len(name_words(span.form)) == 1) or (
        is_particle(words[0]) and _may_be_given_name(before)
    ):
        start -= len(before) + 1
    if is_particle(words[-1]) and (surname := _NAME_WORD_BEHIND.match(text, end)):
        end = surname.end()
    if generation := _GENERATION_BEHIND.match(text, end):
        end = generation.end()
    elif (further := _FURTHER_BEHIND.match(text, end)) and _may_be_surname(further["word"], words):
        end = further.end()
    return start, end


def _may_be_surname(word: str, words: Sequence[str]) -> bool:
    """Whether a capitalized word behind given names is the surname that their span lacks."""
    return (
        len(words) == 2
        and words[1][-1].isalpha()
        and not words[1].endswith(("'s", "’s"))
        and is_given_name(words[0])
        and not (is_title(word) or is_day_or_month(word) or is_function_word(word))
        and word not in country_names().forms
    )


def _with_given_names(text: str, start: int) -> int:
    """Return where a name begins whose initials and given names stand before ``start``."""
    while begins_name_before(before := previous_word(text, start), ()):
        start -= len(before) + 1
    return start


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
            yield Name(_PERSON, start, start + len(form), form, has_title=True, is_shown=True)
    things = [span for span in spans if span.label in _THINGS]
    for start, end in phrases(text):
        if not (
            is_in_event(text, start, end)
            or text[start:end] in country_names().forms
            or why_a_thing(text, start, end)
            or _is_inside(things, start, end)
        ):
            yield _organization(text, start, extended(text, start, end))
    ends = {name.end: name for name in names if name.kind is _ORGANIZATION}
    for name in ends.values():
        end = extended(text, name.start, name.end)
        if end > name.end:
            yield _organization(text, name.start, end)
    yield from _acronyms(text, ends, spans)


def _is_inside(spans: Sequence[RecognizedSpan], start: int, end: int) -> bool:
    """Whether a phrase is a part of one of the spans."""
    place = bisect_right(spans, start, key=lambda span: span.start) - 1
    return place >= 0 and end <= spans[place].end


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
        if names_a_thing(text[start:end]) or is_said_a_thing(text, bracket[1]):
            continue
        if start < end and len(acronym) > 2 and is_known and not has_title(text[start:end]):
            yield _organization(text, start, end)
        elif end not in ends:
            continue
        known[acronym] = None
    for start, end in standing_acronyms(text, known):
        yield replace(_organization(text, start, end), is_shown=True)


def _organization(text: str, start: int, end: int) -> Name:
    is_shown = shows_organization(text, start, end)
    return Name(_ORGANIZATION, start, end, text[start:end], is_shown=is_shown)


def _without_overlaps(names: Iterable[Name]) -> Iterator[Name]:
    """Yield names in order; of two that overlap the longer one."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start, n.kind, not n.is_shown)):
        place = bisect_left(kept, name.end, key=lambda other: other.start)
        if place == 0 or kept[place - 1].end <= name.start:
            kept.insert(place, name)
    yield from kept
