"""``cuttings authority``: merge the names of one entity."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cuttings.article.content_folder import ContentFolder
from cuttings.cli.command import Commands, add_command, archive_options, check_exist
from cuttings.cli.problems import Problems

if TYPE_CHECKING:
    from cuttings.article.article import Article


def add_commands(commands: Commands) -> None:
    """Add the steps of ``cuttings authority``."""
    authority = commands.add_parser("authority", help="Merge the names of one entity.")
    steps = authority.add_subparsers(required=True, metavar="STEP")
    suggesting = add_command(steps, "suggest", suggest, archive_options())
    suggesting.add_argument(
        "file",
        nargs="?",
        type=Path,
        default=Path("merges.csv"),
        metavar="FILE",
        help="the table to write; answers already in it stay (default: %(default)s)",
    )
    applying = add_command(steps, "apply", apply, archive_options())
    applying.add_argument("file", type=Path, metavar="FILE", help="the table with ticked rows")


def suggest(options: argparse.Namespace) -> int:
    """Write likely merges of names to a CSV table, for a person to tick."""
    from cuttings.article.article_file import read_article
    from cuttings.entities.authorities.authority import Authorities
    from cuttings.entities.merges.merge_file import write_merges
    from cuttings.entities.merges.merge_suggestion import suggest_merges
    from cuttings.errors import FrontMatterError

    folder = ContentFolder(options.content)
    problems = Problems()
    articles: list[Article] = []
    for path in folder.article_paths():
        try:
            articles.append(read_article(path))
        except Exception as error:
            problems.report(FrontMatterError.unforeseen(path, error))
    authorities = Authorities.read(folder.authorities, problems.report)
    suggestions = suggest_merges(articles, authorities)
    unanswered = write_merges(options.file, suggestions)
    print(f"{options.file}: {len(suggestions)} likely merges, {unanswered} without an answer")
    return problems.status


def apply(options: argparse.Namespace) -> int:
    """Apply the ticked merges to the authority records and the lines that the tagger wrote."""
    from cuttings.entities.merges.merge import apply_merges

    check_exist([options.file])
    report = apply_merges(ContentFolder(options.content), options.file)
    for change in report.changes:
        print(change)
    problems = Problems()
    for problem in report.problems:
        problems.report(problem)
    return problems.status
