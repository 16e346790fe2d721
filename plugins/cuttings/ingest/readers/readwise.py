"""The CSV exports of Readwise: the library of its Reader, and the highlights of all sources.

The library holds addresses only. Highlights are passages, a row each: those of one document
become one article, which says that it is excerpts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from cuttings.ingest.entries.csv_rows import CsvRows, csv_header
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.row import Row, record_without_story, row_records
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_LIBRARY = frozenset({"title", "url", "document tags", "saved date"})
_HIGHLIGHTS = frozenset({"highlight", "book title", "book author", "highlighted at"})


def read_library(source: SourceFile) -> Iterator[Record]:
    """Yield the items of a Reader library."""
    return row_records(source, CsvRows(source), _library_entry)


def _library_entry(row: Row) -> Entry:
    return Entry(
        title=row.text("Title"),
        url=row.text("URL"),
        saved=day_stated(row.text("Saved date")),
        tags=row.listed("Document tags"),
    )


def read_highlights(source: SourceFile) -> Iterator[Record]:
    """Yield a record for each document, with its highlights in the order of the file.

    The rows of a document may stand anywhere in the file, which is therefore held.
    """
    _ = source.payload
    documents: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in CsvRows(source):
        if row.has_story:
            documents[row.text("Book Title"), row.text("Book Author")].append(row)
        else:
            yield record_without_story(source, row)
    for (title, author), rows in documents.items():
        place = f"{rows[0].place} and others" if len(rows) > 1 else rows[0].place
        make = partial(_highlights_record, source, title, author, rows, place)
        yield made_record(source, place, make)


def _highlights_record(
    source: SourceFile, title: str, author: str, rows: list[Row], place: str
) -> Record:
    return entry_record(source, _highlights_entry(title, author, rows), place)


def _highlights_entry(title: str, author: str, rows: list[Row]) -> Entry:
    tags = (tag for row in rows for tag in row.listed("Document tags"))
    return Entry(
        title=title,
        author=author,
        content="\n\n".join(row.whole("Highlight") for row in rows),
        extent="excerpts",
        saved=day_stated(rows[0].text("Highlighted at")),
        tags=tuple(dict.fromkeys(tags)),
        note=" ".join(filter(None, (row.text("Note") for row in rows))),
    )


LIBRARY_FORMAT = Format(
    name="Readwise Reader",
    suffixes=(".csv",),
    records=read_library,
    recognizes=lambda source: csv_header(source) >= _LIBRARY,
    gives=GIVES_ADDRESSES,
    example="library.csv",
)
HIGHLIGHTS_FORMAT = Format(
    name="Readwise highlights",
    suffixes=(".csv",),
    records=read_highlights,
    recognizes=lambda source: csv_header(source) >= _HIGHLIGHTS,
    gives="the highlights of each document, marked as excerpts",
    example="readwise-data.csv",
)
