"""What the tagger reads of an article."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from cuttings.entities.words.capitals import is_capitals
from cuttings.entities.words.function_words import is_function_word

_GAP = "\n\n"
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_TO_JUDGE = 40
"""Words below which the share of function words is a matter of chance: 40 of an English text have
fifteen on average."""

_ENGLISH_SHARE = 0.06
"""English news has about 38 % function words; French and Spanish share up to 5 % of its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the tagger reads of an article.

    Attributes:
        title: Headline.
        text: Body as plain text, blocks separated by an empty line.
        language: BCP 47 tag, or "" if unknown: then the text shows it. In a language
            other than English nothing but countries is looked for.
        dateline: Place of the dateline if it is not in the text, or "".
        day: The day of publication, or None.
    """

    title: str
    text: str
    language: str = ""
    dateline: str = ""
    day: datetime.date | None = None

    @property
    def whole(self) -> str:
        """Headline and body, as blocks of one text."""
        return f"{self.title}{_GAP}{self.text}"


def prose(story: Story) -> str:
    """Return what recognition reads: headline, if not in capitals, and text; "" if not English."""
    if not _is_english(story):
        return ""
    return story.text if is_capitals(story.title) else story.whole


def _is_english(story: Story) -> bool:
    """Whether a story is in English: as it states, else by its share of function words."""
    if story.language:
        return story.language.split("-")[0].casefold() == "en"
    words = _WORD.findall(story.text)
    common = sum(is_function_word(word) for word in words)
    return len(words) < _WORDS_TO_JUDGE or common >= _ENGLISH_SHARE * len(words)
