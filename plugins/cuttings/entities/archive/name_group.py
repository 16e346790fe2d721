"""Names that one person or organization goes by."""

from __future__ import annotations

from dataclasses import dataclass

from cuttings.entities.archive.census import NameRecord


@dataclass(slots=True)
class NameGroup:
    """The names of an archive that are one person's or one organization's.

    Attributes:
        heading: The name that it goes by.
        names: All of them, each with the reason for which it is put here; "" for the heading.
        records: The names with their stories.
    """

    heading: NameRecord
    names: dict[str, str]
    records: list[NameRecord]

    @property
    def count(self) -> int:
        """In how many stories its names stand, each counted."""
        return sum(record.count for record in self.records)
