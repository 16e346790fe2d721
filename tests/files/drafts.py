"""The stories of a raw file, read as the inbox reads them."""

from __future__ import annotations

from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the stories in a raw file, without what is only an address or no story."""
    stories = [record.read() for record in records_of(source)]
    return [story for story in stories if isinstance(story, Draft)]
