"""The particulars of a story: its names and figures, each with the words around it.

Two reports in one form of words, as a newswire has them of every bond and every market day, share
most of their words but not their particulars. Where one has a name or a figure that the other
lacks, the other has one of its own in the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from cuttings.versions.shingle_set import WORD

_WORD = regex.compile(rf"\d+(?:[.,/:-]\d+)*|{WORD}", regex.V1)

_UPDATE_MARK = regex.compile(
    r"^\W*(?:correct(?:s|ed|ion)|updated?(?: *\d+)?|refil(?:ed|ing)|recasts?|amended)\b\W*",
    regex.I,
)
"""What agencies put before the headline of a later version."""

LEAST_SHARED_OF_HEADLINES = 1 / 3
"""Share of their words from which on two headlines are of one form, so that their first words alone
tell the subjects apart. Two papers give one story headlines that have less in common."""

_EDGE = ""
"""Stands before and after the headline and at the end of the text."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Particulars running that another story lacks, and where they stand."""

    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ParticularsInCommon:
    """How the particulars of two stories compare.

    Attributes:
        kept: Distinct particulars that both texts have, besides their headlines.
        exchanged: Share of those of the first that the second lacks, while it has others between
            the same two words.
        displaced: The same, with others beside one of the two words.
        has_other_subject: Whether each headline has a name, or a figure, that is part of its own
            story and not of the other.
    """

    kept: int
    exchanged: float
    displaced: float
    has_other_subject: bool


class Particulars:
    """The words of one story, and which of them are names or figures.

    A word is taken for a name if it begins with a capital; so are the first words of sentences,
    but these are seldom missing from another version.

    Args:
        headline: Its headline.
        text: Its text.

    Attributes:
        is_update: Whether the headline says that this is a later version.
    """

    __slots__ = ("_body", "_headline", "_names", "_places", "_vocabulary", "_words", "is_update")

    def __init__(self, headline: str, text: str) -> None:
        unmarked = _UPDATE_MARK.sub("", headline)
        self.is_update = unmarked != headline
        headline_words = _WORD.findall(unmarked)
        words = [_EDGE, *headline_words, _EDGE, *_WORD.findall(text), _EDGE]
        self._places = [place for place, word in enumerate(words) if _is_particular(word)]
        self._words = [word.casefold() for word in words]
        self._headline = self._words[1 : len(headline_words) + 1]
        self._body = frozenset(self._words[len(headline_words) + 2 :])
        self._names = {self._words[place] for place in self._places if place > len(headline_words)}
        self._vocabulary = self._body.union(self._headline)

    def compared_with(self, other: Particulars) -> ParticularsInCommon:
        """Return what the particulars of two stories have in common."""
        mine, theirs = list(self._lacked_by(other)), list(other._lacked_by(self))
        before = {passage.before for passage in theirs}
        after = {passage.after for passage in theirs}
        around = {(passage.before, passage.after) for passage in theirs}
        exchanged = {one.words for one in mine if (one.before, one.after) in around}
        displaced = {one.words for one in mine if one.before in before or one.after in after}
        kept = {self._words[place] for place in self._places} & other._vocabulary
        return ParticularsInCommon(
            kept=len(kept & self._body & other._body),
            exchanged=_share(len(exchanged), len(kept)),
            displaced=_share(len(displaced), len(kept)),
            has_other_subject=self._has_other_subject(other) or self._has_other_figures(other),
        )

    def _lacked_by(self, other: Particulars) -> Iterator[_Passage]:
        """Yield the passages of particulars none of which ``other`` has."""
        lacked = [place for place in self._places if self._words[place] not in other._vocabulary]
        first = 0
        for position, place in enumerate(lacked):
            if position + 1 < len(lacked) and lacked[position + 1] == place + 1:
                continue
            yield self._passage(lacked[first], place)
            first = position + 1

    def _passage(self, begin: int, end: int) -> _Passage:
        words = " ".join(self._words[begin : end + 1])
        return _Passage(words, self._words[begin - 1], self._words[end + 1])

    def _has_other_subject(self, other: Particulars) -> bool:
        mine = [word for word in self._headline if word not in other._vocabulary]
        theirs = [word for word in other._headline if word not in self._vocabulary]
        if not (self._names.isdisjoint(mine) or other._names.isdisjoint(theirs)):
            return True
        shared = len(set(self._headline) & set(other._headline))
        united = len(set(self._headline) | set(other._headline))
        begin_otherwise = mine[:1] == self._headline[:1] and theirs[:1] == other._headline[:1]
        return begin_otherwise and shared > LEAST_SHARED_OF_HEADLINES * united

    def _has_other_figures(self, other: Particulars) -> bool:
        mine = {word for word in self._headline if _is_figure(word)}
        theirs = {word for word in other._headline if _is_figure(word)}
        return bool(mine - other._vocabulary and theirs - self._vocabulary)


def _is_particular(word: str) -> bool:
    return word[:1].isupper() or _is_figure(word)


def _is_figure(word: str) -> bool:
    return word[:1].isdigit()


def _share(count: int, kept: int) -> float:
    return count / (count + kept) if count else 0.0
