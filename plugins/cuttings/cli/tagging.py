"""``cuttings tag`` and ``cuttings explain``: the tags of articles."""

from __future__ import annotations

import argparse
import json
from contextlib import nullcontext
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
    named_path,
)
from cuttings.cli.problems import Problems
from cuttings.dask_workers import dask_workers
from cuttings.errors import AuthorityError, CuttingsError, InputError, shown_path

if TYPE_CHECKING:
    from cuttings.entities.tagging.archive_tagging import Scope


def add_commands(commands: Commands) -> None:
    """Add ``cuttings tag`` and ``cuttings explain``."""
    tagging = add_command(commands, "tag", tag, archive_options(), cluster_options())
    tagging.add_argument(
        "--again",
        action="store_true",
        help="begin from nothing: recognize the names in every text anew",
    )
    explaining = add_command(commands, "explain", explain, archive_options())
    explaining.add_argument("article", type=Path, metavar="ARTICLE", help="its Markdown file")
    explaining.add_argument("--json", action="store_true", help="print one JSON object")


def tag(options: argparse.Namespace) -> int:
    """Update the tags to changed texts, rules and records; what a person wrote stays."""
    from cuttings.entities.tagging.archive_tagging import Scope

    folder = ContentFolder(options.content)
    scope = Scope.ALL if options.again else Scope.OUTDATED
    problems = Problems()
    # Held from the first: the records that lines follow must not change before these are written.
    lock = archive_lock(folder.root) if folder.root.is_dir() else nullcontext()
    with dask_workers(options.dask), lock:
        tag_folder(folder, options, scope, problems)
    return problems.status


def explain(options: argparse.Namespace) -> int:
    """Say why an article has its tags, and why it has no others."""
    from cuttings.entities.authorities.authority import Authorities
    from cuttings.entities.recognition.model import Model
    from cuttings.entities.recognition.recognizer import Recognizer
    from cuttings.entities.tagging.explanation import explain as explain_article
    from cuttings.entities.tagging.explanation_text import explanation_record, explanation_text
    from cuttings.entities.tagging.tagger import Tagger

    check_exist([options.article])
    problems = Problems()
    authorities = Authorities.read(ContentFolder(options.content).authorities, problems.report)
    tagger = Tagger(Recognizer(Model(options.model)))
    try:
        explanation = explain_article(named_path(options.article), authorities, tagger)
    except CuttingsError:
        raise
    except Exception as error:
        raise InputError.unforeseen(options.article, error, step="explained") from error
    if options.json:
        print(json.dumps(explanation_record(explanation), ensure_ascii=False))
    else:
        print(explanation_text(explanation))
    return problems.status


def tag_folder(
    folder: ContentFolder, options: argparse.Namespace, scope: Scope, problems: Problems
) -> None:
    """Tag an archive; articles that cannot be, and rows of its records, are reported.

    Without a table of records that can be read, what has no lines is tagged all the same: they
    follow the records at each build, and are brought up to date by ``cuttings tag``.

    Raises:
        AuthorityError: If such a table cannot be read, and lines that follow it were to change.
    """
    from cuttings.entities.authorities.authority import Authorities
    from cuttings.entities.recognition.model import Model
    from cuttings.entities.tagging.archive_tagging import Scope, tag_archive

    try:
        authorities = Authorities.read(folder.authorities, problems.report)
    except AuthorityError as error:
        if scope is not Scope.MISSING:
            raise
        problems.report(error)
        authorities = Authorities()
    report = tag_archive(
        folder,
        authorities,
        model=Model(options.model),
        scope=scope,
        processes=options.processes,
    )
    for path in report.tagged:
        print(f"{shown_path(path)}: tagged")
    if count := report.in_other_languages:
        stories = "1 story is" if count == 1 else f"{count:,} stories are"
        print(f"{stories} in another language than English: only countries were looked for")
    for problem in report.problems:
        problems.report(problem)
