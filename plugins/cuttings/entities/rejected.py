"""What looks like a name and is not a tag."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.entity import EntityKind


@dataclass(frozen=True, slots=True)
class Rejected:
    """A form that a story has and that is not a tag, with the reason.

    Attributes:
        kind: What it looks like.
        form: The form, trimmed.
        reason: Why it does not count, as the end of a sentence.
    """

    kind: EntityKind
    form: str
    reason: str
