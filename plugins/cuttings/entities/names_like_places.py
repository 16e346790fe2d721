"""Names of people that are also countries or places ("Chad", "Savannah", "Jordan")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cuttings.entities.country_context import country_context
from cuttings.entities.country_names import country_names
from cuttings.entities.person_names import name_words
from cuttings.entities.word_context import precedes_name

_BEFORE_PLACE = (
    r"\b(?i:across|around|at|from|in|inside|into|near|outside|through|throughout|to|towards?)"
    r"(?: (?:central|downtown|eastern|northern|southern|western))? "
)
_HUMAN_DEED = re.compile(
    r" (?:blushed|giggled|grinned|hugged|knelt|laughed|sighed|smiled|sobbed|wept|yawned)\b"
)
_SAYS_OF_SELF = re.compile(
    r" (?:admitted|asked|recalled|remembered|said|says|thought)(?: that)? (?:he|she)\b"
)


def names_like_places(people: Iterable[str], text: str) -> frozenset[str]:
    """Return the names of places by which a story calls its people.

    That is the first or last word of a person's full name that names a country or
    place, unless the story also has it where only a place stands ("in Savannah") or
    has words that go with the country.

    Args:
        people: Full names of the people of the story.
        text: Its headline and text.
    """
    known = country_names().forms
    full = [words for words in map(name_words, people) if len(words) > 1]
    return frozenset(
        word
        for word in {words[end] for words in full for end in (0, -1)}
        if word in known and known[word].kind is not None and not _is_place_too(word, text)
    )


def shows_person(text: str, end: int) -> bool:
    """Whether what stands behind a form is what only a person does ("Chad smiled")."""
    return _HUMAN_DEED.match(text, end) is not None


def says_of_self(text: str, end: int) -> bool:
    """Whether a verb of saying and "he" or "she" stand behind a form ("Chad said he …").

    A government can say so of another, so this tells something only of a form that
    is recognized as a person.
    """
    return _SAYS_OF_SELF.match(text, end) is not None


def _is_place_too(word: str, text: str) -> bool:
    context = country_context(word)
    if context is not None and context.is_favoured(text):
        return True
    return any(
        not precedes_name(text, place.end())
        for place in re.finditer(rf"{_BEFORE_PLACE}{re.escape(word)}\b", text)
    )
