"""A raw file that was loaded, and the records in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import NoStory, Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of, source_at

Reading = Draft | Address | NoStory | UnreadableSourceError
"""The result of reading the one story of a file, or the reason why it cannot be read."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A raw file that was loaded and identified, which happens once.

    Attributes:
        source: The file.
        format: Its format.
        reading: Its one story, if another process has read it.
    """

    source: SourceFile
    format: Format
    reading: Reading | None = None

    @classmethod
    def load(cls, path: Path, columns: Mapping[str, str] | None = None) -> Self:
        """Load the file at ``path``.

        Args:
            path: The file.
            columns: The names of its columns by the fields they hold, as a person gives them.

        Raises:
            UnreadableSourceError: As ``source_at`` does.
        """
        return cls(*source_at(path, columns))

    def records(self) -> Iterator[Record]:
        """Yield what the file holds, at least one record.

        Raises:
            UnreadableSourceError: As ``records_of`` does.
        """
        reading = self.reading
        if reading is None:
            return records_of(self.source)

        def give(_source: SourceFile) -> Draft | Address | NoStory:
            if isinstance(reading, UnreadableSourceError):
                raise reading
            return reading

        return iter([Record(self.source, give)])
