"""Plain text: a pasted or saved story without any markup."""

from __future__ import annotations

from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.text_story import draft_from_text


def read_text(source: SourceFile) -> Draft:
    """Return the one story of a plain text file.

    Raises:
        UnreadableSourceError: If the file is not text or holds no words.
    """
    return draft_from_text(source, decode(source))


FORMAT = Format(
    name="text",
    suffixes=(".txt", ".text", ".asc"),
    records=whole_file(read_text),
    gives="the pasted story",
    example="story.txt",
    is_held=True,
)
