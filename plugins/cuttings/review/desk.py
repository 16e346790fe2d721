"""The desk of one archive: what is known of it, what was decided, what is undone."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.archive_table import ARCHIVE_TABLE
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import EntityKind
from cuttings.errors import AuthorityError, InputError
from cuttings.review.archive.archive_stories import ArchiveStories
from cuttings.review.archive.desk_story import stamp_of
from cuttings.review.archive.story_reader import StoryReader
from cuttings.review.changes.authority_edit import heading_of
from cuttings.review.changes.decision_log import DecisionLog, NewTexts
from cuttings.review.changes.journal import Journal
from cuttings.review.changes.step import Answer, Step

_LOOKED_AT = 10.0
"""Seconds between two looks at the files of the archive while somebody uses the page."""


class Desk:
    """What all lists of the desk share.

    Args:
        folder: The archive.
        journal: Its journal.
    """

    def __init__(self, folder: ContentFolder, journal: Journal) -> None:
        self.folder = folder
        self.lock = threading.RLock()
        self.stories = ArchiveStories(folder)
        self.reader = StoryReader(folder)
        self.authorities = Authorities()
        self.version = 0
        """Grows with each change of the archive that the desk has seen."""

        self.problems: dict[str, None] = {}
        self._lasting: list[str] = []
        self.log = DecisionLog(folder, journal, lambda error: self._lasting.append(str(error)))
        if self.log.interrupted:
            self._lasting.append(f"{self.log.interrupted}: interrupted last time, and done now")
        self._record_stamps: Mapping[Path, tuple[int, int] | None] = {}
        self._is_ready = threading.Event()
        self._last_use = self._last_look = 0.0

    def read(self) -> None:
        """Read the archive, as the page needs it."""
        self.look()
        self._is_ready.set()

    def wait(self) -> None:
        """Wait until the archive was read, and note that somebody uses the page."""
        self._is_ready.wait()
        self._last_use = time.monotonic()

    def look(self) -> None:
        """Follow what changed in the archive's files since the last look."""
        problems: dict[str, None] = {}
        changed = self.stories.refresh(lambda error: problems.update({str(error): None}))
        with self.lock:
            self.version += changed
            self.problems = problems
            self.follow_records()
        self._last_look = time.monotonic()

    def look_if_used(self) -> None:
        """Look at the files, if somebody used the page since the last look."""
        now = time.monotonic()
        if (
            self._is_ready.is_set()
            and self._last_use > self._last_look > 0
            and (now - self._last_look >= _LOOKED_AT)
        ):
            self.look()

    def follow_records(self) -> None:
        """Read the authority files, and what the tagger decided, again if one of them changed."""
        names = (*(f"{kind.plural}.csv" for kind in EntityKind), ARCHIVE_TABLE)
        stamps = {path: _stamp(path) for path in map(self.folder.authorities.joinpath, names)}
        if stamps == self._record_stamps:
            return
        self.authorities = Authorities.read(self.folder.authorities, self._report)
        self.reader.follow(self.authorities)
        self._record_stamps = stamps
        self.version += 1

    def heading(self, kind: EntityKind, typed: str) -> str:
        """Return the heading under which a name that a person typed or selected is filed.

        Raises:
            AuthorityError: If it cannot be a heading.
        """
        form = heading_of(typed)
        heading = self.authorities.preferred(kind, form)
        if kind is EntityKind.COUNTRY and heading == form:
            return country_names().heading(form) or form
        return heading

    def decide(
        self, question: str, answer: Answer, text: str, stories: int, texts: NewTexts
    ) -> Step:
        """Carry a decision out (see ``DecisionLog.decide``) and follow it."""
        step = self.log.decide(question, answer, text, stories, texts)
        self._follow(step)
        return step

    def undo(self, number: int) -> Step:
        """Take the last decision back.

        Args:
            number: Its number as the page knows it; in another window it may be taken back.

        Raises:
            InputError: If it is not the last any more, or cannot be taken back.
        """
        last = self.log.steps[-1] if self.log.steps else None
        if last is not None and last.number != number:
            reason = "in another window something else was decided meanwhile"
            raise InputError("undo", reason, "look at it and try again")
        step = self.log.undo()
        self._follow(step)
        return step

    def state(self) -> dict[str, object]:
        """Return what every page shows: what undo takes back, and what cannot be read."""
        steps = self.log.steps
        undo = {"number": steps[-1].number, "text": steps[-1].text} if steps else None
        return {"undo": undo, "steps": len(steps), "problems": [*self._lasting, *self.problems]}

    def _follow(self, step: Step) -> None:
        self.version += 1
        for change in step.changes:
            path = self.folder.root / change.path
            if path.is_relative_to(self.folder.articles):
                self.stories.refresh_one(path)
        self.follow_records()

    def _report(self, error: InputError) -> None:
        self.problems[str(error)] = None


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        return stamp_of(path)
    except OSError:
        return None


def answered_elsewhere() -> AuthorityError:
    """Return the error of a question that is settled when its answer comes."""
    reason = "it was settled in another window, or its names changed meanwhile"
    return AuthorityError("question", reason, "here is the next one")
