"""What one story says about the names in it, for the evidence of all."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.archive.surroundings import (
    is_addressed_as_woman,
    is_company_here,
    is_person_here,
    may_be_person_here,
    office_behind,
    offices,
    titles_before,
)
from cuttings.entities.entity import EntityKind, bare_name
from cuttings.entities.lines.entity_lines import ENTITY_LINES, written_headings
from cuttings.entities.lines.signed_lines import found_lines
from cuttings.entities.words.form_index import places
from cuttings.entities.words.inverted_name import reading_order
from cuttings.entities.words.person_names import is_particle, name_words
from cuttings.entities.words.word_context import is_day_or_month

_MOST_PLACES = 20
"""Places of a name that are looked at in one story: what twenty do not show, more will not."""

_FEWEST_LETTERS = 3
"""Letters from which on a word in small letters says something: "a" and "of" do not."""

_SHORT_FORM = re.compile(r"[(<]([A-Z][A-Za-z&.-]{1,7})[)>]")
_BEFORE_SHORT_FORM = 80
"""Characters before a short form in brackets that hold the name which it is short for."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """How one story uses a name.

    Attributes:
        kind: What the tagger, or a person, takes it for.
        form: The name.
        by_person: Whether a person set it.
        offices: Titles and offices that the story gives who bears it ("treasury secretary").
        titled: The name with its titles as the story writes it ("Treasury Secretary Baker").
        is_woman: Whether it is addressed as a woman's ("Mrs. Thatcher").
        is_human: Whether it has a title of people or does what only people do.
        may_be_human: Whether it does what people mostly do, such as saying.
        is_company: Whether a legal form, a ticker or what companies have stands behind it.
        is_common: Whether the story has a word of it in small letters ("Avg shrs", "Dlr Kansai").
    """

    kind: EntityKind
    form: str
    by_person: bool = False
    offices: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    is_woman: bool = False
    is_human: bool = False
    may_be_human: bool = False
    is_company: bool = False
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class StoryNames:
    """The names of people and organizations in one story.

    Attributes:
        path: The article's file.
        day: Its day, or None.
        uses: The names.
        introduced: Short forms in brackets, each with the words before it.
    """

    path: Path
    day: datetime.date | None
    uses: tuple[NameUse, ...]
    introduced: tuple[tuple[str, str], ...] = ()

    def forms(self, kind: EntityKind) -> list[str]:
        """Return the names of a kind."""
        return [use.form for use in self.uses if use.kind is kind]


def story_names(path: Path, front_matter: FrontMatter, article: Article) -> StoryNames:
    """Return the names that the tagger found in an article, or a person set, and their use.

    Args:
        path: The article's file.
        front_matter: Its front matter and body.
        article: The article that it was read as.
    """
    text = html.unescape(article.body.replace("\\", ""))
    found = found_lines(front_matter, article)
    uses: list[NameUse] = []
    for kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
        by_person = ENTITY_LINES[kind][0] not in found
        forms = written_headings(article, kind) if by_person else found[ENTITY_LINES[kind][0]]
        if kind is EntityKind.PERSON:
            forms = tuple(map(reading_order, forms))
        uses += (_use(kind, form, by_person, text) for form in dict.fromkeys(forms))
    introduced = dict.fromkeys(
        (match[1], text[max(0, match.start() - _BEFORE_SHORT_FORM) : match.start()].strip(" ,"))
        for match in _SHORT_FORM.finditer(text)
    )
    return StoryNames(path, article.day, tuple(uses), tuple(introduced))


def _use(kind: EntityKind, form: str, by_person: bool, text: str) -> NameUse:
    """Return how a story uses a name; of an organization's no more is asked than that it has it."""
    if kind is not EntityKind.PERSON:
        return NameUse(kind, form, by_person)
    held: set[str] = set()
    titled: set[str] = set()
    is_woman = is_human = may_be_human = is_company = False
    words = name_words(bare_name(form))
    for start in _places(text, words[-1]) if words else ():
        end = start + len(words[-1])
        is_company |= is_company_here(text, end)
        begin, titles = titles_before(text, start, words[:-1])
        is_woman |= is_addressed_as_woman(titles)
        is_human |= is_person_here(text, end, titles)
        may_be_human |= may_be_person_here(text, _first(text, start, words), end)
        held |= offices(titles) | office_behind(text, end)
        if titles and len(words) == 1:
            titled.add(text[begin:end])
    return NameUse(
        kind=kind,
        form=form,
        by_person=by_person,
        offices=frozenset(held),
        titled=frozenset(titled),
        is_woman=is_woman,
        is_human=is_human or bool(held),
        may_be_human=may_be_human,
        is_company=is_company,
        is_common=_has_common_word(form, text),
    )


def _has_common_word(form: str, text: str) -> bool:
    """Whether a word of a name is also written small in the story, or the first is a month."""
    words = [word for word in form.split() if word.isalpha() and not is_particle(word)]
    if len(words) > 1 and is_day_or_month(words[0]):
        return True
    small = (word.lower() for word in words if len(word) >= _FEWEST_LETTERS)
    return any(next(_places(text, word), None) is not None for word in small)


def _first(text: str, start: int, words: Sequence[str]) -> int:
    """Return where the whole name begins whose last word begins at ``start``."""
    whole = " ".join(words)
    first = start + len(words[-1]) - len(whole)
    return first if first >= 0 and text.startswith(whole, first) else start


def _places(text: str, word: str) -> Iterator[int]:
    """Yield the first places where a word stands by itself."""
    number = 0
    for start in places(text, word):
        end = start + len(word)
        if not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum():
            yield start
            number += 1
            if number == _MOST_PLACES:
                return
