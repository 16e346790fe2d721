"""What the words beside a form show about it."""

from __future__ import annotations

import re

from cuttings.article.language.calendar_words import ENGLISH_DAYS_AND_MONTHS
from cuttings.article.language.function_words import is_function_word
from cuttings.article.language.sentence_end import begins_sentence
from cuttings.entities.words.capitals import is_capitals
from cuttings.entities.words.human_deeds import does_as_people_do
from cuttings.entities.words.titles import is_title

_BEFORE = re.compile(r"(?P<word>[^\s\"“”‘(\[—–-]+) \Z")
_AFTER = re.compile(r" (?P<word>[^\W_][\w.'’-]*)")
_WINDOW = 48
"""Characters before a form that hold the word before it: names have no longer word."""

_AREA_WORDS = frozenset(
    "central greater downtown inner outer east west north south eastern western northern southern "
    "northeast northwest southeast southwest near outside rural upstate".split()
)


def is_day_or_month(word: str) -> bool:
    """Whether a word is the name of a weekday or a month."""
    return word.strip(".,").casefold() in ENGLISH_DAYS_AND_MONTHS


def follows_name(text: str, start: int) -> bool:
    """Whether the word right before ``start`` is capitalized as part of a name.

    Titles, weekdays, months, words such as "Central" and "The", and acronyms are
    not; in a text of capitals nothing is.
    """
    word = previous_word(text, start)
    if word == "&":
        return True
    if not word[:1].isupper() or word[-1] in ",;:!?)" or is_capitals(text):
        return False
    if word.endswith(".") and len(word) > 2:
        return False
    return not (_is_no_name(word) or word.casefold() in _AREA_WORDS or word.endswith(("'s", "’s")))


def previous_word(text: str, start: int) -> str:
    """Return the word right before ``start``, or "" after punctuation or at the beginning."""
    before = _BEFORE.search(text, max(0, start - _WINDOW), start)
    return before["word"] if before else ""


def follows_title(text: str, start: int) -> bool:
    """Whether the word right before ``start`` is a title ("President", "Mr.")."""
    return is_title(previous_word(text, start))


def precedes_name(text: str, end: int) -> bool:
    """Whether the word right after ``end`` continues a name (see ``follows_name``)."""
    if text.startswith(" & ", end):
        return True
    after = _AFTER.match(text, end)
    if after is None or not after["word"][0].isupper() or is_capitals(text):
        return False
    return not _is_no_name(after["word"])


def _is_no_name(word: str) -> bool:
    letters = word.replace(".", "")
    is_acronym = len(letters) > 1 and letters.isupper()
    return is_acronym or is_title(word) or is_day_or_month(word) or is_function_word(word)


def heads_sentence(text: str, start: int, end: int) -> bool:
    """Whether a name begins a sentence and a verb follows of what people do or say."""
    before = text[max(0, start - _WINDOW) : start]
    return begins_sentence(before) and does_as_people_do(text, end)
