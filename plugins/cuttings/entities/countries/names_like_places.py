"""Names of people that are also countries or places ("Chad", "Savannah", "Jordan")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cuttings.entities.countries.country_context import country_context
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.words.person_names import name_words
from cuttings.entities.words.word_context import precedes_name

_BEFORE_PLACE = re.compile(
    r"\b(?i:across|around|at|from|in|inside|into|near|outside|through|throughout|to|towards?)"
    r"(?P<gap> )(?:(?:central|downtown|eastern|northern|southern|western) )?"
)
_WORD = re.compile(r"\w+")
_BOUNDARY = re.compile(r"\b")


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
    like_places = {
        word
        for word in {words[end] for words in full for end in (0, -1)}
        if word in known and known[word].kind is not None
    }
    if not like_places:
        return frozenset()
    places = _Places(text)
    return frozenset(word for word in like_places if not places.have(word))


class _Places:
    """What a text has where only a place stands ("in Savannah")."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[str, list[int]] = {}
        for before in _BEFORE_PLACE.finditer(text):
            for start in {before.end("gap"), before.end()}:
                if word := _WORD.match(text, start):
                    self._starts.setdefault(word[0], []).append(start)

    def have(self, name: str) -> bool:
        """Whether a name is a place's there, alone or by the words that go with the country."""
        context = country_context(name)
        if context is not None and context.is_favoured(self._text):
            return True
        first = _WORD.match(name)
        return any(
            self._text.startswith(name, start)
            and _BOUNDARY.match(self._text, start + len(name))
            and not precedes_name(self._text, start + len(name))
            for start in (self._starts.get(first[0], ()) if first else ())
        )
