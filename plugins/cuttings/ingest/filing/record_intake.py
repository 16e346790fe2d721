"""The records of one raw file: what becomes of each, and their articles in batches.

A record that fails is one rejected item, and the others go on. Only what the disk refuses to every
article ends the file.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cuttings.errors import FrontMatterError, SettingsError, UnreadableSourceError
from cuttings.ingest.filing.article_batch import ArticleBatch
from cuttings.ingest.filing.capture import FILED, Capture
from cuttings.ingest.filing.holdings import Holdings, same_text
from cuttings.ingest.filing.outcome import (
    Duplicate,
    Filed,
    Item,
    LeftOut,
    Outcome,
    Rejected,
    Revisit,
    ToFetch,
)
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory, Record

TAKEN_TOGETHER = 64
"""Records whose articles are flushed to the disk together."""

_REFUSED_TO_ALL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""What the system says if no article can be written, whichever it is."""


class RecordIntake:
    """Files the records of one raw file.

    Args:
        holdings: What the archive holds.
        captured: Gives the last capture of an address, or None.
        batch: Writes the articles.
        known: Name of the file's format.
        complete: Adds to a draft what is known of it beside the file.
    """

    def __init__(
        self,
        holdings: Holdings,
        captured: Callable[[str], Capture | None],
        batch: ArticleBatch,
        known: str,
        complete: Callable[[Draft], Draft],
    ) -> None:
        self._holdings = holdings
        self._captured = captured
        self._batch = batch
        self._known = known
        self._complete = complete

    def take(self, records: Iterable[Record]) -> Iterator[Outcome]:
        """Yield what becomes of each record, of several when all their articles are in place.

        Args:
            records: The records of the file.

        Raises:
            UnreadableSourceError: If the file cannot be read to its end; the outcomes of what was
                filed are yielded before.
            OSError: If the disk takes no more.
        """
        stopped: Exception | None = None
        outcomes: list[Outcome] = []
        try:
            for record in records:
                outcomes.append(self._take(record))
                if len(outcomes) == TAKEN_TOGETHER:
                    yield from self._settled(outcomes)
                    outcomes.clear()
        except Exception as error:
            stopped = error
        yield from self._settled(outcomes)
        if stopped is not None:
            raise stopped

    def _take(self, record: Record) -> Outcome:
        source = record.source
        item = Item.of(source, self._known)
        try:
            return self._outcome(record, item)
        except SettingsError:
            raise
        except FrontMatterError as error:
            return Rejected(item, error=source.unreadable(error.reason, error.remedy))
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _REFUSED_TO_ALL:
                raise
            return Rejected(item, error=source.failed(error, "filed"))

    def _outcome(self, record: Record, item: Item) -> Outcome:
        if held := self._holdings.articles_of(record.source.digest):
            return Duplicate(item, articles=held)
        story = record.read()
        if isinstance(story, NoStory):
            return LeftOut(item, reason=story.reason)
        if isinstance(story, Address):
            return self._take_address(story, item)
        draft = self._complete(story).believed(self._batch.added)
        earlier = self._holdings.articles_at(draft.url)
        if self._batch.awaits(earlier):
            self._batch.put_in_place()
        if same := same_text(draft, earlier):
            return Revisit(item, articles=same)
        article = self._batch.add(draft)
        return Filed(
            item,
            article=article,
            earlier=earlier,
            removed=story.removed,
            unread_date=draft.unread_date,
        )

    def _take_address(self, address: Address, item: Item) -> Outcome:
        """Return whether what is only an address was fetched before or is still to be."""
        capture = self._captured(address.url)
        if capture is not None and capture.outcome not in {"", FILED}:
            return LeftOut(item, reason=capture.outcome)
        if capture is not None and (held := self._stories_fetched(capture)):
            return Duplicate(item, articles=held)
        return ToFetch(item, address=address)

    def _stories_fetched(self, capture: Capture) -> tuple[Path, ...]:
        """Return the articles made of a capture, or if it was a revisit those of its address."""
        held = self._holdings
        return held.stories_of(capture.digest) or held.articles_at(capture.found_at)

    def _settled(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """Put the articles of ``outcomes`` in place; those that failed become rejected items."""
        self._batch.put_in_place()
        return [
            _not_in_place(one.item, failure)
            if isinstance(one, Filed) and (failure := self._batch.failed.get(one.article))
            else one
            for one in outcomes
        ]


def _not_in_place(item: Item, failure: OSError) -> Rejected:
    cause = UnreadableSourceError.unforeseen(item.source, failure, item.place, "filed")
    return Rejected(item, error=cause)
