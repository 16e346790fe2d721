"""Giving recognized spans another label where the words around them show better.

A model labels each name alone. The text shows more: what only people do ("was
elected"), what only parties have ("candidates"), and that a list holds one kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.words.human_deeds import has_a_life
from cuttings.entities.words.organizations import KINDS_OF_BODY, clean_organization
from cuttings.entities.words.person_names import clean_person
from cuttings.entities.words.short_names import name_key
from cuttings.entities.words.titles import is_personal_title, is_title
from cuttings.entities.words.word_context import previous_word

_NOT_PEOPLE = frozenset({"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LOC"})
_BODIES = (
    r"(?:part(?:y|ies)|coalition|alliance|pact|factions?|groups?|organi[sz]ations?|movements?)"
)
_AFTER_BODIES = re.compile(
    rf"\b(?:(?:{_BODIES}(?: such as| like| including| included| with| of| were| are| called|:|"
    r" [(])|merged? with|merger with|members? of)(?: the)? |(?:parties|factions) )"
    r"(?:[A-Z][\w-]* (?:, |and |or )(?:the )?)*\Z"
)
_BEFORE_BODIES = re.compile(
    rf" (?:candidates?|councillors?|lawmakers?|senators?|deputies|voters|{_BODIES})\b"
)
_DISTRICT = re.compile(
    r"\b(?:riding|constituency|electorate|division|district|county|province|region|town|village|"
    r"municipality|seat)s? of (?:the )?\Z"
)
_OFFICE = (
    r"(?:ambassador|analyst|archbishop|author|bishop|brother|cardinal|chair(?:man|woman|person)|"
    r"chancellor|daughter|economist|editor|engineer|envoy|farmer|father|governor|husband|judge|"
    r"lawyer|mayor|minister|mother|nephew|niece|novelist|poet|premier|president|professor|"
    r"secretary|senator|sister|son|spokes(?:man|woman|person)|teacher|widow|wife)"
)
_AFTER_OFFICE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?: [\w'’-]+){{0,4}}? {_OFFICE}, \Z"
)
_BEFORE_OFFICE = re.compile(
    rf", (?:the|an?|its|his|her|their)(?: [\w'’-]+){{0,4}}? {_OFFICE}(?=[,.;]| (?:of|for|in|who)\b)"
)
_BEFORE_BODY = re.compile(
    r", (?:the|an?)(?: [\w'’-]+){0,4}? (?:agency|alliance|bank|charity|club|coalition|company|firm|"
    r"group|magazine|movement|newspaper|party|union)(?=[,.;]| (?:that|which)\b)"
)
_BODY_ENDS = KINDS_OF_BODY | frozenset(
    "Co Corp Group Holdings House Inc Industries International Ltd Press School Times "
    "United".split()
)
_BODIES_ABROAD = frozenset(
    "alianza aliança alleanza bloco bloque coalición coligação convergencia forza frente fronte "
    "fuerza lega liga mouvement movimento movimiento parti partai partei partia partido partij "
    "partit partito rassemblement união unione unión".split()
)
"""First words of parties and alliances in the languages that name them so."""

_POSSESSIVE = re.compile(r" ?['’]")
_BRACKET = r"(?: ?\([^()]{1,40}\))?"
_JOINT = re.compile(rf"{_BRACKET}(?: ?, ?(?:and |or )?(?:the )?| (?:and|or|&) (?:the )?)")
_FEWEST_SURE = 2
"""Names of a list that must agree before they decide for the others; chosen by eye."""

_WINDOW = 80
"""Characters before a name that hold an office or a kind of body with its words; chosen by eye."""


def labelled(text: str, spans: Sequence[RecognizedSpan]) -> list[RecognizedSpan]:
    """Return the spans of a text with the labels that their surroundings show."""
    by_words = [_with_label(span, _label(text, span)) for span in _by_surname(spans)]
    by_lists = [span for run in _lists(text, by_words) for span in _alike(text, run)]
    return _by_form(spans, by_lists)


def _with_label(span: RecognizedSpan, label: str) -> RecognizedSpan:
    """Return a span with another label, which makes it a proper noun if it is a person's."""
    if label == span.label:
        return span
    tags = ("NNP",) * len(span.tags) if label == "PERSON" else span.tags
    return replace(span, label=label, tags=tags)


