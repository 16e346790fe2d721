"""The case of the letters that a text in capitals would have, were it written as others are.

A word goes by the commonest of its spellings: a model that has vectors of words has them in the
order in which they are frequent on the web, "said" before "Said" and "Baker" before "baker".
A text keeps its length, so that a place in one is the same place in the other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from cuttings.entities.recognition.model import Model, load_language
from cuttings.entities.words.capitals import capital_blocks
from cuttings.entities.words.titles import is_personal_title

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PREFIX = re.compile(r"(?:MC|[OD]['’])(?=[A-Z]{3})")
_BEFORE_SENTENCE = re.compile(r"(?:\A|[.!?]|\n)[\"'“”‘’()\s]{0,5}\Z")
_WINDOW = 6
"""Characters before a word that show whether it begins a sentence."""

_COMMON_ENDING = re.compile(r"(?:[A-Z]{2}(?:ING|ED|LY|TION|TIONS|NESS))\Z")
_VOWELS = frozenset("AEIOUYÀÁÂÄÅÆÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜ")
_NEVER = 10**9
_SURELY_A_NAME = 20
"""How often more frequent a capitalized word is than the word in small letters if it is a name
("Reagan", "James"). Of 378 people in 150 stories set in capitals 370 are found with it."""

_NEAR = 3
"""How often more frequent a word may be that is a name beside a name ("John Tower"). With 1.5 one
of the same people fewer is found, with 6 four fewer."""

_NEAR_A_TITLE = 20
"""The same behind a title ("Mr Young")."""

_DOUBTFUL = 1.5
"""How often more frequent a capitalized word must at least be to be a name by itself. Of the
people found in the same stories 14 are none with it, and 20 without ("the Bill")."""


def as_written(model: Model, text: str) -> str:
    """Return a text with its blocks in capitals (see ``capital_blocks``) in the usual case.

    It is the text itself where it has none, and with a model that has no vectors of words.

    Raises:
        SettingsError: If the text has some, and the model is not installed as it is pinned.
    """
    found = capital_blocks(text)
    ranks = _ranks(model) if found else None
    if ranks is None or not ranks.are_known:
        return text
    written: list[str] = []
    behind = 0
    for start, end in found:
        written += (text[behind:start], _block(text[start:end], ranks))
        behind = end
    return "".join((*written, text[behind:]))


class _Ranks:
    """The order of words by how frequent they are."""

    def __init__(self, model: Model) -> None:
        import numpy as np

        language = load_language(model)
        keys = language.vocab.vectors.key2row
        unsorted = np.fromiter(keys, dtype=np.uint64, count=len(keys))
        self._strings = language.vocab.strings
        self._order = unsorted.argsort()
        self._keys = unsorted[self._order]

    @property
    def are_known(self) -> bool:
        """Whether the model knows how frequent words are."""
        return len(self._keys) > 0

    def rank(self, word: str) -> int:
        """Return the place of a word among all, or a very large number if it is unknown."""
        key = self._keys.dtype.type(self._strings[word])
        place = int(self._keys.searchsorted(key))
        if place == len(self._keys) or self._keys[place] != key:
            return _NEVER
        return int(self._order[place]) + 1


@functools.cache
def _ranks(model: Model) -> _Ranks:
    return _Ranks(model)


def _block(block: str, ranks: _Ranks) -> str:
    found = list(_WORD.finditer(block))
    spellings = [_spelling(word, block, ranks) for word in found]
    sure = [_is_surely_a_name(word, ranks) for word in spellings]
    letters = list(block)
    for place, word in enumerate(found):
        spelling = _spelling_there(block, found, spellings, sure, place, ranks)
        if _BEFORE_SENTENCE.search(block, max(0, word.start() - _WINDOW), word.start()):
            spelling = spelling[:1].upper() + spelling[1:]
        if len(spelling) == len(word[0]):
            letters[word.start() : word.end()] = spelling
    return "".join(letters)


def _spelling_there(
    block: str,
    found: Sequence[re.Match[str]],
    spellings: Sequence[str],
    sure: Sequence[bool],
    place: int,
    ranks: _Ranks,
) -> str:
    """Return the spelling of one of the words of a block among the others.

    A word that is about as frequent in either case is a name beside a name alone.
    """
    spelling = spellings[place]
    is_beside = any(
        0 <= other < len(found) and sure[other] and _are_beside(block, found, min(place, other))
        for other in (place - 1, place + 1)
    )
    if not is_beside and _is_doubtful(spelling, ranks):
        spelling = spelling.lower()
    if spelling.islower() and len(spelling) > 1:
        near = _most_frequent_there(block, found, spellings, sure, place)
        titled = spelling.capitalize()
        if near and ranks.rank(titled) <= near * ranks.rank(spelling):
            return titled
    return spelling


def _are_beside(block: str, found: Sequence[re.Match[str]], first: int) -> bool:
    """Whether nothing but a space, a hyphen or a full stop is between a word and the next."""
    return block[found[first].end() : found[first + 1].start()] in {" ", "-", ". "}


def _is_doubtful(word: str, ranks: _Ranks) -> bool:
    rank = ranks.rank(word)
    if not word.istitle() or len(word) < 2 or rank == _NEVER:
        return False
    return ranks.rank(word.lower()) < _DOUBTFUL * rank


def _most_frequent_there(
    block: str,
    found: Sequence[re.Match[str]],
    spellings: Sequence[str],
    sure: Sequence[bool],
    place: int,
) -> int:
    """Return how often more frequent a word in small letters may be that is a name there, or 0."""
    if not place or not _are_beside(block, found, place - 1):
        return 0
    if is_personal_title(spellings[place - 1]):
        return _NEAR_A_TITLE
    is_initial = len(spellings[place - 1]) == 1 and place > 1 and sure[place - 2]
    return _NEAR if sure[place - 1] or is_initial else 0


def _is_surely_a_name(word: str, ranks: _Ranks) -> bool:
    if len(word) < 2 or not word[0].isupper() or word.isupper():
        return False
    return ranks.rank(word.lower()) >= _SURELY_A_NAME * ranks.rank(word)


def _spelling(found: re.Match[str], block: str, ranks: _Ranks) -> str:
    """Return the most frequent spelling of a word in capitals."""
    word = found[0]
    if len(word) == 1:
        is_initial = block.startswith(".", found.end())
        return "a" if word == "A" and not is_initial else word
    spellings = (word.lower(), *_capitalized(word), word)
    rank, place = min((ranks.rank(spelling), place) for place, spelling in enumerate(spellings))
    if rank < _NEVER:
        return spellings[place]
    is_common = _VOWELS.isdisjoint(word) or _COMMON_ENDING.search(word)
    return spellings[0] if is_common else spellings[-2]


def _capitalized(word: str) -> Iterator[str]:
    yield word.capitalize()
    if prefix := _PREFIX.match(word):
        first = "Mc" if prefix[0] == "MC" else prefix[0]
        yield first + word[prefix.end() :].capitalize()
