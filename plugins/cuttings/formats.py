'''The public face for packages that add a raw format.

An installed package gives one `Format` by an entry point in the group ``cuttings.formats``;
everything it needs is imported from here, and stays here when the modules behind it move. A whole
package for a teletext export, which has one story a line, is this module::

    """Teletext: one story a line, its title before a bar."""

    from collections.abc import Iterator

    from cuttings.formats import Entry, Format, Record, SourceFile, entry_record


    def read_teletext(source: SourceFile) -> Iterator[Record]:
        """Yield the stories of an export, each an entry that states what its line says."""
        for number, line in enumerate(source.payload.decode().splitlines(), start=1):
            title, _, text = line.partition("|")
            yield entry_record(source, Entry(title=title, content=text), f"page {number}")


    FORMAT = Format(
        name="Teletext",
        suffixes=(".ttx",),
        records=read_teletext,
        gives="each page",
        example="news.ttx",
    )

and these lines of its ``pyproject.toml``::

    [project.entry-points."cuttings.formats"]
    teletext = "cuttings_teletext:FORMAT"

Which values a reader works with:

- `SourceFile`: the raw file, or the part of it that one story is (`SourceFile.part`).
- `Record`: one story in a raw file, cheap until it is read. `entry_record` makes one of an `Entry`,
  `row_records` of the `Row` values of a table, `whole_file` of a file that is one story, and
  `broken_record` of a part that cannot be read.
- `Entry`: what an export states of a story, before any cleaning. Most readers need nothing else.
- `Draft`: a story, cleaned. A reader returns one itself only for text that no `Entry` can hold.
- `Address`: a story of which the file holds the address alone.
- `NoStory`: a record that is whole and is not a story.
- `UnreadableSourceError`: raised by `SourceFile.unreadable` with a reason and a remedy.
'''

from __future__ import annotations

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import NoStory, Record, broken_record, made_record, whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

__all__ = [
    "Address",
    "Draft",
    "Entry",
    "Format",
    "NoStory",
    "Record",
    "Row",
    "SourceFile",
    "UnreadableSourceError",
    "broken_record",
    "day_stated",
    "entry_record",
    "made_record",
    "row_records",
    "whole_file",
]
