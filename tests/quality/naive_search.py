"""A search without an index: every story is read for every query.

What the engine finds is held against it. It knows nothing of files, postings or positions, only a
story's words in their order.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysis import Analysis, make_term, make_word, name_words, tokens
from cuttings.search_index.field import FIELDS

FIELD_NAMES = tuple(field.name for field in FIELDS)
"""Every field of the index."""

ORDERED_FIELDS = frozenset({"title", "text"})
"""Fields whose words stand in an order that means something."""

_ANALYSIS = Analysis()


@dataclass(frozen=True, slots=True)
class NaiveWord:
    """A word of a story.

    Attributes:
        word: The word in plain small letters, "" for a stop word.
        term: Its stem.
        is_capital: Whether it is written in capitals.
    """

    word: str
    term: str
    is_capital: bool


class NaiveStory:
    """A story as a reader of its words sees it."""

    def __init__(self, story: TaggedArticle) -> None:
        self.story = story
        texts = {field.name: field.text(story) for field in FIELDS}
        self.words = {name: _words(text) for name, text in texts.items()}
        self.compounds = {
            name: {term for _, form in _ANALYSIS.forms(text)[1] for term in (form.term,)}
            for name, text in texts.items()
        }

    @property
    def day(self) -> datetime.date | None:
        """The day of publication."""
        date = self.story.article.date
        return None if date is None else datetime.date(date.year, date.month, date.day)

    def has_term(self, term: str, fields: Iterable[str]) -> bool:
        """Tell whether a word of this stem, or a compound, stands in one of the fields."""
        return any(
            term in self.compounds[name] or any(word.term == term for word in self.words[name])
            for name in fields
        )

    def has_word(self, matches: Callable[[NaiveWord], bool], fields: Iterable[str]) -> bool:
        """Tell whether a word that matches stands in one of the fields."""
        return any(word.word and matches(word) for name in fields for word in self.words[name])

    def spans(self, matches: Sequence[Callable[[NaiveWord], bool]], field: str) -> set[Span]:
        """Return where words that match stand side by side in a field."""
        words = self.words[field]
        return {
            (start, start + len(matches) - 1)
            for start in range(len(words) - len(matches) + 1)
            if all(match(words[start + place]) for place, match in enumerate(matches))
        }

    def has_name(self, kind: str, name: str) -> bool:
        """Tell whether the story is filed under a heading or form of this name."""
        asked = name_words(name)
        return any(
            name_words(form) == asked
            for tag in self.story.tags
            if tag.entity.kind == kind
            for form in (tag.entity.heading, *tag.entity.see_from)
        )


Span = tuple[int, int]
"""First and last word of a place."""


def near(left: set[Span], right: set[Span], distance: int) -> set[Span]:
    """Return the places that reach over one of each, which are at most ``distance`` apart."""
    return {
        (min(a[0], b[0]), max(a[1], b[1]))
        for a in left
        for b in right
        if 0 < max(b[0] - a[1], a[0] - b[1]) <= distance
    }


def matches_pattern(word: str, pattern: str) -> bool:
    """Tell whether a word is one that a pattern with ``*`` asks for."""
    return fnmatchcase(word, pattern)


def _words(text: str) -> list[NaiveWord]:
    in_capitals = text == text.upper()
    found: list[NaiveWord] = []
    for token in tokens(text):
        word = make_word(token, in_capitals=in_capitals)
        term = make_term(token, in_capitals=in_capitals)
        is_capital = len(word) > 1 and token == token.upper() and token != token.lower()
        found.append(NaiveWord(word if term else "", term, is_capital))
    return found


def words_written_both_ways(stories: Iterable[NaiveStory]) -> frozenset[str]:
    """Return the words that stand in capitals and otherwise, in texts that have both."""
    capital: set[str] = set()
    other: set[str] = set()
    for story in stories:
        for field in FIELDS:
            text = field.text(story.story)
            for word in story.words[field.name]:
                if not word.is_capital:
                    other.add(word.word)
                elif text != text.upper():
                    capital.add(word.word)
    return frozenset(capital & other)
