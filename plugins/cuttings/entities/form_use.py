"""A form by which a story names an entity, and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass

_PHRASES = {
    "name": "the name",
    "see-from": "another form of {heading}",
    "dateline": "the place of the dateline, in {heading}",
    "seat": "a seat of power of {heading}",
    "institution": "an institution of {heading}",
    "city": "a city of {heading}",
    "division": "a part of {heading}",
    "capital": "the capital of {heading}",
}


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form by which a story names an entity.

    Attributes:
        form: The form as the text has it.
        rule: How it was understood (see ``Mention.rule``).
        count: How often headline and text have it.
    """

    form: str
    rule: str
    count: int

    def meaning(self, heading: str) -> str:
        """Say in words what the form is to the entity with a heading: "surname of Ada Example"."""
        phrase = _PHRASES.get(self.rule, f"{self.rule} of {{heading}}")
        return phrase.replace("{heading}", heading)

    @property
    def times(self) -> str:
        """How often it stands in headline and text, in words: "once", "twice", "3 times"."""
        return {1: "once", 2: "twice"}.get(self.count) or f"{self.count} times"
