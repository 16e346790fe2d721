"""What a story says of the people and bodies it names, which tells namesakes apart."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from cuttings.article.article import Article
from cuttings.article.markup import plain_text
from cuttings.entities.form_index import FormIndex


class StoryContext:
    """The words, the source and the other entities of one story.

    Args:
        article: The story.
        names: Names of its entities; read when they are first needed.
    """

    def __init__(self, article: Article, names: Iterable[str]) -> None:
        self._article = article
        self._given_names = names

    def first_of(self, forms: Sequence[str]) -> str:
        """Return the first of ``forms`` that the story has, or "".

        It has the names of its entities, its source, and the words and phrases
        of its headline and text: one in lower case however the story writes it,
        one with capitals as it is written, or in a headline in capitals.
        """
        source = self._article.source.casefold()
        written = self._written(forms)
        return next(
            (
                form
                for form in forms
                if form in written or form in self._names or form.casefold() == source
            ),
            "",
        )

    def _written(self, forms: Sequence[str]) -> frozenset[str]:
        index = FormIndex({form: form for form in forms})
        return frozenset(match.value for part in self._parts for match in index.find(part))

    @functools.cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._given_names)

    @functools.cached_property
    def _parts(self) -> tuple[str, ...]:
        parts = (self._article.title, plain_text(self._article.body))
        return (*parts, *(part.lower() for part in parts))
