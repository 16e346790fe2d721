"""Line joining: lines of one paragraph put together, and words broken at their ends made whole.

A hyphen at the end of a line may only break a word ("compa-", "nies"), or be the word's own
("price-", "determining"). What else the story writes decides, then how the two parts are written,
then whether they are words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from cuttings.article.language.line_end import BROKEN_WORD, HYPHENS, SOFT_HYPHENS
from cuttings.article.language.text_language import ENGLISH, written_language
from cuttings.ingest.text.word_list import known_words

_HYPHEN = "".join(HYPHENS)
_RANGE = re.compile(r"\d[–—]$")
_FIRST = re.compile(r"[^\W_]++")
_WORD = re.compile(rf"[^\W_]++(?:[{_HYPHEN}][^\W_]++)*+")

_SUSPENDED = re.compile(
    r"(?:and|or|und|oder|et|ou|y|e|o|en|of|och|eller|og|i|lub|oraz|и|или)\s"
    rf"|to\s+[^\W_]++[{_HYPHEN}]"
)
"""What stands between "short-" and "long-term", of which the first part shares its second."""

_PARTICLES = frozenset("at by in of off on out to up".split())
"""Second parts of English compounds ("stand-by") that are too short to be a broken word's."""

_PREFIXES = frozenset(
    "anti co counter cross ex extra half infra inter intra macro mega micro mid mini multi neo non "
    "over post pre pro pseudo quasi re self semi sub super trans ultra under vice".split()
)
_NAME_STARTS = frozenset({"Mac", "Mc"})
"""Beginnings of names that go on with a capital and without a hyphen."""

_LONGEST_WORD = 200
"""Characters of the longest word that is put together of more than two lines."""

_NEVER_HYPHENATED = frozenset({"de", "nl", "sv", "da", "nb", "no", "fi"})
"""Languages that write compounds in one word, with a hyphen only before a capital."""


class LineJoiner:
    """Puts the lines of a story together.

    Args:
        lines: All lines of the story, whose words show how it writes them.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)

    def joined(self, lines: Sequence[str]) -> str:
        """Return the lines of one paragraph as one line."""
        pieces: list[str] = []
        line = lines[0]
        for above, below in pairwise(lines):
            start = below.lstrip()
            before, space, last = self._ending(line.rstrip(), start, above).rpartition(" ")
            if len(last) > _LONGEST_WORD:
                before, space, last = "", before + space + last, ""
            # The last word goes on in the next line, which may be broken, too.
            pieces += [before, space]
            line = last + start
        text = "".join([*pieces, line]).replace(SOFT_HYPHENS[0], "")
        return " ".join(text.split())

    def _ending(self, line: str, below: str, above: str) -> str:
        """Return a line as it is to be put before the next: with a space behind it, if any.

        Args:
            line: The line, and the beginning of its first word if that is in the line before.
            below: The next line.
            above: The line as it was.
        """
        if _RANGE.search(line) and below[:1].isdigit():
            return line
        broken = BROKEN_WORD.search(line)
        if broken is None:
            return f"{line} "
        whole = line[: broken.start("hyphen")]
        if below.startswith(HYPHENS) and below[1:2].isalpha():
            # Portuguese and Polish repeat a word's own hyphen on the next line.
            return whole
        end = _FIRST.match(below)
        if end is None or (broken["hyphen"] not in SOFT_HYPHENS and _SUSPENDED.match(below)):
            return f"{line} "
        if broken["hyphen"] in SOFT_HYPHENS:
            return whole
        start, rest = broken["start"] or "", end[0]
        in_capitals = above.isupper() and below.isupper()
        behind = below[len(rest) :]
        within = whole[: -len(start)].endswith(HYPHENS) or (
            behind.startswith(HYPHENS) and behind[1:2].isalnum()
        )
        is_own = (
            not start
            or _is_address(line.split()[-1])
            or self._is_own(start, rest, in_capitals=in_capitals, within=within)
        )
        return line if is_own else whole

    def _is_own(self, start: str, rest: str, *, in_capitals: bool, within: bool) -> bool:
        """Return whether a hyphen between two parts is the word's own.

        Args:
            start: What stands before it.
            rest: What stands behind it.
            in_capitals: Whether both lines have no small letter.
            within: Whether a further hyphen stands right before or behind the two parts.
        """
        if not (start.isalpha() and rest.isalpha()):
            return True
        written = self._forms[f"{start}-{rest}".casefold()], self._forms[(start + rest).casefold()]
        if any(written):
            return written[0] > written[1]
        if min(len(start), len(rest)) == 1:
            return True
        if not in_capitals and (rest[0].isupper() or start.isupper()):
            return start not in _NAME_STARTS
        return self._is_compound(start.casefold(), rest.casefold(), within)

    def _is_compound(self, start: str, rest: str, within: bool) -> bool:
        """Return whether two parts in small letters are words, and together are not one.

        Of a compound of three parts ("day-to-day") two may be one ("today").
        """
        if self._language in _NEVER_HYPHENATED or not (words := known_words(self._language)):
            return False
        are_words = rest in words and (start in words or start in _PREFIXES)
        if start + rest in words:
            return within and are_words
        return within or are_words or rest in _PARTICLES

    @cached_property
    def _forms(self) -> Counter[str]:
        """How often the story writes each word, and each two parts of a compound."""
        forms: Counter[str] = Counter()
        for line in self._lines:
            for word in _WORD.findall(line.casefold()):
                parts = re.split(f"[{_HYPHEN}]", word)
                forms.update(parts)
                forms.update(f"{first}-{second}" for first, second in pairwise(parts))
        return forms

    @cached_property
    def _language(self) -> str:
        return written_language(" ".join(self._lines)) or ENGLISH


def _is_address(word: str) -> bool:
    """Return whether a word is of a web or mail address, in which every sign is its own."""
    return "://" in word or "@" in word or word.lower().startswith("www.")
