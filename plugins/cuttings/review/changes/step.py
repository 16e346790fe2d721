"""One decision at the desk."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cuttings.review.changes.file_change import FileChange


class Answer(StrEnum):
    """What a person says to a question of the desk."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RIGHT = "right"
    WRONG = "wrong"
    OTHER = "other"
    EDITED = "edited"
    """A record or a line was changed without a question."""

    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Step:
    """One decision, and what it changed.

    Attributes:
        number: Its number in the journal, from 1.
        question: What it answers, as the list of questions names it.
        answer: What the person said.
        text: What was decided, in words.
        stories: How many stories it settles.
        changes: What it changed; nothing if the answer is kept in the journal alone.
    """

    number: int
    question: str
    answer: Answer
    text: str
    stories: int
    changes: tuple[FileChange, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """Return the step as a JSON object."""
        return dataclasses.asdict(self)

    @classmethod
    def of_record(cls, record: dict[str, Any]) -> Step:
        """Return the step that a JSON object holds.

        Raises:
            KeyError, TypeError, ValueError: If it is not the record of a step.
        """
        changes = tuple(FileChange(**change) for change in record["changes"])
        return cls(**{**record, "answer": Answer(record["answer"]), "changes": changes})
