"""Carrying decisions out and taking them back, so that a kill at any moment loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from cuttings.article.archive_lock import archive_lock
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import CuttingsError, InputError, Report, raise_error
from cuttings.review.changes.archive_text import read_text, replace_text
from cuttings.review.changes.file_change import FileChange
from cuttings.review.changes.journal import Journal
from cuttings.review.changes.step import Answer, Step

NewTexts = Mapping[Path, tuple[str | None, str | None]]
"""The text of each file before a decision and after it; None where the file is not there."""


class DecisionLog:
    """What was decided in an archive, and what that changed.

    Args:
        folder: The archive.
        journal: Its journal; what a kill left unfinished in it is brought to its end.
        report: Called with what cannot be brought to its end.
    """

    def __init__(self, folder: ContentFolder, journal: Journal, report: Report) -> None:
        self._folder = folder
        self._journal = journal
        self.interrupted = self._finish(report)
        """What a kill had left unfinished, in words, or ""."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The decisions that are not taken back, in their order."""
        return tuple(self._journal.steps)

    def answers(self) -> Mapping[str, Step]:
        """Return the last decision about each question."""
        return self._journal.answers()

    def decide(
        self, question: str, answer: Answer, text: str, stories: int, texts: NewTexts
    ) -> Step:
        """Carry a decision out: write it down, then change the files.

        Args:
            question: What it answers.
            answer: What the person said.
            text: What was decided, in words.
            stories: How many stories it settles.
            texts: What it makes of which files.

        Raises:
            ArchiveLockError: If another run is writing in the archive; nothing is done.
            InputError: If a file was changed meanwhile; nothing is done.
        """
        to_write = {path: pair for path, pair in texts.items() if pair[0] != pair[1]}
        changes = tuple(
            FileChange.between(self._name(path), before, after)
            for path, (before, after) in to_write.items()
        )
        step = Step(self._journal.next_number, question, answer, text, stories, changes)
        written: list[FileChange] = []
        with archive_lock(self._folder.root):
            self._journal.add(step)
            try:
                for change, (path, (before, after)) in zip(changes, to_write.items(), strict=True):
                    replace_text(path, before, after)
                    written.append(change)
            except (CuttingsError, OSError):
                self._journal.undo(step)
                self._make(map(FileChange.reversed, written), raise_error)
                raise
        return step

    def undo(self) -> Step:
        """Take the last decision back; files that nobody else changed get their bytes back.

        Raises:
            ArchiveLockError: If another run is writing in the archive; nothing is done.
            InputError: If there is nothing to take back, or a file was changed so that it
                cannot be; nothing is done.
        """
        if not self._journal.steps:
            raise InputError("review", "there is nothing to undo", "decide something first")
        step = self._journal.steps[-1]
        back = tuple(map(FileChange.reversed, step.changes))
        with archive_lock(self._folder.root):
            for change in back:
                self._check_possible(change)
            self._journal.undo(step)
            self._make(back, raise_error)
        return step

    def _finish(self, report: Report) -> str:
        """Bring the last line of the journal to its end, as a kill may have come before that.

        Returns:
            What it is about if something was left to do, else "".
        """
        if undone := self._journal.last_undone:
            step, changes = undone, tuple(map(FileChange.reversed, undone.changes))
        elif self._journal.steps:
            step = self._journal.steps[-1]
            changes = step.changes
        else:
            return ""
        pending = [change for change in changes if self._is_untouched(change)]
        if not pending:
            return ""
        with archive_lock(self._folder.root):
            self._make(pending, report)
        return step.text

    def _is_untouched(self, change: FileChange) -> bool:
        return change.reversed().is_made_in(read_text(self._folder.root / change.path))

    def _make(self, changes: Iterable[FileChange], report: Report) -> None:
        """Make changes, but for those that are made already."""
        for change in changes:
            path = self._folder.root / change.path
            try:
                text = read_text(path)
                if change.is_made_in(text):
                    continue
                made = change.applied_to(text)
                if made is None:
                    raise _changed_since(path)
                replace_text(path, text, made[0])
            except (CuttingsError, OSError) as error:
                report(InputError.unforeseen(path, error, step="changed"))

    def _check_possible(self, change: FileChange) -> None:
        path = self._folder.root / change.path
        text = read_text(path)
        if not change.is_made_in(text) and change.applied_to(text) is None:
            raise _changed_since(path)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder.root).as_posix()


def _changed_since(path: Path) -> InputError:
    return InputError(
        path,
        "the lines that the decision wrote were changed since, so they are left as they are",
        "change them by hand",
    )
