"""Fetching: the stories of a list, one address after the other.

Of each address, in this order, so that a kill at any moment loses and doubles nothing:

1. the page is fetched, and its content kept among the originals;
2. its capture is noted as not yet settled;
3. its stories are filed, as those of a saved page are;
4. the address leaves the list, and the capture is settled.

A run that finds a capture which is not settled goes on from its original and asks no one.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from cuttings.article.archive_lock import archive_lock
from cuttings.article.atomic_file import Checkpoint, copy_atomically, no_checkpoint
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import payload_digest
from cuttings.errors import FetchError, SettingsError
from cuttings.ingest.fetching.media_type import suffix_of
from cuttings.ingest.fetching.web_client import Response, WebClient
from cuttings.ingest.filing.capture import FILED, Capture
from cuttings.ingest.filing.fetch_list import (
    add_to_fetch_list,
    listed_addresses,
    note_problem,
    take_off,
)
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.outcome import Duplicate, Item, LeftOut, Outcome, Rejected
from cuttings.ingest.raw.address import Address
from cuttings.progress import tracked

_FORMAT = "web address"
"""Format name in the summary for addresses that returned no content."""


class Fetching:
    """Fetches what stands in the list of one archive, and files it.

    Args:
        folder: The archive.
        intake: Files what is fetched.
        client: Fetches it.
        today: The day it is done.
        checkpoint: Called after each step.
    """

    def __init__(
        self,
        folder: ContentFolder,
        intake: Intake,
        client: WebClient,
        today: datetime.date,
        *,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> None:
        self._folder = folder
        self._intake = intake
        self._client = client
        self._today = today
        self._checkpoint = checkpoint

    def fetch_list(self) -> Iterator[Outcome]:
        """Fetch everything in the list and yield what becomes of it.

        Raises:
            UnreadableSourceError: If the list cannot be read.
            BusyArchiveError: If another run is writing in the archive.
        """
        with archive_lock(self._folder.root):
            listed = listed_addresses(self._folder.fetch_list)
            yield from self._fetch_all([*listed, *self._unsettled({it.url for it in listed})])

    def fetch(self, urls: Sequence[str]) -> Iterator[Outcome]:
        """Fetch some addresses, which stand in the list until they are filed.

        Raises:
            UnreadableSourceError: If the list cannot be read.
            BusyArchiveError: If another run is writing in the archive.
        """
        with archive_lock(self._folder.root):
            add_to_fetch_list(self._folder.fetch_list, (Address(url=url) for url in urls))
            listed = {entry.url: entry for entry in listed_addresses(self._folder.fetch_list)}
            entries = [listed.get(url) or Address(url=url) for url in dict.fromkeys(urls)]
            yield from self._fetch_all(entries)

    def _unsettled(self, listed: Container[str]) -> Iterator[Address]:
        """Yield the addresses that an earlier run took off the list, and was killed.

        Their pages are among the originals, and filed: what is left to do asks no one.
        """
        self._intake.read_captures()
        for capture in self._intake.captures.unsettled():
            if capture.url not in listed and self._original(capture).exists():
                yield Address(url=capture.url)

    def _fetch_all(self, addresses: Sequence[Address]) -> Iterator[Outcome]:
        self._intake.read_captures()
        for address in tracked(_by_turns(addresses), len(addresses), "Fetching"):
            try:
                yield from self._take_or_note(address)
            except SettingsError:
                raise
            except Exception as error:
                cause = FetchError.unforeseen(address.url, error, step="filed")
                yield Rejected(Item(address.url, format=_FORMAT), error=cause)

    def _take_or_note(self, address: Address) -> Iterator[Outcome]:
        """Fetch and file one address, or note in the list why that cannot be."""
        try:
            yield from self._take(address)
        except (SettingsError, OSError):
            raise
        except Exception as error:
            cause = FetchError.unforeseen(address.url, error, step="fetched")
            note_problem(self._folder.fetch_list, address.url, cause.reason)
            yield Rejected(Item(address.url, format=_FORMAT), error=cause)

    def _take(self, address: Address) -> Iterator[Outcome]:
        capture = self._intake.captures.get(address.url)
        if capture is None or capture.outcome or not self._original(capture).exists():
            known = () if capture is None else self._intake.holdings.stories_of(capture.digest)
            conditions = capture.conditions if capture is not None and known else {}
            response = self._client.fetch(address.url, conditions)
            if response.unchanged:
                take_off(self._folder.fetch_list, address.url)
                yield Duplicate(Item(address.url, format=_FORMAT), articles=known)
                return
            capture = self._keep(address.url, response)
        outcomes: list[Outcome] = []
        for outcome in self._intake.take_capture(capture, address):
            outcomes.append(outcome)
            yield outcome
        self._settle(capture, outcomes)

    def _original(self, capture: Capture) -> Path:
        return self._folder.originals / capture.original

    def _keep(self, url: str, response: Response) -> Capture:
        """Keep a page among the originals and note it as not yet settled."""
        answer = response.answer
        suffix = suffix_of(answer.media_type, response.address.url)
        capture = Capture(
            url=url,
            fetched=self._today.isoformat(),
            original=f"{payload_digest(answer.content)}{suffix}",
            redirects=response.redirects,
            charset=answer.charset,
            etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""),
        )
        if not self._original(capture).exists():
            copy_atomically(
                self._original(capture),
                BytesIO(answer.content),
                lambda step: self._checkpoint(f"page {step}"),
            )
        self._intake.captures.keep(capture)
        self._checkpoint("capture noted")
        return capture

    def _settle(self, capture: Capture, outcomes: Sequence[Outcome]) -> None:
        """Take an address off the list, or if something of it was rejected, note why.

        A page that the disk did not take is not to blame: the next run goes on from its original.
        """
        rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejected)]
        if any(isinstance(outcome.error.__cause__, OSError) for outcome in rejected):
            return
        if rejected:
            note_problem(self._folder.fetch_list, capture.url, rejected[0].error.reason)
            self._intake.captures.forget(capture.url)
            if not self._intake.holdings.stories_of(capture.digest):
                self._original(capture).unlink(missing_ok=True)
            return
        no_stories = (outcome.reason for outcome in outcomes if isinstance(outcome, LeftOut))
        filed = self._intake.holdings.stories_of(capture.digest)
        outcome = FILED if filed else next(no_stories, FILED)
        take_off(self._folder.fetch_list, capture.url)
        self._checkpoint("address taken off")
        self._intake.captures.keep(replace(capture, outcome=outcome))
        self._checkpoint("capture settled")


def _by_turns(addresses: Iterable[Address]) -> list[Address]:
    """Return addresses so that hosts alternate and each rests while others are asked."""
    hosts: dict[str, list[Address]] = defaultdict(list)
    for address in addresses:
        host = address.url.partition("://")[2].partition("/")[0]
        hosts[host.lower()].append(address)
    turns = [(turn, address) for queue in hosts.values() for turn, address in enumerate(queue)]
    return [address for _turn, address in sorted(turns, key=lambda pair: pair[0])]
