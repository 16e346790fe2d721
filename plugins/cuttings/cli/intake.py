"""``cuttings add``: take in files, folders and web addresses."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from cuttings.article.archive_lock import archive_lock
from cuttings.article.content_folder import ContentFolder
from cuttings.cli.command import (
    Commands,
    add_command,
    archive_options,
    check_exist,
    cluster_options,
    named_columns,
    named_path,
    table_options,
)
from cuttings.cli.fetch_options import add_fetch_options, fetch_settings
from cuttings.cli.problems import Problems
from cuttings.cli.tagging import tag_folder
from cuttings.dask_workers import dask_workers
from cuttings.errors import InputError, SettingsError

if TYPE_CHECKING:
    from cuttings.ingest.filing.outcome import Outcome


def add_commands(commands: Commands) -> None:
    """Add ``cuttings add``."""
    options = archive_options(), cluster_options(), table_options()
    adding = add_command(commands, "add", add, *options)
    adding.add_argument("sources", nargs="*", metavar="FILE|FOLDER|URL")
    adding.add_argument("--inbox", action="store_true", help="read the files in the inbox")
    add_fetch_options(adding)
    adding.add_argument(
        "--verbose",
        action="store_true",
        help="list removed lines and each item that is not filed",
    )
    adding.add_argument(
        "--report", type=Path, metavar="FILE", help="write a CSV table with a row for each item"
    )


def add(options: argparse.Namespace) -> int:
    """File raw articles and tag them; unreadable files are reported and stay where they are."""
    with dask_workers(options.dask):
        return _add(options)


def _add(options: argparse.Namespace) -> int:
    from cuttings.entities.tagging.archive_tagging import Scope
    from cuttings.ingest.filing.intake_report import IntakeReport, report_file
    from cuttings.ingest.filing.outcome import Rejected
    from cuttings.ingest.raw.source_folder import is_waiting

    folder = ContentFolder(options.content)
    problems = Problems()
    # An inbox that is empty needs no lock, so that a build beside another run has nothing to say,
    # and no readers, which are slow to load.
    only_inbox = options.inbox and not options.sources and not options.fetch
    idle = only_inbox and not is_waiting(folder.inbox)
    outcomes = iter(()) if idle and not options.map else _outcomes(folder, options)
    report = IntakeReport()
    with (
        nullcontext() if idle else archive_lock(folder.root),
        report_file(options.report) as write_row,
    ):
        try:
            for outcome in outcomes:
                report.add(outcome)
                write_row(outcome)
                _print_outcome(outcome, verbose=options.verbose)
        except InputError as error:
            problems.report(error)
        # In any case: a run that was killed after filing leaves articles untagged.
        tag_folder(folder, options, Scope.MISSING, problems)
    for line in report.lines():
        print(line)
    return 1 if report.total(Rejected) else problems.status


def _outcomes(folder: ContentFolder, options: argparse.Namespace) -> Iterator[Outcome]:
    """Return what becomes of all that ``cuttings add`` is given, as it is asked for.

    Raises:
        SettingsError: If that is nothing, or a file that does not exist.
    """
    from cuttings.article.web_link import is_web_address
    from cuttings.ingest.filing.intake import Intake
    from cuttings.ingest.raw.source_folder import source_paths

    urls = [source.strip() for source in options.sources if is_web_address(source)]
    paths = [Path(source) for source in options.sources if not is_web_address(source)]
    if not (options.sources or options.inbox or options.fetch):
        raise SettingsError("name files, folders or web addresses, or give --inbox or --fetch")
    check_exist(paths)
    today = datetime.date.today()
    columns = named_columns(options.map)
    intake = Intake(folder, today, columns=columns, processes=options.processes)
    steps = [intake.take_inbox()] if options.inbox else []
    if paths:
        steps.append(
            intake.take_files([file for path in paths for file in source_paths(named_path(path))])
        )
    if urls or options.fetch:
        from cuttings.ingest.fetching.fetching import Fetching
        from cuttings.ingest.fetching.web_client import WebClient

        fetching = Fetching(folder, intake, WebClient(fetch_settings(options)), today)
        steps += [fetching.fetch(urls)] if urls else []
        steps += [fetching.fetch_list()] if options.fetch else []
    return chain.from_iterable(steps)


def _print_outcome(outcome: Outcome, *, verbose: bool) -> None:
    """Print what became of an item; records that are not filed are only counted at the end."""
    from cuttings.ingest.filing.outcome import Filed, Rejected

    if isinstance(outcome, Rejected):
        print(outcome, file=sys.stderr)
        return
    if verbose or isinstance(outcome, Filed) or not outcome.item.place:
        print(outcome)
    if verbose and isinstance(outcome, Filed):
        for line in outcome.removed:
            print(f"  left out: {line}")
