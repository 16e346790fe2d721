"""An entity as the whole archive knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

_QUALIFIER = re.compile(r"(?<=\S)\s+\([^()]*\)$")


_PLURALS = {"person": "people", "country": "countries", "organization": "organizations"}


class EntityKind(StrEnum):
    """The three kinds of entity an article is filed under."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"

    @property
    def plural(self) -> str:
        """The kind's word for many: its front-matter line, folder and page title."""
        return _PLURALS[self._value_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, country or organization of the archive.

    Attributes:
        kind: What it is.
        heading: Preferred name.
        slug: File name of its page and value of its filter, unique in its kind.
        code: ISO 3166-1 alpha-2 in upper case for a country that has one, else "".
        states: Headings of the country tables that name this country, whatever the authority
            records call it; its own first, then those of states that a record joins with it.
            () for all else.
        see_from: Other forms, from the authority record, in its order.
        found_as: Forms that lead to it because the whole archive shows so, in their order.
        same_as: Wikidata id (``Q22686``), or "".
        note: The authority record's note, or "".
        filed_as: What the authority record says a list files it under, or "".
        has_page: Whether it has a page of its own; a name that few stories have may not.
        only_story: The page of the only story that names it if it has none of its own, else "".
    """

    kind: EntityKind
    heading: str
    slug: str
    code: str = ""
    states: tuple[str, ...] = ()
    see_from: tuple[str, ...] = ()
    found_as: tuple[str, ...] = ()
    same_as: str = ""
    note: str = ""
    filed_as: str = ""
    has_page: bool = True
    only_story: str = ""

    def __hash__(self) -> int:
        """Return what is the same for equal entities, at once: they are counted by the million."""
        return hash(self.slug)

    @property
    def name(self) -> str:
        """The heading without a qualifier in brackets ("John Smith (banker)": "John Smith")."""
        return bare_name(self.heading)

    @property
    def state(self) -> str:
        """The heading of the country tables that names this country, or ""."""
        return self.states[0] if self.states else ""

    @property
    def path(self) -> str:
        """The path of its page from the site's root, whether it has one or not."""
        return f"{self.kind.plural}/{self.slug}.html"

    @property
    def link_in_story(self) -> str:
        """Where its name leads in a story: to its page, else to a search for its stories."""
        return self.path if self.has_page else f"search.html?{self.kind}={quote(self.slug)}"

    @property
    def link_in_list(self) -> str:
        """Where its name leads in a list: as in a story, or to the only story that names it."""
        return self.only_story or self.link_in_story


def bare_name(heading: str) -> str:
    """Return a heading without the qualifier in brackets that distinguishes namesakes."""
    return _QUALIFIER.sub("", heading)
