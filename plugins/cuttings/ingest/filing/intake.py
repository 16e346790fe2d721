"""Intake: raw files in, articles and originals out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from cuttings.article.archive_lock import archive_lock
from cuttings.article.atomic_file import Checkpoint, no_checkpoint, sync_folder
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import SettingsError, UnreadableSourceError
from cuttings.ingest.filing.article_batch import ArticleBatch
from cuttings.ingest.filing.capture import Capture, Captures
from cuttings.ingest.filing.fetch_list import add_to_fetch_list
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.filing.loaded_file import LoadedFile
from cuttings.ingest.filing.original import empty_inbox, store_original
from cuttings.ingest.filing.outcome import Filed, Item, Outcome, Rejected, ToFetch
from cuttings.ingest.filing.provenance import with_provenance
from cuttings.ingest.filing.read_ahead import read_ahead
from cuttings.ingest.filing.record_intake import RecordIntake
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.source_folder import is_waiting, source_paths
from cuttings.ingest.readers import format_of
from cuttings.progress import tracked
from cuttings.worker_pool import default_processes


class Intake:
    """Takes raw files into one content folder.

    Args:
        folder: The archive.
        today: The day articles are said to come in.
        columns: The names of tables' columns by the fields they hold, as a person gives them.
        processes: How many processes may read; as many as suit the machine if not given.
        checkpoint: Called after each step of filing.
    """

    def __init__(
        self,
        folder: ContentFolder,
        today: datetime.date,
        *,
        columns: Mapping[str, str] | None = None,
        processes: int | None = None,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> None:
        self._folder = folder
        self._today = today
        self._columns = columns
        self._processes = processes or default_processes()
        self._checkpoint = checkpoint

    @cached_property
    def holdings(self) -> Holdings:
        """What the archive holds; read once, and kept true by filing."""
        return Holdings(self._folder)

    def read_captures(self) -> None:
        """Read the table of what was fetched now, as nothing can be fetched without it.

        Raises:
            UnreadableSourceError: If it cannot be read.
        """
        _ = self.captures

    @cached_property
    def captures(self) -> Captures:
        """What was fetched.

        Raises:
            UnreadableSourceError: If its table cannot be read.
        """
        return Captures(self._folder.captures)

    def take_inbox(self) -> Iterator[Outcome]:
        """File everything in the inbox, as ``take_files``; what cannot be read stays in it."""
        inbox = self._folder.inbox
        if is_waiting(inbox):
            with archive_lock(self._folder.root):
                yield from self.take_files(list(source_paths(inbox)), from_inbox=True)

    def take_files(self, paths: Sequence[Path], *, from_inbox: bool = False) -> Iterator[Outcome]:
        """File each of ``paths`` and yield what becomes of each item in it.

        The work is done as the outcomes are asked for. What cannot be read does not stop
        the rest.

        Args:
            paths: Raw files.
            from_inbox: Whether to take a file away when all of it is filed.

        Raises:
            BusyArchiveError: If another run is writing in the archive.
            UnwritableArchiveError: If the folder cannot be written.
        """
        if paths:
            with archive_lock(self._folder.root):
                yield from self._take_files(paths, from_inbox=from_inbox)

    def _take_files(self, paths: Sequence[Path], *, from_inbox: bool) -> Iterator[Outcome]:
        files = read_ahead(paths, self._columns, self._is_held, self._processes)
        for path, file in tracked(files, len(paths), "Taking in"):
            known = "" if isinstance(file, Exception) else file.format.name
            try:
                if isinstance(file, Exception):
                    raise file
                yield from self._take_file(file, from_inbox=from_inbox)
            except SettingsError:
                raise
            except Exception as error:
                cause = UnreadableSourceError.unforeseen(path, error, step="filed")
                yield Rejected(Item(path, cause.place, known), error=cause)

    def _is_held(self, digest: str) -> bool:
        return bool(self.holdings.articles_of(digest))

    def take_capture(self, capture: Capture, address: Address) -> Iterator[Outcome]:
        """File what was fetched, as a file that lies among the originals already.

        Args:
            capture: The page.
            address: Its address, with what its list says of it.
        """

        def complete(draft: Draft) -> Draft:
            return with_provenance(draft, capture, address)

        try:
            source = replace(
                SourceFile.load(self._folder.originals / capture.original, self._columns),
                address=capture.found_at,
                charset=capture.charset,
            )
            self.holdings.add_original(source.digest)
            file = LoadedFile(source, format_of(source))
            yield from self._take_file(file, from_inbox=False, complete=complete)
        except SettingsError:
            raise
        except Exception as error:
            cause = UnreadableSourceError.unforeseen(capture.url, error, step="filed")
            yield Rejected(Item(capture.url, cause.place), error=cause)

    def _take_file(
        self,
        file: LoadedFile,
        *,
        from_inbox: bool,
        complete: Callable[[Draft], Draft] = lambda draft: draft,
    ) -> Iterator[Outcome]:
        """File what is in ``file``; keep it, and take it out of the inbox if nothing is left.

        Args:
            file: A raw file.
            from_inbox: Whether to take it away when all of it is filed.
            complete: Adds to a draft what is known of it beside the file.

        Raises:
            UnreadableSourceError: If it cannot be read to its end; what was filed stays filed.
        """
        addresses: list[Address] = []
        folders: set[Path] = set()
        broken: UnreadableSourceError | None = None
        taken = left = False
        try:
            for outcome in self._outcomes(file, complete):
                yield outcome
                taken = taken or not isinstance(outcome, Rejected)
                left = left or isinstance(outcome, Rejected)
                if isinstance(outcome, ToFetch):
                    addresses.append(outcome.address)
                if isinstance(outcome, Filed):
                    folders.add(outcome.article.parent)
        except UnreadableSourceError as error:
            broken = error
        for folder in sorted(folders):
            sync_folder(folder)
        if taken:
            add_to_fetch_list(self._folder.fetch_list, addresses)
            store_original(self._folder, self.holdings, file.source, self._checkpoint)
        if broken is not None:
            raise broken
        if from_inbox and not left:
            empty_inbox(self._folder.inbox, self._folder, file.source, self._checkpoint)

    def _outcomes(self, file: LoadedFile, complete: Callable[[Draft], Draft]) -> Iterator[Outcome]:
        """Yield what becomes of each record of a file."""

        def captured(url: str) -> Capture | None:
            return self.captures.get(url)

        with ArticleBatch(self._folder, self.holdings, self._today, self._checkpoint) as batch:
            known = file.format.name
            intake = RecordIntake(self.holdings, captured, batch, known, complete)
            yield from intake.take(file.records())
