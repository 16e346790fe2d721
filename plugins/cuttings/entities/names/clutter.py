"""Words that are stuck to a person's name: a post, a misspelt title, a weekday, a verb."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import lru_cache

from cuttings.article.language.function_words import is_function_word
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.organizations import is_acronym
from cuttings.entities.words.posts import is_post
from cuttings.entities.words.titles import TITLE_WORDS, is_title
from cuttings.entities.words.word_context import is_day_or_month

_VERBAL = frozenset("VB VBD VBG VBN VBP VBZ".split())
_SHORTEST_TITLE = 6
"""Letters from which a title can be recognized when it is misspelt."""

_LIKENESS = 0.85
"""Share of letters in common (difflib) of a title and its misspelling: "Minsiter" has .88,
"Transporation" .96 of "transportation", "Sulman" .83 of "sultan"."""

_ALSO_IN_SURNAMES = ("man", "men")
"""Ends of posts ("businessman") that surnames have as well ("Bateman")."""

_FIRST_NAMES_TOO = frozenset("will may an so do no".split())


def without_clutter(form: str, tags: Sequence[str]) -> str:
    """Return a person's name without what is stuck to it.

    Args:
        form: The name, trimmed of titles.
        tags: Part-of-speech tags of the span that it was trimmed of.
    """
    words = form.rsplit("_", 1)[-1].split()
    while len(words) > 1 and _is_before_a_name(words, tags):
        words = words[1:]
    code = next((n for n in range(len(words) - 2, 0, -1) if _is_code(words[n])), -1)
    words = words[code + 1 :]
    while len(words) > 2 and (_is_behind_a_name(words[-1]) or _ends_in_verb(words, tags)):
        words = words[:-1]
        tags = tags[:-1]
    return " ".join(words)


def _is_before_a_name(words: Sequence[str], tags: Sequence[str]) -> bool:
    first, rest = words[0], words[1:]
    if is_given_name(first) or first.casefold() in _FIRST_NAMES_TOO:
        return first in {"May", "April"} and len(rest) > 1 and is_given_name(rest[0])
    is_whole = len(rest) > 1 and rest[0][0].isupper()
    if is_function_word(first) or is_day_or_month(first):
        return rest[0][0].isupper()
    if is_whole and tags[:1] and tags[0] in _VERBAL and first.endswith("ing"):
        return True
    if is_whole and is_post(first):
        return is_given_name(rest[0]) or not first.endswith(_ALSO_IN_SURNAMES)
    return is_whole and is_misspelt_title(first)


def _is_behind_a_name(word: str) -> bool:
    return is_day_or_month(word) or (is_title(word) and not is_given_name(word))


def _ends_in_verb(words: Sequence[str], tags: Sequence[str]) -> bool:
    return bool(tags) and tags[-1] in _VERBAL and words[-1].endswith(("ed", "ing"))


def _is_code(word: str) -> bool:
    """Whether a word is an abbreviation within a name ("DL" for a position in a team)."""
    return is_acronym(word) and "." not in word and re.fullmatch(r"[IVX]+", word) is None


@lru_cache(maxsize=4096)
def is_misspelt_title(word: str) -> bool:
    """Whether a word looks like a title with a letter too many, too few or in a wrong place."""
    bare = word.casefold()
    if len(bare) < _SHORTEST_TITLE or is_title(word) or not bare.isalpha():
        return False
    return any(
        title[0] == bare[0]
        and title[-1] == bare[-1]
        and abs(len(title) - len(bare)) <= 1
        and difflib.SequenceMatcher(None, title, bare).ratio() >= _LIKENESS
        for title in TITLE_WORDS
        if len(title) >= _SHORTEST_TITLE
    )
