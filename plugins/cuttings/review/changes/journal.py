"""The journal of the desk: every decision, so that any number of them can be taken back.

A line is a JSON object: ``{"step": …}`` is written before a decision changes a file, and
``{"undone": NUMBER}`` before it is taken back. So after a kill the last line says what has to be
brought to its end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cuttings.article.file_lock import try_lock
from cuttings.errors import InputError, OpenDeskError
from cuttings.review.changes.step import Step


class Journal:
    """The decisions that are not taken back, in their order.

    Args:
        file: The journal, open to be read and extended.
        path: Its path, for messages.

    Raises:
        InputError: If a line of it cannot be understood.
    """

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self.steps: list[Step] = []
        self.last_undone: Step | None = None
        self._count = 0
        whole = 0
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            try:
                self._take(json.loads(line))
            except (KeyError, TypeError, ValueError) as error:
                reason, remedy = "it is not a line of the desk's journal", "move the file away"
                raise InputError(path, reason, remedy, f"line {number}") from error
        file.seek(whole)
        file.truncate()

    @property
    def next_number(self) -> int:
        """The number of the next decision."""
        return self._count + 1

    def add(self, step: Step) -> None:
        """Write a decision down, to be carried out after that."""
        self._write({"step": step.as_record()})

    def undo(self, step: Step) -> None:
        """Write down that the last decision is taken back, to be carried out after that."""
        self._write({"undone": step.number})

    def answers(self) -> Mapping[str, Step]:
        """Return the last decision about each question."""
        return {step.question: step for step in self.steps}

    def _write(self, record: dict[str, object]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self._take(record)

    def _take(self, record: Mapping[str, object]) -> None:
        self.last_undone = None
        if "step" in record:
            step = Step.of_record(record["step"])  # type: ignore[arg-type]
            self.steps.append(step)
            self._count = step.number
        elif self.steps and self.steps[-1].number == record["undone"]:
            self.last_undone = self.steps.pop()
        else:
            raise ValueError(record)


@contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """Open the journal of an archive's desk; while it is open, no other desk can be.

    Raises:
        OpenDeskError: If the desk of the archive is open already.
        InputError: If the file is not a journal.
        OSError: If it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    with os.fdopen(descriptor, "r+b") as file:
        if not try_lock(descriptor):
            raise OpenDeskError(path.parent)
        yield Journal(file, path)
