"""Random queries of every kind, each with the documents that meet it.

What meets a query is decided by ``naive_search``, which reads every document.
"""

from __future__ import annotations

import calendar
import datetime
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.quality.naive_search import (
    FIELD_NAMES,
    ORDERED_FIELDS,
    NaiveStory,
    Span,
    WantedWord,
    near,
    vocabulary,
    written_both_ways,
)

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.terms.plain_word import make_word
from cuttings.search_index.terms.surface_form import make_term
from cuttings.search_index.terms.tokens import tokens

SELECTIONS = 80
"""How many queries are drawn by default; ``python -m tests.quality`` draws 10,000."""

MOST_DEPTH = 2
"""Brackets within each other in a drawn query."""

Fields = Collection[str]
Test = Callable[[NaiveStory, Fields], bool]
"""Whether a story meets a condition in some of the fields."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of a query.

    Attributes:
        text: As it is typed.
        test: What meets it.
        spans: Where it stands in a field, for what may stand beside NEAR; else None.
    """

    text: str
    test: Test
    spans: Callable[[NaiveStory, str], set[Span]] | None = None


def selections(
    numbered: Sequence[TaggedArticle], seed: int, count: int = SELECTIONS
) -> list[tuple[str, list[int]]]:
    """Return random queries, each with the numbers of the stories that meet it.

    Args:
        numbered: The archive in the order of its documents.
        seed: Of the drawing.
        count: How many queries.
    """
    stories = [NaiveStory(story) for story in numbered]
    drawing = _Drawing(random.Random(seed), stories)
    return [
        (
            drawn.text,
            [number for number, story in enumerate(stories) if drawn.test(story, FIELD_NAMES)],
        )
        for drawn in (drawing.query() for _ in range(count))
    ]


