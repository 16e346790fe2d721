"""A name where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.entity import EntityKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person or an organization where it stands.

    Attributes:
        kind: Person or organization.
        start: Offset of the first character, titles left out.
        end: Offset after the last character, possessives left out.
        form: The name, trimmed.
        has_title: Whether a title stands before it.
        is_subject: Whether it begins a sentence and a verb of what people do or say follows.
        is_shown: Whether its form or the words beside it show what it names.
    """

    kind: EntityKind
    start: int
    end: int
    form: str
    has_title: bool = False
    is_subject: bool = False
    is_shown: bool = True
