"""The language of a text: what it shows and what is declared for it, together.

A declaration is often wrong (a site in two languages declares one for both), and a text can be
too short, or too much of a table, to show its language. So the text decides between English and
another language where it is sure, and the declaration everywhere else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cuttings.article.language.function_words import is_function_word

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_LANGUAGES = (
    "en de fr es it pt nl pl ru uk be bg sr mk el tr sv da no nn fi is et lv lt cs sk sl hr bs hu "
    "ro ca gl eu sq ar fa he ur hi bn ta te zh ja ko th vi id ms sw af az ka hy kk uz tl"
).split()
"""The languages that are distinguished. Those close to English, such as its creoles, are left out:
tables of figures read like them."""

_WORD = re.compile(r"[^\W\d_]+")
_READ = 3_000
"""Characters in which words are counted: 500 words."""

_DETECTED = 1_000
"""Characters that the detector reads, a millisecond's work."""

_REMEMBERED = 64
"""Texts whose language is kept: those that are tagged together ask for it at each step."""

_ENGLISH_SHARE = 0.25
"""Part of the words that only join others, with which a text is English without more ado. News
has 38 % of them; Danish, which shares most with the list, up to 15 %."""

_WORDS_TO_JUDGE = 20
"""Words below which that share is a matter of chance."""

_SURE = 0.3
"""Probability with which the detector's answer counts. Of 13,186 newswire stories, a sixth of them
tables, 33 are taken for another language, none with more than .2; of 300 sentences in 40 languages
none is taken for English, and 12 of two or three words stay below it."""


def text_language(text: str, declared: str) -> str:
    """Return the language of a text as BCP 47 tag, or "" if neither it nor a declaration says.

    Between two languages other than English the declaration stands. English that nobody declared
    stays "", which goes for English everywhere.

    Args:
        text: The text; a few sentences show its language.
        declared: BCP 47 tag, or "" if none is declared.
    """
    written = written_language(text)
    if not written or (written == ENGLISH) == (is_english(declared) or not declared):
        return declared
    return written


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag is English's; "" is not."""
    return language.split("-")[0].casefold() == ENGLISH


@lru_cache(maxsize=_REMEMBERED)
def written_language(text: str) -> str:
    """Return the language (ISO 639-1) that a text shows, or "" if it is too short or unclear."""
    words = _WORD.findall(text[:_READ])
    joining = sum(map(is_function_word, words))
    if len(words) >= _WORDS_TO_JUDGE and joining >= _ENGLISH_SHARE * len(words):
        return ENGLISH
    if not words:
        return ""
    start = text[:_DETECTED]
    try:
        detector = _detector()
    except OSError:
        # It is unpacked into a temporary file, for which a full disk has no room.
        return ""
    language, probability = detector.classify(start.lower() if start.isupper() else start)
    return language if probability >= _SURE else ""


@cache
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(_LANGUAGES)
    return detector
