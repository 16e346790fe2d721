"""A search without an index: every story is read for every query.

What the engine finds is held against it. It knows nothing of files, postings or positions, only a
story's words in their order.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.field import FIELDS
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.plain_word import name_words
from cuttings.search_index.terms.spelling import Spelling, SpellingKind
from cuttings.search_index.terms.surface_form import CAPITALS, SMALL, SurfaceForm

FIELD_NAMES = tuple(field.name for field in FIELDS)
"""Every field of the index."""

ORDERED_FIELDS = frozenset({"title", "text"})
"""Fields whose words stand in an order that means something."""

_ANALYSIS = Analysis()

Span = tuple[int, int]
"""First and last word of a place."""


@dataclass(frozen=True, slots=True)
class WantedWord:
    """What a word of a story must be.

    Attributes:
        words: The words that are wanted as they are written.
        terms: The stems that are wanted, whatever the word.
        in_capitals: Whether it must be written in capitals.
        is_any: Whether any word, also a stop word, will do.
    """

    words: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    in_capitals: bool = False
    is_any: bool = False

    def is_met_by(self, form: SurfaceForm) -> bool:
        """Tell whether a word of a story is one."""
        if self.is_any:
            return True
        is_one = form.word in self.words or form.term in self.terms
        return is_one and (form.capitals != SMALL or not self.in_capitals)


def forms_of(
    analysis: Analysis, text: str
) -> tuple[list[SurfaceForm], list[tuple[int, SurfaceForm]]]:
    """Return the forms of a text's words in their order, and of its compounds with their places."""
    kind, found, compounds = analysis.spelled(text)
    return [analysis.form(Spelling(token, kind)) for token in found], [
        (place, analysis.form(Spelling(compound, SpellingKind.COMPOUND)))
        for place, compound in compounds
    ]


class _Vocabulary:
    """The words of a field without their order, so that most stories need not be read for a word.

    Args:
        forms: The field's words as they are written.
    """

    def __init__(self, forms: Iterable[SurfaceForm]) -> None:
        distinct = frozenset(forms)
        self._words = frozenset(form.word for form in distinct)
        self._terms = frozenset(form.term for form in distinct)
        self._in_capitals = [form for form in distinct if form.capitals != SMALL]

    def has(self, wanted: WantedWord) -> bool:
        """Tell whether a wanted word is among them."""
        if wanted.in_capitals:
            return any(map(wanted.is_met_by, self._in_capitals))
        if wanted.is_any:
            return bool(self._words)
        return not (self._words.isdisjoint(wanted.words) and self._terms.isdisjoint(wanted.terms))


class NaiveStory:
    """A story as a reader of its words sees it."""

    def __init__(self, story: TaggedArticle) -> None:
        self.story = story
        self.words: dict[str, list[SurfaceForm]] = {}
        self.compounds: dict[str, frozenset[tuple[int, str]]] = {}
        for field in FIELDS:
            self.words[field.name], joined = forms_of(_ANALYSIS, field.text(story))
            self.compounds[field.name] = frozenset((place, form.term) for place, form in joined)
        self._vocabularies = {name: _Vocabulary(forms) for name, forms in self.words.items()}

    @property
    def day(self) -> datetime.date | None:
        """The day of publication."""
        date = self.story.article.date
        return None if date is None else datetime.date(date.year, date.month, date.day)

    def has(self, wanted: WantedWord, fields: Iterable[str]) -> bool:
        """Tell whether a wanted word, or a compound with its stem, stands in one of the fields."""
        return any(
            any(term in wanted.terms for _, term in self.compounds[name])
            or self._vocabularies[name].has(wanted)
            for name in fields
        )

    def spans(self, wanted: Sequence[WantedWord], field: str) -> set[Span]:
        """Return where wanted words stand side by side in a field; of one also as a compound."""
        forms = self.words[field]
        compounds = {
            (place, place)
            for place, term in self.compounds[field]
            if len(wanted) == 1 and term in wanted[0].terms
        }
        if not all(map(self._vocabularies[field].has, wanted)):
            return compounds
        return compounds | {
            (start, start + len(wanted) - 1)
            for start in range(len(forms) - len(wanted) + 1)
            if all(word.is_met_by(forms[start + place]) for place, word in enumerate(wanted))
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


def near(left: set[Span], right: set[Span], distance: int) -> set[Span]:
    """Return the places that reach over one of each, which are at most ``distance`` apart."""
    return {
        (min(a[0], b[0]), max(a[1], b[1]))
        for a in left
        for b in right
        if 0 < max(b[0] - a[1], a[0] - b[1]) <= distance
    }


def vocabulary(stories: Iterable[NaiveStory]) -> frozenset[SurfaceForm]:
    """Return every word of the stories as it is written."""
    return frozenset(form for story in stories for forms in story.words.values() for form in forms)


def written_both_ways(forms: Iterable[SurfaceForm]) -> frozenset[str]:
    """Return the words that stand in capitals and otherwise, in texts that have both."""
    small = {form.word for form in forms if form.capitals == SMALL}
    return frozenset(
        form.word for form in forms if form.capitals == CAPITALS and form.word in small
    )
