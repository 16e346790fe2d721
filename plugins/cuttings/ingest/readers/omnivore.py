"""The export of Omnivore: a ZIP archive of metadata, pages and highlights, or metadata alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import Row, record_without_story, row_records
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import GIVES_ADDRESSES, Format
from cuttings.ingest.raw.record import Record, broken_record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.zip_archive import opened_zip, packed_file
from cuttings.ingest.text.dates import day_stated

_NO_ADDRESS = "https://omnivore.app/no_url"
"""How the address begins that Omnivore gives to a newsletter, which has none."""


def read_metadata(source: SourceFile) -> Iterator[Record]:
    """Yield the items of a metadata file, which are addresses: the texts lie in other files."""
    return row_records(source, json_rows(source), _entry)


def _entry(row: Row) -> Entry:
    url = row.text("url")
    date = day_stated(row.text("publishedAt"))
    return Entry(
        title=row.text("title"),
        url="" if url.startswith(_NO_ADDRESS) else url,
        date=date,
        dated=Certainty.UNKNOWN if date is None else Certainty.EXACT,
        author=row.text("author"),
        summary=row.text("description"),
        saved=day_stated(row.text("savedAt")),
        tags=row.values("labels"),
    )


def read_archive(source: SourceFile) -> Iterator[Record]:
    """Yield the items of a whole export, each with its page and its highlights.

    Raises:
        UnreadableSourceError: If it is another archive, or damaged.
    """
    with opened_zip(source) as archive:
        names = sorted(filter(_is_metadata, archive.namelist()))
        if not names:
            raise source.unreadable(
                "it is not an export of Omnivore", "unpack it and add the files"
            )
        for name in names:
            yield from _member_records(source, archive, name)


def _member_records(source: SourceFile, archive: zipfile.ZipFile, name: str) -> Iterator[Record]:
    """Yield the items of one metadata file within the archive."""
    folder = name.rpartition("metadata_")[0]
    try:
        metadata = source.part(packed_file(source, archive, name), name)
        for row in json_rows(metadata):
            placed = replace(row, place=f"{name}, {row.place}")
            make = partial(_member_record, source, archive, folder, placed)
            yield made_record(source, placed.place, make)
    except UnreadableSourceError as error:
        yield broken_record(source.part(name.encode(), name), error.reason, error.remedy)


def _member_record(source: SourceFile, archive: zipfile.ZipFile, folder: str, row: Row) -> Record:
    if not row.has_story:
        return record_without_story(source, row)
    slug = row.text("slug")
    try:
        page = _optional_member(source, archive, f"{folder}content/{slug}.html")
        highlights = _optional_member(source, archive, f"{folder}highlights/{slug}.md")
    except UnreadableSourceError as error:
        part = source.part(row.place.encode(), row.place)
        return broken_record(part, error.reason, error.remedy)
    entry = replace(_entry(row), content=page, note=one_line(highlights))
    return entry_record(source, entry, row.place)


def _optional_member(source: SourceFile, archive: zipfile.ZipFile, name: str) -> str:
    """Return the text of a file in the archive, or "" if it is not there or empty."""
    if name not in archive.NameToInfo:
        return ""
    content = packed_file(source, archive, name)
    return decode(source.part(content, name), markup=True) if content.strip() else ""


def _is_metadata(name: str) -> bool:
    return name.rsplit("/", 1)[-1].startswith("metadata_") and name.endswith(".json")


METADATA_FORMAT = Format(
    name="Omnivore metadata",
    suffixes=(".json",),
    records=read_metadata,
    recognizes=lambda source: b'"savedAt"' in source.head and b'"readingProgress"' in source.head,
    gives=GIVES_ADDRESSES,
    example="metadata_0_to_20.json",
)
ARCHIVE_FORMAT = Format(
    name="Omnivore",
    suffixes=(".zip",),
    records=read_archive,
    gives="each page in the archive, with its labels and highlights",
    example="export.zip",
)