def _label(text: str, span: RecognizedSpan) -> str:
    before = text[max(0, span.start - _WINDOW) : span.start]
    if span.label in {"ORG", "GPE", "NORP", "PRODUCT"} and _is_shown_a_person(text, span, before):
        return "PERSON"
    if span.label in {"PERSON", "ORG"} and _DISTRICT.search(before):
        return "GPE"
    is_beside_bodies = (
        _AFTER_BODIES.search(before)
        or _BEFORE_BODIES.match(text, span.end)
        or _BEFORE_BODY.match(text, span.end)
    )
    if span.label == "PERSON" and _is_party_abroad(span.form):
        return "ORG"
    if span.label == "PERSON" and is_beside_bodies and not _is_surely_person(text, span):
        return "ORG"
    return span.label


def _is_party_abroad(form: str) -> bool:
    words = form.split()
    return len(words) > 1 and words[0].casefold() in _BODIES_ABROAD


def _is_shown_a_person(text: str, span: RecognizedSpan, before: str) -> bool:
    """Whether a deed, an office beside it or a title shows that a span is a person."""
    words = clean_organization(span.form).split()
    if _may_be_surname(words):
        return has_a_life(text, span.end)
    titled = words[:1] and is_personal_title(words[0])
    if not _may_be_full_name(words[1:] if titled else words):
        return False
    return bool(
        titled
        or is_personal_title(previous_word(text, span.start))
        or _AFTER_OFFICE.search(before)
        or _BEFORE_OFFICE.match(text, span.end)
        or has_a_life(text, span.end)
    )


def _may_be_full_name(words: Sequence[str]) -> bool:
    return (
        len(words) in {2, 3}
        and all(word[0].isupper() and not word.isupper() for word in words)
        and words[-1].strip(".") not in _BODY_ENDS
        and not any(word in country_names().forms for word in words)
    )


def _is_surely_person(text: str, span: RecognizedSpan) -> bool:
    """Whether a title, an initial or a possessive shows that a span is a person."""
    words = span.form.split()
    return (
        is_title(words[0])
        or any(len(word.strip(".")) == 1 for word in words)
        or _POSSESSIVE.match(text, span.end) is not None
        or words[-1].endswith(("'s", "’s", "'", "’"))
    )


def _may_be_surname(words: Sequence[str]) -> bool:
    return (
        len(words) == 1
        and words[0][0].isupper()
        and not words[0].isupper()
        and not is_title(words[0])
        and words[0] not in country_names().forms
    )


def _lists(text: str, spans: Sequence[RecognizedSpan]) -> Iterator[list[RecognizedSpan]]:
    """Yield runs of spans with nothing but commas and conjunctions between them."""
    run: list[RecognizedSpan] = []
    for span in spans:
        if run and _JOINT.fullmatch(text, run[-1].end, span.start) is None:
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _alike(text: str, run: Sequence[RecognizedSpan]) -> list[RecognizedSpan]:
    """Give people and organizations in a list the label that most of them have."""
    before = text[max(0, run[0].start - _WINDOW) : run[0].start]
    if len(run) > 1 and run[0].label == "ORG" and _AFTER_BODIES.search(before):
        return [replace(s, label="ORG") if s.label == "PERSON" else s for s in run]
    counts = Counter(span.label for span in run)
    for label, other in (("PERSON", "ORG"), ("ORG", "PERSON")):
        if counts[label] >= _FEWEST_SURE and counts[label] > 2 * counts[other]:
            return [replace(s, label=label) if s.label == other else s for s in run]
    return list(run)


def _by_surname(spans: Sequence[RecognizedSpan]) -> list[RecognizedSpan]:
    """Take for a person what ends in the surname of one, whatever its label."""
    surnames = {
        span_key(span.form) for span in spans if span.label == "PERSON" and len(span.tags) == 1
    }
    relabelled: list[RecognizedSpan] = []
    for span in spans:
        words = clean_organization(span.form).split()
        is_full_name = (
            span.label in _NOT_PEOPLE
            and len(words) in {2, 3}
            and all(word[0].isupper() for word in words)
            and span_key(words[-1]) in surnames
            and not is_title(words[0])
        )
        relabelled.append(replace(span, label="PERSON") if is_full_name else span)
    return relabelled


def _by_form(
    before: Sequence[RecognizedSpan], after: Sequence[RecognizedSpan]
) -> list[RecognizedSpan]:
    """Give a form the label everywhere that it was given for its surroundings somewhere."""
    changed = {
        span_key(new.form): new.label
        for old, new in zip(before, after, strict=True)
        if old.label != new.label
    }
    return [
        replace(span, label=changed.get(span_key(span.form), span.label))
        if span.label in {"PERSON", "ORG"}
        else span
        for span in after
    ]


def span_key(form: str) -> str:
    """Return a recognized form for comparison, whatever it may name."""
    return name_key(clean_organization(clean_person(form)))
