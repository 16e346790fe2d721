"""Random queries for phrases, tags, dates and alternatives, each with the documents that meet it.

What meets a query is decided here by reading every document, with no index.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Sequence

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysis import Analysis, tokens
from cuttings.search_index.field import FIELDS

SELECTIONS = 300
"""How many queries are made."""

_ANALYSIS = Analysis()
"""Makes the term of each word once."""

Condition = tuple[str, Callable[["_Document"], bool]]


class _Document:
    """A story as a reader of its terms sees it, "" in the place of a stop word."""

    def __init__(self, story: TaggedArticle) -> None:
        self.story = story
        self.texts = {field.name: _ANALYSIS.terms(field.text(story)) for field in FIELDS}
        self.terms = frozenset(term for terms in self.texts.values() for term in terms)

    def has_phrase(self, phrase: Sequence[str]) -> bool:
        """Tell whether headline or text has these terms side by side."""
        return self.terms.issuperset(filter(None, phrase)) and any(
            _contains(self.texts[name], phrase) for name in ("title", "text")
        )


def selections(numbered: Sequence[TaggedArticle], seed: int) -> list[tuple[str, list[int]]]:
    """Return random queries, each with the numbers of the stories that meet it."""
    chance = random.Random(seed)
    documents = [_Document(story) for story in numbered]
    made: list[tuple[str, list[int]]] = []
    while len(made) < SELECTIONS:
        conditions = [_condition(chance, documents) for _ in range(chance.randint(1, 2))]
        query = " ".join(text for text, _ in conditions)
        met = [
            number
            for number, document in enumerate(documents)
            if all(test(document) for _, test in conditions)
        ]
        made.append((query, met))
    return made


def _condition(chance: random.Random, documents: Sequence[_Document]) -> Condition:
    document = chance.choice(documents)
    make = chance.choices((_phrase, _country, _date, _either), (6, 2, 2, 2))[0]
    text, test = make(chance, document)
    if chance.random() < 0.2 and " OR " not in text:
        return f"-{text}", lambda other: not test(other)
    return text, test


def _phrase(chance: random.Random, document: _Document) -> Condition:
    words = tokens(document.story.text.lower()) or ["nothing", "here"]
    start = chance.randrange(len(words))
    written = " ".join(words[start : start + chance.randint(2, 4)])
    phrase = _ANALYSIS.terms(written)
    while phrase and not phrase[-1]:
        phrase.pop()
    while phrase and not phrase[0]:
        phrase.pop(0)
    if sum(map(bool, phrase)) < 2:
        return _date(chance, document)
    return f'"{written}"', lambda other: other.has_phrase(phrase)


def _country(chance: random.Random, document: _Document) -> Condition:
    countries = [tag.entity.heading for tag in document.story.countries]
    if not countries:
        return _date(chance, document)
    heading = chance.choice(countries)
    return f'country:"{heading}"', lambda other: _has_country(other, heading)


def _has_country(document: _Document, heading: str) -> bool:
    return any(tag.entity.heading == heading for tag in document.story.countries)


def _date(chance: random.Random, document: _Document) -> Condition:
    day = document.story.article.date or datetime.date(2000, 1, 1)
    first = datetime.date(day.year, day.month, chance.choice((1, min(day.day, 28))))
    if chance.random() < 0.5:
        return f"after:{first}", lambda other: _is_between(other, first, datetime.date.max)
    return f"before:{first}", lambda other: _is_between(other, datetime.date.min, first)


def _is_between(document: _Document, first: datetime.date, end: datetime.date) -> bool:
    date = document.story.article.date
    return date is not None and first <= datetime.date(date.year, date.month, date.day) < end


def _either(chance: random.Random, document: _Document) -> Condition:
    word = chance.choice(list(tokens(document.story.text.lower())) or ["oil"])
    [term] = _ANALYSIS.terms(word) or [""]
    text, test = _country(chance, document)
    if not term or len(tokens(word)) != 1 or word == "us":
        return text, test
    return f"{word} OR {text}", lambda other: term in other.terms or test(other)


def _contains(terms: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(
        all(not wanted or terms[start + place] == wanted for place, wanted in enumerate(phrase))
        for start in range(len(terms) - len(phrase) + 1)
        if terms[start] == phrase[0]
    )
