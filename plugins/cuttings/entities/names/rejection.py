"""Why a recognized span is not a name.

A span is rejected for its kind (part of speech, capitals, the words beside it,
the label it is mostly given), never because a list names it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.countries.country_names import CountryForm, FormKind, country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.eponyms import names_a_bearer, names_a_term
from cuttings.entities.names.name import Name
from cuttings.entities.names.organization_evidence import (
    is_within_another,
    shows_organization_in_form,
)
from cuttings.entities.names.organization_phrases import is_in_event
from cuttings.entities.names.person_evidence import surely_shows_person
from cuttings.entities.names.span_labels import span_key
from cuttings.entities.names.thing_names import names_a_thing, why_a_thing
from cuttings.entities.names.unfit_form import why_unfit_for_organization, why_unfit_for_person
from cuttings.entities.recognition.recognizer import RecognizedSpan
from cuttings.entities.words.form_index import places
from cuttings.entities.words.human_deeds import says_of_self, shows_person
from cuttings.entities.words.legal_forms import ends_in_legal_form, goes_on_to_legal_form
from cuttings.entities.words.organizations import KINDS_OF_BODY, is_acronym
from cuttings.entities.words.person_names import name_words
from cuttings.entities.words.posts import is_post
from cuttings.entities.words.titles import is_personal_title, is_title
from cuttings.entities.words.word_context import is_day_or_month, previous_word

_PROPER = frozenset({"NNP", "NNPS"})
_PERSON, _ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
_WORD = re.compile(r"\w+")
_GOVERNS = re.compile(
    r"\b(?:Assembly|Cabinet|Congress|Council|Court|Department|Government|House|Ministry|Parliament|"
    r"Senate)\b|&"
)
"""Bodies that a text may call in capitals here and not there ("the Supreme Court")."""

_AUTHOR = r"[A-Z][\w'’-]+ [A-Z]{1,3}"
_AUTHOR_ALONE = re.compile(_AUTHOR)
_AUTHOR_BEFORE = re.compile(rf"(?<![\w'’-]){_AUTHOR} ?, (?:and )?\Z")
_AUTHOR_BEHIND = re.compile(rf" ?, (?:and )?{_AUTHOR}\b")
_GENERIC = re.compile(
    r" (?:Cent(?:er|re)|Services?|Division|Department|Group|Office|Operations?|Unit)\Z"
)
_ONE_OF_MANY = re.compile(r"\b(?:an?|[Ii]ts|their|his|her|every|each|a new|its new) \Z")
_JOINED_WORD = re.compile(r"(?<![\w-])[A-Z][a-z]{3,}-\Z")
_NOUN = re.compile(r" [a-z]{5,}")
_OWNED = re.compile(r"(?:['’]s|s['’]) ")
_GOES_ON = re.compile(r"(?: [A-Z][\w’'-]+){2,} and [A-Z]")
_BOUNDARY = re.compile(r"\b")
_WINDOW = 64
"""Characters that hold the two words before a name."""

_LONGEST_PERSON, _LONGEST_ORGANIZATION = 6, 10
"""Words; chosen by eye on the newswire: what is longer is a list or a sentence."""


class NameCheck:
    """Judges which of the recognized spans of one text are not names.

    Args:
        text: The text.
        spans: All that was recognized in it.
    """

    def __init__(self, text: str, spans: Iterable[RecognizedSpan]) -> None:
        self._text = text
        self._ends: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(text):
            self._ends[word[0]].append(word.end())
        self._companies: dict[str, list[int]] = {}
        self._words = self._ends.keys()
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        for span in spans:
            self._votes[span_key(span.form)][span.label] += 1

    def rejection_reason(self, name: Name, span: RecognizedSpan) -> str:
        """Return why a span is not a name of its kind, or "" if it is one.

        Args:
            name: What was trimmed out of the span.
            span: What was recognized.
        """
        form, words = name.form, name.form.split()
        if not words:
            return "it is a title alone"
        acronym = name.kind is _ORGANIZATION and is_acronym(form) and len(form) > 2
        if not (acronym or _PROPER.intersection(span.tags)):
            return "it is not a proper noun here"
        if all(is_day_or_month(w) or is_function_word(w) or is_title(w) for w in words):
            return "it is made of titles, days or function words"
        if len(words) == 1 and names_a_term(self._text, name.end):
            return "it is part of a term named for a person"
        if name.kind is _PERSON:
            reason = (
                _why_no_person(name, self._text, words)
                or why_unfit_for_person(form, span.tags)
                or self._why_company(name, words)
            )
        else:
            reason = (
                self._why_no_organization(name, words)
                or why_unfit_for_organization(form, span.tags)
                or self._why_no_body(name)
            )
        return reason or self._why_another(name, span)

    def _why_another(self, name: Name, span: RecognizedSpan) -> str:
        """Return what else the text or the tables say that a form names, or ""."""
        given = self._votes[span_key(span.form)]
        label, count = given.most_common(1)[0]
        if count > given[span.label]:
            return f"it is more often recognized as {label}"
        known = country_names().forms.get(name.form)
        behind = shows_person(self._text, name.end) or says_of_self(self._text, name.end)
        is_surely_person = name.has_title or (name.kind is _PERSON and behind)
        if known is not None and not is_surely_person and _is_of_another_kind(known, name.kind):
            return "it names a country or a place"
        return ""

    def _why_company(self, name: Name, words: Sequence[str]) -> str:
        """Return what shows that a person's name is a company's, or "" if nothing does."""
        if name.has_title:
            return ""
        if goes_on_to_legal_form(self._text, name.end) > name.end:
            return "it is part of a company's name"
        if words[-1] not in self._companies:
            self._companies[words[-1]] = [
                end
                for end in self._ends.get(words[-1], ())
                if goes_on_to_legal_form(self._text, end) > end
            ]
        is_elsewhere = any(
            self._text.startswith(name.form, end - len(name.form))
            for end in self._companies[words[-1]]
            if end >= len(name.form)
        )
        if is_elsewhere and not surely_shows_person(self._text, name.start, name.end):
            return "it is a company's name elsewhere in the story"
        if len(words) > 1 and _GOES_ON.match(self._text, name.end):
            return "it is part of a longer name"
        return ""

    def _why_no_organization(self, name: Name, words: Sequence[str]) -> str:
        if sum(char.isalpha() for char in name.form) < 2:
            return "it has fewer than two letters"
        if not any(char.isupper() for char in name.form):
            return "it has no capital"
        if len(words) > _LONGEST_ORGANIZATION or any(char in "<>=|@%$" for char in name.form):
            return "it is not a name"
        if len(words) == 1 and self._has_word(name.form.lower()):
            return "the text has it as a common noun"
        if len(words) > 1 and not _GOVERNS.search(name.form) and self._has_word(name.form.lower()):
            return "the text has it as a common noun"
        if len(words) > 1 and _is_of_a_person(name.form, words[-1]):
            return "it ends in what a person is"
        if _AUTHOR_ALONE.fullmatch(name.form) and _is_among_authors(self._text, name):
            return "it stands among the authors of a work"
        if _JOINED_WORD.search(self._text, max(0, name.start - _WINDOW), name.start):
            return "a hyphen joins it to the name before it"
        if name.form in KINDS_OF_BODY:
            return "it is a kind of body alone"
        if is_in_event(self._text, name.start, name.end):
            return "it is part of the name of an event"
        last = self._text[max(0, name.start - _WINDOW) : name.start].split()[-2:]
        if len(last) == 2 and last[1] == "of" and is_title(last[0]) and is_title(words[0]):
            return "it is the rest of a title"
        return ""

    def _why_no_body(self, name: Name) -> str:
        """Return what shows that a name is a share's, a thing's or a kind's, or ""."""
        if _GENERIC.search(name.form) and not ends_in_legal_form(name.form):
            before = self._text[max(0, name.start - _WINDOW) : name.start]
            if _ONE_OF_MANY.search(before) and not _NOUN.match(self._text, name.end):
                return "an article says that it is one of many"
        around = self._text[max(0, name.start - 1) : name.end + 1]
        if around == f"<{name.form}>" and is_acronym(name.form) and "&" not in name.form:
            return "it is the sign of a share"
        if reason := why_a_thing(self._text, name.start, name.end):
            return reason
        if is_within_another(self._text, name.start, name.end):
            return "it is a part of another body"
        if shows_organization_in_form(name.form):
            return ""
        if _OWNED.search(name.form):
            return "it belongs to another"
        if names_a_thing(name.form):
            return "it ends in the kind of thing that it is"
        return ""

    def _has_word(self, word: str) -> bool:
        """Whether the text has a word as it is; one with marks is looked for if its parts are."""
        parts = _WORD.findall(word)
        if parts == [word] or not self._words >= set(parts):
            return word in self._words
        return any(
            _BOUNDARY.match(self._text, start) and _BOUNDARY.match(self._text, start + len(word))
            for start in places(self._text, word)
        )