class _Drawing:
    """Draws queries. What one asks for is mostly taken from one story, so that it finds some."""

    def __init__(self, chance: random.Random, stories: Sequence[NaiveStory]) -> None:
        self._chance = chance
        self._stories = [story for story in stories if any(_long_words(story))]
        forms = vocabulary(stories)
        self._words = frozenset(form.word for form in forms)
        self._split = written_both_ways(forms)
        self._story = self._stories[0]

    def query(self, depth: int = 0) -> Drawn:
        """Draw conditions, all of which must be met."""
        if depth == 0:
            self._story = self._chance.choice(self._stories)
        conditions = [self._condition(depth) for _ in range(self._chance.choice((1, 1, 2, 2, 3)))]
        text = self._chance.choice((" ", " ", " AND ")).join(drawn.text for drawn in conditions)
        return Drawn(text, lambda story, fields: all(d.test(story, fields) for d in conditions))

    def _condition(self, depth: int) -> Drawn:
        alternatives = [self._signed(depth) for _ in range(self._chance.choice((1, 1, 1, 2, 3)))]
        text = " OR ".join(drawn.text for drawn in alternatives)
        return Drawn(text, lambda story, fields: any(d.test(story, fields) for d in alternatives))

    def _signed(self, depth: int) -> Drawn:
        drawn = self._part(depth)
        if self._chance.random() < 0.8:
            return drawn
        sign = self._chance.choice(("-", "NOT "))
        return Drawn(sign + drawn.text, lambda story, fields: not drawn.test(story, fields))

    def _part(self, depth: int) -> Drawn:
        makers = (
            (self._word, 6),
            (self._quoted_word, 3),
            (self._phrase, 3),
            (self._pattern, 3),
            (self._compound, 1),
            (self._near, 3),
            (self._field, 2),
            (self._name, 2),
            (self._date, 2),
            (lambda: self._bracket(depth), 0 if depth == MOST_DEPTH else 5),
        )
        (make,) = self._chance.choices([make for make, _ in makers], [w for _, w in makers])
        return make()

    def _bracket(self, depth: int) -> Drawn:
        inner = self.query(depth + 1)
        return Drawn(f"({inner.text})", inner.test)

    def _field(self) -> Drawn:
        parts = [self._word(), self._chance.choice((self._word, self._pattern))()]
        joined = f"title:({parts[0].text} OR {parts[1].text})"
        return Drawn(joined, lambda story, _: any(d.test(story, ["title"]) for d in parts))

    def _any_word(self) -> str:
        source = self._story if self._chance.random() < 0.8 else self._chance.choice(self._stories)
        return self._chance.choice(list(_long_words(source)))

    def _word(self) -> Drawn:
        word = self._any_word()
        return self._placed(word, [WantedWord(terms=frozenset({make_term(word)}))])

    def _quoted_word(self) -> Drawn:
        written = self._any_word()
        if self._chance.random() < 0.3:
            written = written.upper()
        word = make_word(written)
        wants_capitals = written.isupper() and word in self._split
        return self._placed(
            f'"{written}"', [WantedWord(frozenset({word}), in_capitals=wants_capitals)]
        )

    def _phrase(self) -> Drawn:
        words = [word for word in tokens(self._story.story.text.lower()) if word.isascii()]
        start = self._chance.randrange(max(1, len(words) - 4))
        chosen = words[start : start + self._chance.randint(2, 4)]
        while chosen and not make_term(chosen[-1]):
            chosen.pop()
        while chosen and not make_term(chosen[0]):
            chosen.pop(0)
        if len(chosen) < 2 or "us" in chosen:
            return self._word()
        wanted = [
            WantedWord(frozenset({make_word(word)})) if make_term(word) else WantedWord(is_any=True)
            for word in chosen
        ]
        return self._placed(f'"{" ".join(chosen)}"', wanted)

    def _placed(self, text: str, wanted: Sequence[WantedWord]) -> Drawn:
        """Return what asks for words side by side, or for one anywhere."""

        def spans(story: NaiveStory, field: str) -> set[Span]:
            return story.spans(wanted, field)

        def test(story: NaiveStory, fields: Fields) -> bool:
            if len(wanted) == 1:
                return story.has(wanted[0], fields)
            return any(spans(story, field) for field in ORDERED_FIELDS.intersection(fields))

        return Drawn(text, test, spans)

    def _pattern(self) -> Drawn:
        word = self._any_word().lower()
        cut = self._chance.randint(2, len(word) - 1)
        pattern = self._chance.choice(
            (f"{word[:cut]}*", f"*{word[1:]}", f"{word[:2]}*{word[-2:]}", f"{word[:cut]}*")
        )
        if make_word(word) != word:
            return self._word()
        words = frozenset(other for other in self._words if fnmatchcase(other, pattern))
        return self._placed(pattern, [WantedWord(words - {""})])

    def _compound(self) -> Drawn:
        terms = [(name, term) for name in FIELD_NAMES for _, term in self._story.compounds[name]]
        if not terms:
            return self._word()
        _, term = self._chance.choice(sorted(terms))
        wanted = WantedWord(terms=frozenset({make_term(term)}))
        return Drawn(term, lambda story, fields: story.has(wanted, fields))

    def _near(self) -> Drawn:
        operands = [self._operand(), self._operand()]
        distance = self._chance.choice((1, 3, 10, 30))
        operator = "NEAR" if distance == 10 else f"NEAR/{distance}"

        def test(story: NaiveStory, fields: Fields) -> bool:
            first, second = (drawn.spans for drawn in operands)
            assert first is not None
            assert second is not None
            return any(
                near(first(story, field), second(story, field), distance)
                for field in ORDERED_FIELDS.intersection(fields)
            )

        return Drawn(f" {operator} ".join(drawn.text for drawn in operands), test)

    def _operand(self) -> Drawn:
        makers = (self._word, self._quoted_word, self._phrase, self._pattern)
        if self._chance.random() < 0.8:
            return self._chance.choice(makers)()
        either = [self._chance.choice(makers)() for _ in range(2)]

        def spans(story: NaiveStory, field: str) -> set[Span]:
            return {span for drawn in either if drawn.spans for span in drawn.spans(story, field)}

        return Drawn(f"({either[0].text} OR {either[1].text})", lambda *_: False, spans)

    def _name(self) -> Drawn:
        tags = [tag for tag in self._story.story.tags if " " in tag.entity.heading]
        if not tags:
            return self._date()
        entity = self._chance.choice(tags).entity
        field = {"person": "person", "country": "country", "organization": "org"}[entity.kind]
        return Drawn(
            f'{field}:"{entity.heading}"',
            lambda story, _: story.has_name(entity.kind, entity.heading),
        )

    def _date(self) -> Drawn:
        day = self._story.day or datetime.date(2000, 1, 1)
        text, test = self._chance.choice(list(_dates(day)))
        return Drawn(text, lambda story, _: test(story.day))


def _dates(day: datetime.date) -> Iterator[tuple[str, Callable[[datetime.date | None], bool]]]:
    """Yield ways to ask for a day or what is around it."""
    month = calendar.month_name[day.month]
    last = calendar.monthrange(day.year, day.month)[1]
    yield f"after:{day}", lambda other: other is not None and other >= day
    yield f"before:{day}", lambda other: other is not None and other < day
    yield f"{day.day} {month} {day.year}", lambda other: other == day
    yield f"{month[:3]} {day.day}, {day.year}", lambda other: other == day
    yield (
        f"{month} {day.year}",
        lambda other: other is not None and (other.year, other.month) == (day.year, day.month),
    )
    yield (
        f"last week of {month} {day.year}",
        lambda other: (
            other is not None
            and (other.year, other.month) == (day.year, day.month)
            and other.day > last - 7
        ),
    )
    yield f"date:{day.year}", lambda other: other is not None and other.year == day.year
    yield "date:none", lambda other: other is None


def _long_words(story: NaiveStory) -> Iterator[str]:
    """Yield words of a story's text that are plain letters, long enough to be asked for."""
    for word in tokens(story.story.text):
        if len(word) > 3 and word.isalpha() and word.isascii() and make_term(word):
            yield word
