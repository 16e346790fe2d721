"""``cuttings extract``: show what would be filed."""

from __future__ import annotations

import argparse
import datetime
import json
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
    named_path,
    table_options,
)
from cuttings.cli.problems import Problems
from cuttings.errors import InputError, SettingsError

if TYPE_CHECKING:
    from cuttings.entities.tagging.story import Story
    from cuttings.ingest.raw.draft import Draft
    from cuttings.ingest.raw.record import Record


def add_commands(commands: Commands) -> None:
    """Add ``cuttings extract``."""
    extracting = add_command(commands, "extract", extract, archive_options(), table_options())
    extracting.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    extracting.add_argument("--json", action="store_true", help="print JSON, the default form")
    extracting.add_argument(
        "--why",
        action="store_true",
        help="print each block of a saved web page, kept or left out, and the reason",
    )


def extract(options: argparse.Namespace) -> int:
    """Print what would be filed, one JSON object per line; write nothing."""
    from cuttings.cli.extraction_record import extraction_record
    from cuttings.entities.authorities.authority import Authorities
    from cuttings.entities.recognition.model import Model
    from cuttings.entities.recognition.recognizer import Recognizer
    from cuttings.entities.tagging.tagger import FailedTagging, Tagger

    check_exist(options.paths)
    problems = Problems()
    if options.why:
        return _print_reasons(options.paths, problems)
    authorities = Authorities.read(ContentFolder(options.content).authorities, problems.report)
    tagger = Tagger(Recognizer(Model(options.model)))
    drafts = _stories(options.paths, named_columns(options.map), problems)
    today = datetime.date.today()
    ahead, behind = tee(drafts)
    taggings = tagger.tag_each(story for _, story in ahead)
    for (draft, _), tagging in zip(behind, taggings, strict=False):
        try:
            if isinstance(tagging, FailedTagging):
                raise tagging.error
            record = extraction_record(draft, today, tagging, authorities)
            line = json.dumps(record, ensure_ascii=False)
        except Exception as error:
            problems.report(InputError.unforeseen(draft.source, error, step="tagged"))
            continue
        print(line.encode(errors="backslashreplace").decode(), flush=True)
    return problems.status


def _print_reasons(paths: Sequence[Path], problems: Problems) -> int:
    from cuttings.errors import UnreadableSourceError
    from cuttings.ingest.raw.source_folder import source_paths
    from cuttings.ingest.readers import source_at
    from cuttings.ingest.readers.html import reasons_of

    for path in paths:
        for file in source_paths(named_path(path)):
            try:
                lines = list(reasons_of(source_at(file)[0]))
            except UnreadableSourceError as error:
                problems.report(error)
                continue
            for line in (str(file), *lines):
                print(line.encode(errors="backslashreplace").decode(), flush=True)
    return problems.status


def _stories(
    paths: Sequence[Path], columns: dict[str, str], problems: Problems
) -> Iterator[tuple[Draft, Story]]:
    """Yield the stories of all files below some paths; what cannot be read is reported."""
    from cuttings.errors import UnreadableSourceError
    from cuttings.ingest.raw.source_folder import source_paths
    from cuttings.ingest.readers import records_of, source_at

    for path in paths:
        for file in source_paths(named_path(path)):
            try:
                for record in records_of(source_at(file, columns)[0]):
                    yield from _story(record, problems)
            except UnreadableSourceError as error:
                problems.report(error)


def _story(record: Record, problems: Problems) -> Iterator[tuple[Draft, Story]]:
    from cuttings.article.markup import plain_text
    from cuttings.entities.tagging.story import Story
    from cuttings.ingest.raw.draft import Draft

    try:
        draft = record.read()
        if not isinstance(draft, Draft):
            return
        text = plain_text(draft.body)
        story = Story(title=draft.title, text=text, language=draft.own_language)
    except SettingsError:
        raise
    except Exception as error:
        problems.report(record.source.failed(error))
        return
    yield draft, story
