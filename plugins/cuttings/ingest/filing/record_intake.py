"""The records of one raw file: what becomes of each, and their articles in batches.

What one record fails with is told of that one, and the others go on. Only what the disk refuses to
every article ends the file.
"""

from __future__ import annotations

import datetime
import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import FrontMatterError, SettingsError, UnreadableSourceError
from cuttings.ingest.filing.article_batch import ArticleBatch, Checkpoint
from cuttings.ingest.filing.capture import FILED, Capture
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.filing.outcome import (
    Duplicate,
    Filed,
    LeftOut,
    Outcome,
    Rejected,
    Revisit,
    ToFetch,
)
from cuttings.ingest.filing.revisit import same_text
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory, Record
from cuttings.ingest.raw.source_file import SourceFile

TAKEN_TOGETHER = 64
"""Records whose articles are flushed to the disk together."""

_REFUSED_TO_ALL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""What the system says if no article can be written, whichever it is."""


class RecordIntake:
    """Files records in one archive.

    Args:
        folder: The archive.
        holdings: What it holds.
        captured: Gives the last capture of an address, or None.
        today: The day articles are said to come in.
        checkpoint: Told of each step.
    """

    def __init__(
        self,
        folder: ContentFolder,
        holdings: Holdings,
        captured: Callable[[str], Capture | None],
        today: datetime.date,
        checkpoint: Checkpoint,
    ) -> None:
        self._folder = folder
        self._holdings = holdings
        self._captured = captured
        self._today = today
        self._checkpoint = checkpoint

    def take(
        self, records: Iterable[Record], known: str, complete: Callable[[Draft], Draft]
    ) -> Iterator[Outcome]:
        """Yield what becomes of each record, of several when all their articles are in place.

        Args:
            records: The records of one file.
            known: Name of its format.
            complete: Adds to a draft what is known of it beside the file.

        Raises:
            UnreadableSourceError: If the file cannot be read to its end; what was filed is told
                before.
            OSError: If the disk takes no more.
        """
        stopped: Exception | None = None
        outcomes: list[Outcome] = []
        with ArticleBatch(self._folder, self._holdings, self._today, self._checkpoint) as batch:
            try:
                for record in records:
                    outcomes.append(self._take(record, known, complete, batch))
                    if len(outcomes) == TAKEN_TOGETHER:
                        yield from _settled(outcomes, batch)
                        outcomes.clear()
            except Exception as error:
                stopped = error
            yield from _settled(outcomes, batch)
        if stopped is not None:
            raise stopped

    def _take(
        self,
        record: Record,
        known: str,
        complete: Callable[[Draft], Draft],
        batch: ArticleBatch,
    ) -> Outcome:
        source = record.source
        try:
            return self._outcome(record, known, complete, batch)
        except SettingsError:
            raise
        except FrontMatterError as error:
            return _rejected(source, known, source.unreadable(error.reason, error.remedy))
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _REFUSED_TO_ALL:
                raise
            return _rejected(source, known, source.failed(error, "filed"))

    def _outcome(
        self,
        record: Record,
        known: str,
        complete: Callable[[Draft], Draft],
        batch: ArticleBatch,
    ) -> Outcome:
        source = record.source
        if held := self._holdings.articles_of(source.digest):
            return Duplicate(source=source.origin, place=source.place, format=known, articles=held)
        story = record.read()
        if isinstance(story, NoStory):
            reason = story.reason
            return LeftOut(source=source.origin, place=source.place, format=known, reason=reason)
        if isinstance(story, Address):
            return self._take_address(story, source, known)
        draft = complete(story)
        earlier = self._holdings.articles_at(draft.url)
        if batch.awaits(earlier):
            batch.put_in_place()
        if same := same_text(draft, earlier):
            return Revisit(source=source.origin, place=source.place, format=known, articles=same)
        return Filed(
            source=source.origin,
            place=source.place,
            format=known,
            article=batch.add(draft),
            earlier=earlier,
            removed=story.removed,
        )

    def _take_address(self, address: Address, source: SourceFile, known: str) -> Outcome:
        """Say whether what is only an address was fetched before or is still to be."""
        capture = self._captured(address.url)
        if capture is not None and capture.outcome not in {"", FILED}:
            reason = capture.outcome
            return LeftOut(source=source.origin, place=source.place, format=known, reason=reason)
        if capture is not None and (held := self._stories_fetched(capture)):
            return Duplicate(source=source.origin, place=source.place, format=known, articles=held)
        return ToFetch(source=source.origin, place=source.place, format=known, address=address)

    def _stories_fetched(self, capture: Capture) -> tuple[Path, ...]:
        """Return the articles made of a capture, or if it was a revisit those of its address."""
        held = self._holdings
        return held.stories_of(capture.digest) or held.articles_at(capture.found_at)


def _settled(outcomes: Sequence[Outcome], batch: ArticleBatch) -> list[Outcome]:
    """Put the articles of ``outcomes`` in their places; tell of those that did not get there."""
    batch.put_in_place()
    return [
        Rejected(
            source=one.source,
            place=one.place,
            format=one.format,
            error=UnreadableSourceError.unforeseen(
                one.source, batch.failed[one.article], one.place, "filed"
            ),
        )
        if isinstance(one, Filed) and one.article in batch.failed
        else one
        for one in outcomes
    ]


def _rejected(source: SourceFile, known: str, error: UnreadableSourceError) -> Rejected:
    return Rejected(source=source.origin, place=source.place, format=known, error=error)
