"""An authority record: what a person decided about one entity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRecord:
    """What a person decided about one entity.

    Attributes:
        heading: Preferred name.
        see_from: Other forms, which lead to the heading.
        when: What a story must have one of for its forms to lead here; () for any story.
        same_as: Wikidata id, or "".
        note: Shown on the entity's page, or "".
        filed_as: What a list files it under ("Gaulle, Charles de"), or "" for the usual.
        hidden: Whether the entity is kept from the site.
        different_from: Headings that are other entities, however alike they look.
    """

    heading: str
    see_from: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    same_as: str = ""
    note: str = ""
    filed_as: str = ""
    hidden: bool = False
    different_from: tuple[str, ...] = ()

    @property
    def only_differs(self) -> bool:
        """Whether nothing but its difference from others was decided about the entity."""
        bare = AuthorityRecord(heading=self.heading, different_from=self.different_from)
        return bool(self.different_from) and self == bare
