"""Where sentences begin and end in plain text."""

from __future__ import annotations

import re

from cuttings.article.language.abbreviation import ABBREVIATIONS
from cuttings.article.language.sentence_end import SENTENCE_STOP

_LONGEST_WORD = 64
"""Characters before a full stop that are looked at: more than an abbreviation has."""

_OPENED = "\"'“‘(["
_STARTERS = frozenset(
    "a an the he she it they we i you this that these those in on at by for from but and or so "
    "as if when while after before although however his her its their our my there here "
    "meanwhile".split()
)


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence, without surrounding white space.

    A full stop after a title, an initial or a month's abbreviation ends no
    sentence; after an abbreviation such as "U.S." it does only before a word
    that begins sentences ("The", "He").
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in SENTENCE_STOP.finditer(text):
        if mark[0] and not mark[0].isspace() and not _ends(text, start, mark):
            continue
        end = mark.start() if mark[0].isspace() else mark.end()
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        if begin < end:
            spans.append((begin, end))
        start = mark.end()
    return tuple(spans)


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the punctuation at ``mark`` ends a sentence that began at ``start``."""
    following = text[mark.end() : mark.end() + 40].split(maxsplit=1)
    if not following:
        return True
    next_word = following[0].lstrip(_OPENED)
    if not next_word[:1].isupper() and not next_word[:1].isdigit() and following[0] == next_word:
        return False
    if not mark[0].startswith(".") or mark[0].startswith(".."):
        return True
    before = text[max(start, mark.start() - _LONGEST_WORD) : mark.start()].removesuffix("\n")
    if not before or before[-1].isspace():
        return False
    word = before.split()[-1].lstrip(_OPENED)
    if word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if "." in word and word.replace(".", "").isalpha():
        return next_word.rstrip(",.;:").casefold() in _STARTERS
    return True
