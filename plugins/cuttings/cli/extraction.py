"""``cuttings extract``: show what would be filed."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from cuttings.article.content_folder import ContentFolder
from cuttings.cli.command import (
    Commands,
    add_command,
    archive_options,
    check_exist,
    named_columns,
    table_options,
)
from cuttings.errors import CuttingsError

if TYPE_CHECKING:
    from cuttings.ingest.draft import Draft
    from cuttings.ingest.record import Record


def add_commands(commands: Commands) -> None:
    """Add ``cuttings extract``."""
    extracting = add_command(commands, "extract", extract, archive_options(), table_options())
    extracting.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    extracting.add_argument(
        "--json", action="store_true", required=True, help="print JSON, the only form there is"
    )


def extract(options: argparse.Namespace) -> int:
    """Print what would be filed, one JSON object a line; write nothing."""
    from cuttings.article.markup import plain_text
    from cuttings.entities.authority import Authorities
    from cuttings.entities.model import Model
    from cuttings.entities.tagging import Story, Tagger
    from cuttings.extraction_record import extraction_record

    check_exist(options.paths)
    authorities = Authorities.read(ContentFolder(options.content).authorities)
    tagger = Tagger(Model(options.model))
    drafts = _Drafts(options.paths, named_columns(options.map))
    today = datetime.date.today()

    def story(draft: Draft) -> Story:
        return Story(title=draft.title, text=plain_text(draft.body), language=draft.language)

    ahead, behind = tee(drafts)
    for draft, tagging in zip(behind, tagger.tag_all(map(story, ahead)), strict=False):
        record = extraction_record(draft, today, tagging, authorities)
        print(json.dumps(record, ensure_ascii=False), flush=True)
    return 1 if drafts.failed else 0


class _Drafts:
    """The drafts of all files below some paths; what cannot be read is told and left out."""

    def __init__(self, paths: Sequence[Path], columns: dict[str, str]) -> None:
        self._paths = paths
        self._columns = columns
        self.failed = False

    def __iter__(self) -> Iterator[Draft]:
        from cuttings.errors import UnreadableSourceError
        from cuttings.ingest.readers import records_of
        from cuttings.ingest.source_file import SourceFile
        from cuttings.ingest.source_folder import source_paths

        for path in self._paths:
            for file in source_paths(path):
                try:
                    for record in records_of(SourceFile.load(file, self._columns)):
                        yield from self._read(record)
                except UnreadableSourceError as error:
                    self._tell(error)

    def _read(self, record: Record) -> Iterator[Draft]:
        from cuttings.errors import UnreadableSourceError
        from cuttings.ingest.draft import Draft

        try:
            story = record.read()
        except UnreadableSourceError as error:
            self._tell(error)
            return
        if isinstance(story, Draft):
            yield story

    def _tell(self, error: CuttingsError) -> None:
        self.failed = True
        print(error, file=sys.stderr)
