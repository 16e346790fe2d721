"""A form by which a story names an entity, and how it was understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """How a form that a text has is understood to name an entity.

    From ``ABBREVIATION`` on they are the kinds of a country's forms (``FormKind``).
    """

    NAME = "name"
    SEE_FROM = "see-from"
    """Another form that an authority record states."""

    ARCHIVE = "archive"
    """Another form, as the other stories of the archive show."""

    SURNAME = "surname"
    """A surname or another short form that fits one person of the story alone."""

    SHORT_FORM = "short form"
    """The first words of an organization's name, or all but its legal form."""

    ACRONYM = "acronym"
    DATELINE = "dateline"
    ABBREVIATION = "abbreviation"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    INSTITUTION = "institution"
    CITY = "city"
    DIVISION = "division"


_PHRASES = {
    Rule.NAME: "the name",
    Rule.SEE_FROM: "another form of {heading}",
    Rule.ARCHIVE: "another form of {heading} in this archive",
    Rule.DATELINE: "the place of the dateline, in {heading}",
    Rule.SEAT: "a seat of power of {heading}",
    Rule.INSTITUTION: "an institution of {heading}",
    Rule.CITY: "a city of {heading}",
    Rule.DIVISION: "a part of {heading}",
    Rule.CAPITAL: "the capital of {heading}",
}

_OF_HEADING = re.compile(r",? (?:of|in) \{heading\}")


@dataclass(frozen=True, slots=True)
class FormUse:
    """A form by which a story names an entity.

    Attributes:
        form: The form as the text has it.
        rule: How it was understood.
        count: How often headline and text have it.
    """

    form: str
    rule: Rule
    count: int

    def meaning(self, heading: str) -> str:
        """Say in words what the form is to the entity with a heading: "surname of Ada Example"."""
        return self._phrase.replace("{heading}", heading)

    @property
    def short_meaning(self) -> str:
        """The same where the heading stands above it: "surname"."""
        return _OF_HEADING.sub("", self._phrase)

    @property
    def _phrase(self) -> str:
        return _PHRASES.get(self.rule, f"{self.rule} of {{heading}}")

    @property
    def times(self) -> str:
        """How often it stands in headline and text, in words: "once", "twice", "3 times"."""
        return {1: "once", 2: "twice"}.get(self.count) or f"{self.count} times"
