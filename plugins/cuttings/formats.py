'''The public face for packages that add a raw format.

An installed package gives one `Format` by an entry point in the group ``cuttings.formats``;
everything it needs is imported from here, and stays here when the modules behind it move. A whole
package for a teletext export, which has one story a line, is this module::

    """Teletext: one story a line, its title before a bar."""

    from collections.abc import Iterator

    from cuttings.formats import Entry, Format, Record, SourceFile, decoded_lines, entry_record


    def read_teletext(source: SourceFile) -> Iterator[Record]:
        """Yield the stories of an export, each an entry that states what its line says."""
        for number, line in enumerate(decoded_lines(source), start=1):
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

- `SourceFile`: the raw file, or the part of it that one story is (`SourceFile.part`). `decode`
  gives its text, in whatever character set, and `decoded_lines` the lines of a file of any size.
- `Record`: one story in a raw file, cheap until it is read. `entry_record` makes one of an `Entry`,
  `whole_file` of a file that is one story, `broken_record` of a part that cannot be read.
  `made_record` catches what making one fails with, so that the others go on.
- `Entry`: what an export states of a story, before any cleaning. Most readers need nothing else.
  `Certainty` says how its date is known; `day_stated` reads a date.
- `Row`: one row of a table or one object of a list. `CsvRows` and `json_rows` read them, and
  `row_records` makes their records by a function from a row to its `Entry`. `csv_header` shows to
  `Format.recognizes` which columns a table has.
- `Draft`: a story, cleaned. A reader returns one itself only for text that no `Entry` can hold;
  `draft_from_text` and `draft_from_html` make it.
- `Address`: a story of which the file holds only the address. A format of such gives
  `GIVES_ADDRESSES`.
- `NoStory`: a record that is whole and is not a story.
- `UnreadableSourceError`: raised with a reason and a remedy; `SourceFile.unreadable` makes it.
'''

from __future__ import annotations

from cuttings.article.article import Certainty
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.csv_rows import CsvRows, csv_header
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import Row, row_records
from cuttings.ingest.html.html_story import draft_from_html
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import NoStory, Record, broken_record, made_record, whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.text_stream import decoded_lines
from cuttings.ingest.text.dates import day_stated
from cuttings.ingest.text.text_story import draft_from_text

__all__ = [
    "GIVES_ADDRESSES",
    "Address",
    "Certainty",
    "CsvRows",
    "Draft",
    "Entry",
    "Format",
    "NoStory",
    "Record",
    "Row",
    "SourceFile",
    "UnreadableSourceError",
    "broken_record",
    "csv_header",
    "day_stated",
    "decode",
    "decoded_lines",
    "draft_from_html",
    "draft_from_text",
    "entry_record",
    "json_rows",
    "made_record",
    "row_records",
    "whole_file",
]
