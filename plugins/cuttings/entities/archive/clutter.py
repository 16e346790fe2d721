"""Words that stick to a person's name: a misspelled title, a month, another name."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from cuttings.article.language.function_words import FUNCTION_WORDS
from cuttings.entities.archive.census import Census, NameRecord
from cuttings.entities.archive.misspelling import is_misspelled
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import lone_forms, name_words
from cuttings.entities.words.titles import TITLE_WORDS, bare_word

_NAMES_TOO = frozenset({"marshal"})
"""Titles of which a given name is a misspelling ("Marshall")."""

_OFTEN_BEFORE = {
    letter: tuple(words)
    for letter, words in groupby(
        sorted((TITLE_WORDS | FUNCTION_WORDS) - _NAMES_TOO), key=itemgetter(0)
    )
}
"""Titles and function words by their first letter, which is right in a misspelling, too."""


def uncluttered(census: Census) -> dict[str, tuple[str, str]]:
    """Return the people's names that hold another one, with that name and the reason."""
    records = census.records(EntityKind.PERSON)
    surnames = {form for record in records for form in lone_forms(record.form)}
    found: dict[str, tuple[str, str]] = {}
    for record in records:
        if not record.by_person and (held := _held(record, census, surnames)):
            found[record.form] = held
    return found


def _held(record: NameRecord, census: Census, surnames: set[str]) -> tuple[str, str] | None:
    form = record.form
    if ", " in form:
        return _of_two(form, census, surnames)
    first, _, rest = form.partition(" ")
    if not rest:
        return None
    known = census.count(EntityKind.PERSON, rest)
    if not known and rest not in surnames:
        return None
    if word := _misspelled(first):
        return rest, f"“{first}” before it is “{word}” misspelled"
    if len(name_words(rest)) > 1 and known > record.count and not _is_given(first, census):
        return rest, f"{rest} is so named in {_stories(known)}, “{first}” before it in no other"
    return None


def _of_two(form: str, census: Census, surnames: set[str]) -> tuple[str, str] | None:
    """Return the name in a form with a comma: the first of two people, or one turned round."""
    first, _, last = form.partition(", ")
    turned = f"{last} {first}"
    if census.count(EntityKind.PERSON, turned):
        return turned, "the surname stands first"
    if last.split(", ")[0] in surnames and len(name_words(first)) > 1:
        return first, f"“{last}” behind the comma is another's name"
    return None


def _misspelled(word: str) -> str:
    """Return the title or the function word of which a word is a misspelling, or ""."""
    bare = bare_word(word)
    alike = _OFTEN_BEFORE.get(bare[:1], ())
    return next((right for right in alike if is_misspelled(bare, right)), "")


def _is_given(word: str, census: Census) -> bool:
    """Whether a word is the given name of several people."""
    return len(census.surnames_with(word)) > 1


def _stories(number: int) -> str:
    return "1 other story" if number == 1 else f"{number} other stories"