def _is_of_a_person(form: str, last: str) -> bool:
    """Whether a name ends in what a person is, as posts do ("Supreme Court Justice")."""
    is_person = (
        is_personal_title(last) or last == "Justice" or (is_post(last) and not is_title(last))
    )
    return is_person and not shows_organization_in_form(form)


def _is_among_authors(text: str, name: Name) -> bool:
    """Whether a surname with initials has another beside it ("Falk A, Lee SA")."""
    before = text[max(0, name.start - _WINDOW) : name.start]
    return bool(_AUTHOR_BEFORE.search(before) or _AUTHOR_BEHIND.match(text, name.end))


def _is_of_another_kind(known: CountryForm, kind: EntityKind) -> bool:
    """Whether a form of the tables is neither a person's nor a body's name."""
    if kind is _PERSON:
        return known.kind is not None
    return not (known.kind is FormKind.INSTITUTION or known.is_organization)


def _why_no_person(name: Name, text: str, words: Sequence[str]) -> str:
    form = name.form
    if any(char.isdigit() or char in "@/<>=+%$&|" for char in form):
        return "names of people have no digits or signs"
    if not (words[0][0].isupper() or words[-1][0].isupper()):
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
    if names_a_bearer(text, name.end):
        return "it is part of the name of a thing named for a person"
    return ""
