"""What the tagger reads of an article."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cuttings.article.language.text_language import is_english, text_language
from cuttings.entities.words.capitals import is_capitals

_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the tagger reads of an article.

    Attributes:
        title: Headline.
        text: Body as plain text, blocks separated by an empty line.
        language: BCP 47 tag as declared, or ""; the text may show another.
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

    @property
    def other_language(self) -> str:
        """The BCP 47 tag of the language that it is in, or "" if that is English.

        In another language nothing but countries is looked for.
        """
        language = text_language(self.text or self.title, self.language)
        return "" if is_english(language) else language


def prose(story: Story) -> str:
    """Return what recognition reads: headline, if not in capitals, and text; "" if not English."""
    if story.other_language:
        return ""
    return story.text if is_capitals(story.title) else story.whole
