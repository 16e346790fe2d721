"""Reading whatever a file holds: each record is a story, an address or one line that says why not.

``python -m tests.files.reading FOLDER`` reads each file of a folder, in a process that a file
which takes longer than a minute ends with the place it was at.
"""

from __future__ import annotations

import datetime
import faulthandler
import sys
from pathlib import Path

from cuttings.article.article_file import parse_article, render_article
from cuttings.article.characters import one_line
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

LONGEST_READING = 60
"""Seconds that reading a file may take before it counts as hanging."""

_TODAY = datetime.date(2026, 1, 2)


def read_or_told(path: Path) -> None:
    """Read all of a file.

    Raises:
        AssertionError: If a story cannot be written and read back, or an error is no line.
    """
    try:
        for record in records_of(SourceFile.load(path)):
            _read_record(record)
    except UnreadableSourceError as error:
        _check_line(error)


def _check_line(error: UnreadableSourceError, place: str = "") -> None:
    assert "\n" not in str(error)
    assert place in str(error)


def _read_record(record: Record) -> None:
    try:
        story = record.read()
    except UnreadableSourceError as error:
        _check_line(error, record.source.place)
        return
    if isinstance(story, Draft):
        assert story.title == one_line(story.title) != ""
        assert (story.original, story.record) == (record.source.original, record.source.record)
        written = render_article(story.to_article("slug", _TODAY))
        assert render_article(parse_article(written, Path("slug.md"))) == written


def main(folder: Path) -> None:
    """Read each file of a folder; an error of any other kind ends the process."""
    for path in sorted(folder.iterdir()):
        print(path.name, flush=True)
        faulthandler.dump_traceback_later(LONGEST_READING, exit=True)
        read_or_told(path)
        faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
