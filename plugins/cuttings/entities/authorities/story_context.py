"""What a story has that distinguishes namesakes: its words, its source, its other entities."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence

from cuttings.article.article import Article
from cuttings.article.markup import plain_text
from cuttings.entities.words.form_index import TextWords


class StoryContext:
    """The words, the source and the other entities of one story.

    Args:
        article: The story.
        names: Names of its entities; read when they are first needed.
    """

    def __init__(self, article: Article, names: Iterable[str]) -> None:
        self._article = article
        self._given_names = names

    @property
    def day(self) -> datetime.date | None:
        """The day of the story, or None."""
        return self._article.day

    def first_of(self, forms: Sequence[str]) -> str:
        """Return the first of ``forms`` that the story has, or "".

        It has the names of its entities, its source, and the words and phrases
        of its headline and text: one in lower case however the story writes it,
        one with capitals as it is written, or in a headline in capitals.
        """
        source = self._article.source.casefold()
        return next(
            (
                form
                for form in forms
                if form.casefold() == source
                or form in self._names
                or any(words.have(form) for words in self._words)
            ),
            "",
        )

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._given_names)

    @functools.cached_property
    def _words(self) -> tuple[TextWords, ...]:
        parts = (self._article.title, plain_text(self._article.body))
        return tuple(map(TextWords, (*parts, *(part.lower() for part in parts))))


class UnknownStory(StoryContext):
    """A story that has nothing to distinguish namesakes by, and notes whether it was asked.

    Attributes:
        is_asked: Whether a decision needs to know the story.
    """

    def __init__(self) -> None:
        self.is_asked = False

    def first_of(self, forms: Sequence[str]) -> str:
        """Return "", and note that it was asked."""
        del forms
        self.is_asked = True
        return ""
