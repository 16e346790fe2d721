"""Full names of people, among which a shorter one is looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cuttings.entities.words.person_names import lone_forms, name_words, surname
from cuttings.entities.words.short_names import is_short_for, match_key


class FullNames:
    """The full names of one story, in the order in which they were added.

    However many there are, a form is compared with those alone that share a word with it.
    """

    def __init__(self) -> None:
        self._names: list[str] = []
        self._alone: dict[str, set[int]] = defaultdict(set)
        self._given: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._beginning: dict[tuple[str, str], set[int]] = defaultdict(set)

    def add(self, name: str) -> None:
        """Add a name."""
        number = len(self._names)
        self._names.append(name)
        words = _keys(name)
        forms = (*map(match_key, (*lone_forms(name), surname(name))), " ".join(words))
        for form in forms:
            self._alone[form].add(number)
        for given in words[:-1]:
            self._given[words[-1], given].add(number)
            self._beginning[words[-1], given[:1]].add(number)

    def fitting(self, form: str) -> Iterator[str]:
        """Yield the names that a form is short for (see ``is_short_for``)."""
        for number in self._candidates(_keys(form)):
            if is_short_for(form, self._names[number]):
                yield self._names[number]

    def _candidates(self, words: Sequence[str]) -> Iterable[int]:
        if not words:
            return ()
        found = self._alone.get(" ".join(words), set())
        if len(words) > 1:
            with_given = [self._with_given(words[-1], given) for given in set(words[:-1])]
            found = found.union(set.intersection(*sorted(with_given, key=len)))
        return sorted(found)

    def _with_given(self, last: str, given: str) -> set[int]:
        """Return the names with a surname in which a given name or its initial may stand."""
        if len(given) == 1:
            return self._beginning.get((last, given), set())
        same = self._given.get((last, given), set())
        return same | self._given.get((last, given[:1]), set()) if given else same


def _keys(name: str) -> list[str]:
    return [match_key(word) for word in name_words(name)]
