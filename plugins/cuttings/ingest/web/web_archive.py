"""Web archives: the pages in a WARC file, read one after the other and past what is damaged."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO, cast

from cuttings.ingest.web.archive_records import DAMAGE, ArchiveRecords, damage_message
from cuttings.ingest.web.archived_page import WHOLE_RECORD, ArchivedPage, page_in
from cuttings.ingest.web.other_records import OtherRecords
from cuttings.ingest.web.record_search import GZIP, next_record
from cuttings.ingest.web.zstandard_archive import unpacked_archive


def archived_pages(stream: BinaryIO, others: OtherRecords | None = None) -> Iterator[ArchivedPage]:
    """Yield the pages of a WARC file that servers answered with, and each damaged record.

    After a damaged record the search goes on at the next place where one begins.

    Args:
        stream: The file, compressed or not; it must allow seeking.
        others: Counts each record that is not a page.
    """
    counted = OtherRecords()
    try:
        unpacked = unpacked_archive(stream)
        # What is damaged from its beginning is reported here; no record can be found in it.
        unpacked.read(1)
        unpacked.seek(0)
    except DAMAGE as error:
        yield ArchivedPage(number=1, problem=_damaged(error))
        return
    yield from _pages(unpacked, counted)
    if others is not None:
        others.update(counted)


def _pages(stream: BinaryIO, others: OtherRecords) -> Iterator[ArchivedPage]:
    compressed = stream.read(len(GZIP)) == GZIP
    number = 0
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        records = ArchiveRecords(stream)
        try:
            for record in records:
                number += 1
                page = page_in(record, number)
                if page is None:
                    others.add(record)
                    continue
                yield page
                if page.problem not in WHOLE_RECORD:
                    break
            else:
                if not records.breaks_off:
                    return
                number += not records.ends_within_record
                yield ArchivedPage(number=number, problem="the record breaks off")
        except DAMAGE as error:
            if compressed and "non-chunked gzip" in str(error):
                stream.seek(start)
                unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
                others.clear()
                read = _pages(unpacked, others)
                yield from (page for page in read if page.number > number)
                return
            number += not records.is_within_record
            yield ArchivedPage(number=number, problem=_damaged(error))
        failed = records.offset
        start = next_record(stream, max(start, records.begun) + 1, compressed=compressed)
        if start == failed:
            start = next_record(stream, failed + 1, compressed=compressed)


def _damaged(error: Exception) -> str:
    return f"the record is damaged ({damage_message(error)})"
