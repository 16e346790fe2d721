"""The ``cuttings`` command."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, tee
from pathlib import Path
from typing import TYPE_CHECKING

from cuttings import __version__
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import BusyArchiveError, CuttingsError, SettingsError
from cuttings.fetch_options import add_fetch_options, fetch_settings

if TYPE_CHECKING:
    from cuttings.article.article import Article
    from cuttings.entities.archive_tagging import Scope
    from cuttings.ingest.draft import Draft
    from cuttings.ingest.outcome import Outcome
    from cuttings.ingest.record import Record

# The stages are imported by the subcommands that use them: models and readers are slow to load.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after ``cuttings``; None takes those of the process.

    Returns:
        The exit status: 0 if all went well, 1 if some input could not be used,
        2 if nothing could be done.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (SettingsError, BusyArchiveError) as error:
        print(error, file=sys.stderr)
        return 2
    except CuttingsError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("stopped; what was done so far is kept", file=sys.stderr)
        return 130


def add(options: argparse.Namespace) -> int:
    """File raw articles, fetched ones too, and tag them; what cannot be read is told and stays."""
    from cuttings.entities.archive_tagging import Scope
    from cuttings.ingest.intake_report import IntakeReport, report_file
    from cuttings.ingest.outcome import Duplicate, Filed, Rejected

    folder = ContentFolder(options.content)
    outcomes = _outcomes(folder, options)
    report = IntakeReport()
    with report_file(options.report) as write_row:
        for outcome in outcomes:
            report.add(outcome)
            write_row(outcome)
            _print_outcome(outcome, verbose=options.verbose)
    # A run that was killed after filing leaves articles untagged: a duplicate tells of one.
    taken = report.total(Filed) or report.total(Duplicate)
    failed = _tag(folder, options, Scope.MISSING) if taken else False
    for line in report.lines():
        print(line)
    return 1 if report.total(Rejected) or failed else 0


def _outcomes(folder: ContentFolder, options: argparse.Namespace) -> Iterator[Outcome]:
    """Return what becomes of all that ``cuttings add`` is given, as it is asked for.

    Raises:
        SettingsError: If that is nothing, or a file that does not exist.
    """
    from cuttings.ingest.address import is_web_address
    from cuttings.ingest.inbox import Intake
    from cuttings.ingest.source_folder import source_paths

    urls = [source.strip() for source in options.sources if is_web_address(source)]
    paths = [Path(source) for source in options.sources if not is_web_address(source)]
    if not (options.sources or options.inbox or options.fetch):
        raise SettingsError("name files, folders or web addresses, or give --inbox or --fetch")
    _check_exist(paths)
    today = datetime.date.today()
    intake = Intake(folder, today, columns=_columns(options.map))
    steps = [intake.take_inbox()] if options.inbox else []
    if paths:
        steps.append(intake.take_files([file for path in paths for file in source_paths(path)]))
    if urls or options.fetch:
        from cuttings.ingest.fetching.fetching import Fetching
        from cuttings.ingest.fetching.web_client import WebClient

        fetching = Fetching(folder, intake, WebClient(fetch_settings(options)), today)
        steps += [fetching.fetch(urls)] if urls else []
        steps += [fetching.fetch_list()] if options.fetch else []
    return chain.from_iterable(steps)


def formats(_options: argparse.Namespace) -> int:
    """List what can be taken in: formats, suffixes, what becomes an article, an example."""
    from cuttings.ingest.format_table import format_table
    from cuttings.ingest.readers import known_formats

    print(*format_table(known_formats()), sep="\n")
    return 0


def extract(options: argparse.Namespace) -> int:
    """Print what would be filed, one JSON object a line; write nothing."""
    from cuttings.article.markup import plain_text
    from cuttings.entities.authority import Authorities
    from cuttings.entities.model import Model
    from cuttings.entities.tagging import Story, Tagger
    from cuttings.extraction_record import extraction_record

    _check_exist(options.paths)
    authorities = Authorities.read(ContentFolder(options.content).authorities)
    tagger = Tagger(Model(options.model))
    drafts = _Drafts(options.paths, _columns(options.map))
    today = datetime.date.today()

    def story(draft: Draft) -> Story:
        return Story(title=draft.title, text=plain_text(draft.body), language=draft.language)

    ahead, behind = tee(drafts)
    for draft, tagging in zip(behind, tagger.tag_all(map(story, ahead)), strict=False):
        record = extraction_record(draft, today, tagging, authorities)
        print(json.dumps(record, ensure_ascii=False), flush=True)
    return 1 if drafts.failed else 0


def _print_outcome(outcome: Outcome, *, verbose: bool) -> None:
    """Say what became of an item; of records that are not filed the table at the end tells."""
    from cuttings.ingest.outcome import Filed, Rejected

    if isinstance(outcome, Rejected):
        print(outcome, file=sys.stderr)
        return
    if verbose or isinstance(outcome, Filed) or not outcome.place:
        print(outcome)
    if verbose and isinstance(outcome, Filed):
        for line in outcome.removed:
            print(f"  left out: {line}")


def _columns(mappings: Sequence[str]) -> dict[str, str]:
    """Return the columns that ``--map FIELD=COLUMN`` names, by their fields.

    Raises:
        SettingsError: If there is no such field, or no column is named.
    """
    from cuttings.ingest.columns import FIELDS

    columns: dict[str, str] = {}
    for mapping in mappings:
        field, _, column = mapping.partition("=")
        if field.strip() not in FIELDS or not column.strip():
            raise SettingsError(
                f"--map {mapping}: it names no field and column; "
                f"write FIELD=COLUMN with one of {', '.join(FIELDS)}"
            )
        columns[field.strip()] = column.strip()
    return columns


def tag(options: argparse.Namespace) -> int:
    """Bring the tags up to date with texts, rules and records; what a person wrote stays."""
    from cuttings.entities.archive_tagging import Scope

    scope = Scope.ALL if options.again else Scope.OUTDATED
    return 1 if _tag(ContentFolder(options.content), options, scope) else 0


def explain(options: argparse.Namespace) -> int:
    """Say why an article has its tags, and why it has no others."""
    from cuttings.entities.authority import Authorities
    from cuttings.entities.explanation import explain as explain_article
    from cuttings.entities.explanation_text import explanation_record, explanation_text
    from cuttings.entities.model import Model
    from cuttings.entities.tagging import Tagger

    _check_exist([options.article])
    authorities = Authorities.read(ContentFolder(options.content).authorities)
    explanation = explain_article(options.article, authorities, Tagger(model=Model(options.model)))
    if options.json:
        print(json.dumps(explanation_record(explanation), ensure_ascii=False))
    else:
        print(explanation_text(explanation))
    return 0


def suggest(options: argparse.Namespace) -> int:
    """Write likely merges of names to a CSV table, for a person to tick."""
    from cuttings.article.article_file import read_article
    from cuttings.entities.authority import Authorities
    from cuttings.entities.merge_file import write_merges
    from cuttings.entities.merge_suggestion import suggest_merges
    from cuttings.errors import FrontMatterError

    folder = ContentFolder(options.content)
    articles: list[Article] = []
    failed = False
    for path in folder.article_paths():
        try:
            articles.append(read_article(path))
        except FrontMatterError as error:
            failed = True
            print(error, file=sys.stderr)
    suggestions = suggest_merges(articles, Authorities.read(folder.authorities))
    unanswered = write_merges(options.file, suggestions)
    print(f"{options.file}: {len(suggestions)} likely merges, {unanswered} without an answer")
    return 1 if failed else 0


def apply(options: argparse.Namespace) -> int:
    """Take the ticked merges into the authority records and the lines the tagger wrote."""
    from cuttings.entities.merging import apply_merges

    _check_exist([options.file])
    report = apply_merges(ContentFolder(options.content), options.file)
    for change in report.changes:
        print(change)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    return 1 if report.problems else 0


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cuttings", description="A news-cuttings library that needs no server."
    )
    parser.add_argument("--version", action="version", version=f"cuttings {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="FOLDER",
        help="the archive's content folder (default: %(default)s)",
    )
    common.add_argument(
        "--processes",
        type=_processes,
        default=os.environ.get("CUTTINGS_PROCESSES", "auto"),
        metavar="N",
        help="how many processes may tag a large archive"
        " (default: CUTTINGS_PROCESSES, else one a processor, at most 4)",
    )
    common.add_argument(
        "--model",
        choices=("md", "sm"),
        default=os.environ.get("CUTTINGS_MODEL", "md"),
        help="which model recognizes names (default: CUTTINGS_MODEL, else md)",
    )
    tables = argparse.ArgumentParser(add_help=False)
    tables.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="the name of a table's column, as in title=headline",
    )
    adding = _command(commands, "add", add, common, tables)
    adding.add_argument("sources", nargs="*", metavar="FILE|FOLDER|URL")
    adding.add_argument("--inbox", action="store_true", help="take in what lies in the inbox")
    add_fetch_options(adding)
    adding.add_argument(
        "--verbose",
        action="store_true",
        help="list the lines left out and each item that is not filed",
    )
    adding.add_argument(
        "--report", type=Path, metavar="FILE", help="write a CSV table with a row for each item"
    )
    extracting = _command(commands, "extract", extract, common, tables)
    extracting.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER")
    extracting.add_argument(
        "--json", action="store_true", required=True, help="print JSON, the only form there is"
    )
    _command(commands, "formats", formats)
    tagging = _command(commands, "tag", tag, common)
    tagging.add_argument(
        "--again", action="store_true", help="recognize the names in every text anew"
    )
    explaining = _command(commands, "explain", explain, common)
    explaining.add_argument("article", type=Path, metavar="ARTICLE", help="its Markdown file")
    explaining.add_argument("--json", action="store_true", help="print one JSON object")
    authority = commands.add_parser("authority", help="Merge the names of one entity.")
    steps = authority.add_subparsers(required=True, metavar="STEP")
    suggesting = _command(steps, "suggest", suggest, common)
    suggesting.add_argument(
        "file",
        nargs="?",
        type=Path,
        default=Path("merges.csv"),
        metavar="FILE",
        help="the table to write; answers in it stay (default: %(default)s)",
    )
    applying = _command(steps, "apply", apply, common)
    applying.add_argument("file", type=Path, metavar="FILE", help="the table with ticked rows")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    *common: argparse.ArgumentParser,
) -> argparse.ArgumentParser:
    summary = (run.__doc__ or "").strip()
    parser = commands.add_parser(name, parents=common, help=summary, description=summary)
    parser.set_defaults(run=run)
    return parser


def _check_exist(paths: Sequence[Path]) -> None:
    """Refuse paths that do not exist before anything is done.

    Raises:
        SettingsError: If there is no file or folder at one of them.
    """
    for path in paths:
        if not path.exists():
            raise SettingsError(f"{path}: there is no such file or folder; check the spelling")


def _processes(written: str) -> int | None:
    """Read a number of processes; "auto" leaves it to the machine."""
    if written == "auto":
        return None
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"'{written}' is no number from 1 on")
    return int(written)


def _tag(folder: ContentFolder, options: argparse.Namespace, scope: Scope) -> bool:
    """Tag an archive; return whether an article could not be."""
    from cuttings.entities.archive_tagging import tag_archive
    from cuttings.entities.authority import Authorities
    from cuttings.entities.model import Model

    report = tag_archive(
        folder,
        Authorities.read(folder.authorities),
        model=Model(options.model),
        scope=scope,
        processes=options.processes,
    )
    for path in report.tagged:
        print(f"{path}: tagged")
    for problem in report.problems:
        print(problem, file=sys.stderr)
    return bool(report.problems)


if __name__ == "__main__":
    sys.exit(main())
