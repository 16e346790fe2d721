"""The lead: the paragraph that a story begins with, and what it says where nothing else does.

Every way of reading a story ends here, so that all of them fill a draft by the same rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.agency import dateline_agency
from cuttings.ingest.text.dates import dateline_date
from cuttings.ingest.text.made_headline import made_headline

SHORTEST_LEAD = 80
"""Characters from which a block of a page is text and no longer part of the head above the story
(headline, byline, date). Measured: with any number from 65 to 120, 266 pages read the same."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The paragraph that a story begins with.

    Attributes:
        text: The paragraph.
    """

    text: str

    @classmethod
    def of_text(cls, paragraphs: Sequence[str]) -> Lead:
        """Return the first paragraph with a letter in it, or the first if none has one.

        Args:
            paragraphs: Those of the story; there is at least one.
        """
        lettered = (text for text in paragraphs if any(char.isalpha() for char in text))
        return cls(next(lettered, paragraphs[0]))

    @classmethod
    def of_blocks(cls, texts: Sequence[str], kept: Iterable[int]) -> Lead:
        """Return the first block of the story that is long enough, as a head may stand above it.

        Args:
            texts: The text of each block of the page; there is at least one.
            kept: Positions of the blocks that are the story. If none of them is long enough, any
                block may be the lead.
        """
        long = (texts[i] for i in kept if len(texts[i]) >= SHORTEST_LEAD)
        lead = next(long, "")
        return cls(lead) if lead else cls.of_text(texts)

    def draft(
        self,
        source: SourceFile,
        body: str,
        *,
        title: str = "",
        date: datetime.date | None = None,
        inferred_date: datetime.date | None = None,
        agency: str = "",
    ) -> Draft:
        """Return a draft of the story with what the lead adds to what is known of it.

        A stated date comes before that of the dateline, and that before an inferred one.

        Args:
            source: The raw file, or the part of one, that the story is.
            body: The story as Markdown.
            title: The headline, or "" to make one of the lead.
            date: The day of publication if the source states it.
            inferred_date: The day of publication as it is likely, by the address for example.
            agency: The agency that a line of its own credits, or "" to look at the dateline.
        """
        exact = date or dateline_date(self.text)
        found = exact or inferred_date
        likely = Certainty.INFERRED if found is not None else Certainty.UNKNOWN
        return Draft(
            source=source.path,
            original=source.original,
            record=source.record,
            title=one_line(title or made_headline(self.text)),
            titled=Certainty.EXACT if title else Certainty.INFERRED,
            body=body,
            date=found,
            dated=likely if exact is None else Certainty.EXACT,
            agency=agency or dateline_agency(self.text),
        )
