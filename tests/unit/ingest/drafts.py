"""The stories of a raw file, read as the inbox reads them."""

from __future__ import annotations

from cuttings.ingest.draft import Draft
from cuttings.ingest.readers import records_of
from cuttings.ingest.source_file import SourceFile


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the stories in a raw file, without what is only an address or no story."""
    stories = [record.read() for record in records_of(source)]
    return [story for story in stories if isinstance(story, Draft)]
