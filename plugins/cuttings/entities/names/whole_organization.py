"""The whole name of a company of which the model saw a part."""

from __future__ import annotations

import re

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.names.organization_evidence import (
    ends_in_body,
    ends_in_subject,
    shows_organization_in_form,
)
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.legal_forms import (
    company_core,
    ends_in_legal_form,
    goes_on_to_legal_form,
    joins_companies,
)
from cuttings.entities.words.organizations import KINDS_OF_BODY, is_acronym
from cuttings.entities.words.person_names import is_particle

_WINDOW = 80
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_JOINED_BEFORE = re.compile(
    rf"(?:\A|(?<=[^\w&]))(?P<name>{_CAPITAL}(?:,? {_CAPITAL}){{0,3}},? (?:and|&) )\Z"
)
_LISTED_BEFORE = re.compile(rf"(?:\A|(?<=[^\w&]))(?P<name>(?:{_CAPITAL},? ){{0,3}}{_CAPITAL}, )\Z")
_OPENED_BEFORE = re.compile(rf"(?:<|[Tt]he | - |\A|\n)(?P<name>{_CAPITAL} (?:and|&) )\Z")
_LETTER_AND = re.compile(r"(?:\A|(?<=[^\w&]))[A-Z] (?:and|&) \Z")
_LISTED = re.compile(rf", {_CAPITAL}\Z")
_REST_OF_LIST = re.compile(rf",? and {_CAPITAL}")
_SECOND_SUBJECT = re.compile(r"(?:, [A-Z][a-z]+)*,? (?:and|&) [A-Z][a-z]+(?= |[.,;)]|\Z)(?! [A-Z])")
"""What further a body is for, whose name begins so ("Center for Health" "and Safety")."""

_AMPERSAND_BEFORE = re.compile(rf"(?<![\w.'’-])(?P<name>{_CAPITAL} & )\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_LEADING_MARKS = "<(“\"'‘ "


def whole_organization(text: str, span: RecognizedSpan) -> tuple[int, int]:
    """Return where a company's name begins and ends, up to its legal form.

    "Gauge Co" goes with what is joined to it before ("Crosby Valve and Gauge Co"), for one word
    and a legal form are seldom a name behind "and".
    """
    start, end = span.start, span.start + len(_POSSESSIVE.sub("", span.form))
    if not ends_in_legal_form(text[start:end]):
        end = goes_on_to_legal_form(text, end)
    if ends_in_subject(text[start:end]) and (second := _SECOND_SUBJECT.match(text, end)):
        end = second.end()
    if first := _AMPERSAND_BEFORE.search(text, max(0, start - _WINDOW), start):
        start = first.start("name")
    form = text[start:end]
    if not ends_in_legal_form(form):
        rest = _REST_OF_LIST.match(text, end) if _LISTED.search(form) else None
        return start, rest.end() if rest else end
    before = text[max(0, start - _WINDOW) : start]
    core = company_core(form).split()
    found = _OPENED_BEFORE.search(before)
    if found is None and (len(core) < 2 or (len(core[0]) == 1 and _LETTER_AND.search(before))):
        found = _JOINED_BEFORE.search(before)
    if found is None and ("and" in core or "&" in core) and not joins_companies(form):
        found = _LISTED_BEFORE.search(before)
    return (start - len(found["name"]) if found else start), end


def without_leading_words(form: str) -> str:
    """Return a name without small words, and others that only join, before it ("This Lee Corp")."""
    words = form.lstrip(_LEADING_MARKS).split()
    while (
        len(words) > 1
        and (is_function_word(words[0]) or _is_of_another(words[0], form))
        and (words[1][0].isupper() or _is_of_another(words[1], form))
    ):
        words = words[1:]
    return " ".join(words)


def _is_of_another(word: str, form: str) -> bool:
    """Whether a small word is not part of the body's name ("state Supreme Court")."""
    return word.islower() and not (is_particle(word) or ends_in_legal_form(form))


def without_acronym_behind(form: str) -> str:
    """Return a body's name without another's acronym behind it ("Feed Association EEP")."""
    whole, _, last = form.rpartition(" ")
    is_other = (
        is_acronym(last)
        and "." not in last
        and last not in country_names().forms
        and last not in KINDS_OF_BODY
    )
    if is_other and not ends_in_legal_form(form) and shows_organization_in_form(whole):
        return whole
    return form


def without_person_behind(form: str) -> str:
    """Return a body's name without the name of a person of it ("Lee University Ada Falk")."""
    words = form.split()
    body = " ".join(words[:-2])
    is_person = len(words) > 3 and is_given_name(words[-2]) and words[-1][0].isupper()
    if (
        is_person
        and words[-3][0].isupper()
        and shows_organization_in_form(body)
        and not ends_in_body(form)
    ):
        return body
    return form
