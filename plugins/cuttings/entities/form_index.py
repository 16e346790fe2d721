"""Finding many fixed forms in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_CAPITALS_SHARE = 0.9
_SAMPLE = 300


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


class FormIndex(Generic[Value]):
    """Forms by their first word, so that a text is read once however many there are.

    Matching respects case and word boundaries, and the longest form at a place
    wins. In a text that is all capitals the forms are compared in capitals.
    Typographic and plain apostrophes are the same.
    """

    def __init__(self, forms: Mapping[str, Value]) -> None:
        self._as_written = _by_first_word(forms.items())
        self._in_capitals = _by_first_word((form.upper(), value) for form, value in forms.items())

    def find(self, text: str) -> Iterator[FormMatch[Value]]:
        """Yield the matches in ``text`` from left to right; none overlaps another."""
        plain = text.translate(_APOSTROPHES)
        table = self._in_capitals if is_capitals(text) else self._as_written
        behind = 0
        for word in _WORD.finditer(plain):
            start = word.start()
            if start < behind:
                continue
            for form, value in table.get(word[0], ()):
                end = start + len(form)
                if plain.startswith(form, start) and not plain[end : end + 1].isalnum():
                    yield FormMatch(start, end, value)
                    behind = end
                    break


def is_capitals(text: str) -> bool:
    """Whether a text of more than one word is written in capitals, judged by its start."""
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    if len(letters) < 2 or " " not in text[:_SAMPLE].strip():
        return False
    return sum(char.isupper() for char in letters) >= _CAPITALS_SHARE * len(letters)


def _by_first_word(
    forms: Iterable[tuple[str, Value]],
) -> dict[str, list[tuple[str, Value]]]:
    table: dict[str, list[tuple[str, Value]]] = {}
    for form, value in forms:
        plain = form.translate(_APOSTROPHES)
        if word := _WORD.match(plain):
            table.setdefault(word[0], []).append((plain, value))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
