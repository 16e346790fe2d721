"""Finding many fixed forms in a text in one pass."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cuttings.entities.words.capitals import blocks, capital_blocks, is_capitals

Value = TypeVar("Value")

LONGEST_FORM = 200
"""More characters than any name has; the tables' longest form has a third of them."""

_WORD = re.compile(r"[^\W_]+")
"""Letters and digits, as ``str.isalnum`` knows them."""

_PLACE = operator.itemgetter(0)

_TEXTS_REMEMBERED = 64
"""Texts whose words are kept: a story is looked through for one kind of form after another."""

_APOSTROPHES = str.maketrans("’ʼ‘", "'''")


@dataclass(frozen=True, slots=True)
class FormMatch(Generic[Value]):
    """One place where a form stands.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: What the form was entered with.
    """

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class _Group(Generic[Value]):
    """The forms with one first word, and their lengths from the longest on.

    However many forms begin alike, a place in a text is compared with one of each length.
    """

    forms: Mapping[str, Value]
    lengths: Sequence[int]


class FormIndex(Generic[Value]):
    """Forms by their first word, so that a text is read once however many there are.

    Matching respects case and word boundaries, and the longest form at a place
    wins. In a text that is all capitals the forms are compared in capitals, and in a
    block of one that is and reads as text (see ``capital_blocks``).
    Typographic and plain apostrophes are the same. A form of more than
    ``LONGEST_FORM`` characters is not looked for.
    """

    def __init__(self, forms: Mapping[str, Value]) -> None:
        self._forms = forms
        self._as_written = _by_first_word(forms.items())

    @functools.cached_property
    def _in_capitals(self) -> dict[str, _Group[Value]]:
        return _by_first_word((form.upper(), value) for form, value in self._forms.items())

    def find(self, text: str) -> Iterator[FormMatch[Value]]:
        """Yield the matches in ``text`` from left to right; none overlaps another."""
        plain = _plain(text)
        for start, end, table in self._tables(text):
            yield from _matches(plain, start, end, table)

    def standing(self, text: str) -> Iterator[Value]:
        """Yield the value of each form where it stands, from left to right, also within another.

        Capitals are compared as they are, also in a headline of capitals, but for blocks that
        read as text (see ``capital_blocks``).
        """
        plain = _plain(text)
        for first, last, table in self._tables(text, as_written=True):
            for place, group in _beginnings(plain, first, last, table):
                for length in group.lengths:
                    form = plain[place : place + length]
                    end = place + len(form)
                    if form in group.forms and not plain[end : end + 1].isalnum():
                        yield group.forms[form]

    def _tables(
        self, text: str, *, as_written: bool = False
    ) -> Iterator[tuple[int, int, Mapping[str, _Group[Value]]]]:
        """Yield the parts of a text in order, each with the forms as they are compared there.

        Args:
            text: The text.
            as_written: Whether a text is compared as it is that is in capitals and does not
                read as text, as a headline.
        """
        read = frozenset(capital_blocks(text))
        is_whole = not as_written and is_capitals(text)
        if not read:
            yield 0, len(text), self._in_capitals if is_whole else self._as_written
            return
        for start, end in blocks(text):
            is_read = (start, end) in read or (is_whole and is_capitals(text[start:end]))
            yield start, end, self._in_capitals if is_read else self._as_written


class TextWords:
    """The words of a text, for looking for a few forms at a time without reading it each time.

    A form stands in the text as ``FormIndex`` finds it.
    """

    def __init__(self, text: str) -> None:
        self._plain = _plain(text)
        self._in_capitals = is_capitals(text)
        self._words = frozenset(_WORD.findall(self._plain))

    def have(self, form: str) -> bool:
        """Whether the form stands in the text."""
        plain = (form.upper() if self._in_capitals else form).translate(_APOSTROPHES)
        first = _WORD.match(plain)
        if first is None or first[0] not in self._words:
            return False
        if first[0] == plain:
            return True
        return any(
            not self._plain[max(0, start - 1) : start].isalnum()
            and not self._plain[start + len(plain) : start + len(plain) + 1].isalnum()
            for start in places(self._plain, plain)
        )


def places(text: str, form: str) -> Iterator[int]:
    """Yield where a text has some characters, be it within a word."""
    start = text.find(form)
    while start >= 0:
        yield start
        start = text.find(form, start + 1)


def _matches(
    plain: str, start: int, end: int, table: Mapping[str, _Group[Value]]
) -> Iterator[FormMatch[Value]]:
    """Yield the matches in a part of a text from left to right; none overlaps another."""
    behind = start
    for first, group in _beginnings(plain, start, end, table):
        if first < behind:
            continue
        for length in group.lengths:
            form = plain[first : first + length]
            last = first + len(form)
            if form in group.forms and not plain[last : last + 1].isalnum():
                yield FormMatch(first, last, group.forms[form])
                behind = last
                break


def _beginnings(
    plain: str, start: int, end: int, table: Mapping[str, _Group[Value]]
) -> list[tuple[int, _Group[Value]]]:
    """Return where the first word of a form stands in a part of a text, from left to right."""
    words = table.keys() & _words(plain[start:end])
    found = [(place, table[word]) for word in words for place in _standing(plain, word, start, end)]
    return sorted(found, key=_PLACE)


def _plain(text: str) -> str:
    return text if text.isascii() else text.translate(_APOSTROPHES)


@functools.lru_cache(maxsize=_TEXTS_REMEMBERED)
def _words(plain: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain))


def _standing(plain: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word stands in a part of a text, but not within another.

    Looking for the few words that are known to stand there is several times as fast as looking at
    each word.
    """
    place = plain.find(word, start, end)
    while place >= 0:
        last = place + len(word)
        is_begun = place > start and plain[place - 1].isalnum()
        if not is_begun and (last == end or not plain[last].isalnum()):
            yield place
        place = plain.find(word, place + 1, end)


def _by_first_word(forms: Iterable[tuple[str, Value]]) -> dict[str, _Group[Value]]:
    table: dict[str, dict[str, Value]] = {}
    for form, value in forms:
        plain = _plain(form)
        if len(plain) <= LONGEST_FORM and (word := _WORD.match(plain)):
            table.setdefault(word[0], {}).setdefault(plain, value)
    return {
        word: _Group(alike, sorted(set(map(len, alike)), reverse=True))
        for word, alike in table.items()
    }
