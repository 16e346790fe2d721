"""The inbox: raw files in, articles and originals out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.deduplication import Holdings
from cuttings.ingest.filing import (
    Checkpoint,
    empty_inbox,
    file_drafts,
    store_original,
)
from cuttings.ingest.outcome import Duplicate, Filed, Rejected, Report
from cuttings.ingest.readers import drafts_of
from cuttings.ingest.source_file import SourceFile
from cuttings.ingest.source_folder import source_paths
from cuttings.progress import tracked


class Intake:
    """Takes raw files into one content folder.

    Args:
        folder: The archive.
        today: The day articles are said to come in.
        checkpoint: Told of each step of filing; for tests that stop between two.
    """

    def __init__(
        self,
        folder: ContentFolder,
        today: datetime.date,
        checkpoint: Checkpoint = lambda _step: None,
    ) -> None:
        self._folder = folder
        self._today = today
        self._checkpoint = checkpoint

    @cached_property
    def _holdings(self) -> Holdings:
        return Holdings(self._folder)

    def file(self, path: Path, *, from_inbox: bool = False) -> Filed | Duplicate:
        """File the stories of the raw file at ``path``.

        Args:
            path: The raw file.
            from_inbox: Whether to take it away when it is filed.

        Raises:
            UnreadableSourceError: If it cannot be read or filed; it stays where it is.
        """
        source = SourceFile.load(path)
        try:
            outcome = self._file(source)
            if from_inbox:
                empty_inbox(self._folder.inbox, self._folder, source, self._checkpoint)
        except OSError as error:
            raise source.unreadable(
                f"it cannot be filed ({error.strerror or error})",
                "check the free space and the rights of the content folder",
            ) from error
        return outcome

    def _file(self, source: SourceFile) -> Filed | Duplicate:
        held = self._holdings.articles_of(source.digest)
        if held and self._holdings.has_original(source.digest):
            return Duplicate(source.path, held)
        drafts = drafts_of(source)
        paths = file_drafts(self._folder, self._holdings, drafts, self._today, self._checkpoint)
        store_original(self._folder, self._holdings, source, self._checkpoint)
        removed = tuple(line for draft in drafts for line in draft.removed)
        return Filed(source.path, paths, removed)

    def take_files(self, paths: Sequence[Path], *, from_inbox: bool = False) -> Report:
        """File each of ``paths``; one that cannot be read does not stop the others."""
        filed: list[Filed] = []
        duplicates: list[Duplicate] = []
        rejected: list[Rejected] = []
        for path in tracked(paths, len(paths), "Taking in"):
            try:
                outcome = self.file(path, from_inbox=from_inbox)
            except UnreadableSourceError as error:
                rejected.append(Rejected(error))
                continue
            if isinstance(outcome, Filed):
                filed.append(outcome)
            else:
                duplicates.append(outcome)
        return Report(tuple(filed), tuple(duplicates), tuple(rejected))

    def take_inbox(self) -> Report:
        """File everything in the inbox; what cannot be read stays in it."""
        inbox = self._folder.inbox
        paths = list(source_paths(inbox)) if inbox.is_dir() else []
        return self.take_files(paths, from_inbox=True)
