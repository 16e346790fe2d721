"""JSON and JSON Lines files with a story in each object."""

from __future__ import annotations

from collections.abc import Iterator

from cuttings.ingest.entries.columns import Columns
from cuttings.ingest.entries.json_rows import json_rows
from cuttings.ingest.entries.row import row_records
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile


def read_json(source: SourceFile) -> Iterator[Record]:
    """Yield the stories of a JSON document or of JSON Lines, one an object.

    Raises:
        UnreadableSourceError: Where it stops being JSON.
    """
    yield from row_records(source, json_rows(source), Columns(source.columns).entry)


FORMAT = Format(
    name="JSON",
    suffixes=(".json", ".jsonl", ".ndjson", ".jsonlines"),
    records=read_json,
    gives="each object of a list or each line; names as in a table",
    example="cuttings add stories.jsonl --map content=story_text",
)
