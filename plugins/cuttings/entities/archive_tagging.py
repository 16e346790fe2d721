"""Tagging all articles of an archive that need it, over several processes if they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path

from cuttings.article.article_file import read_article_text
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.article_tagging import TaggedFile, tag_files, unwritten
from cuttings.entities.authority import Authorities
from cuttings.entities.model import Model
from cuttings.entities.recognition import BATCH
from cuttings.entities.refreshing import refresh_file
from cuttings.entities.tagged_line import fields_to_write, is_outdated
from cuttings.entities.tagging import Tagger
from cuttings.errors import InputError
from cuttings.progress import tracked
from cuttings.worker_pool import default_processes, in_order

_BYTES_A_PROCESS = 250_000
"""Fewer bytes of articles are tagged before a further process has loaded its model."""


class Scope(StrEnum):
    """Which of the lines that are the tagger's to write are brought up to date."""

    MISSING = "missing"
    """Those that an article has not yet."""

    OUTDATED = "outdated"
    """Also those written by another version or model, or from another text; the rest
    follows the authority records, for which no model is needed."""

    ALL = "all"
    """All, with the model."""


@dataclass(frozen=True, slots=True)
class TaggingReport:
    """What tagging an archive did.

    Attributes:
        tagged: Files whose entity lines were written.
        unchanged: How many articles needed nothing.
        problems: Articles that could not be tagged, one error each.
    """

    tagged: tuple[Path, ...]
    unchanged: int
    problems: tuple[InputError, ...]


def tag_archive(
    folder: ContentFolder,
    authorities: Authorities,
    *,
    model: Model = Model.MEDIUM,
    scope: Scope = Scope.MISSING,
    processes: int | None = None,
) -> TaggingReport:
    """Tag every article of an archive that needs it; loads no model if none does.

    Each article's file is wholly as before or wholly tagged at any moment. The files
    are the same however many processes there are.

    Args:
        folder: The content folder.
        authorities: Its authority records.
        model: Which model recognizes names.
        scope: What is brought up to date; what a person edited stays in any case.
        processes: How many processes may share the work (None: one for each
            processor, at most four). A few articles are tagged in this process.

    Raises:
        SettingsError: If the model is not installed.
        WorkerError: If a process fails.
    """
    outcomes: list[TaggedFile] = []
    to_tag: list[Path] = []
    paths = list(folder.article_paths())
    for path in tracked(paths, len(paths), "Reading"):
        try:
            text = read_article_text(path)
            if _needs_model(FrontMatter.parse(text), scope, model):
                to_tag.append(path)
            else:
                refreshing = scope is not Scope.MISSING
                changed = refreshing and refresh_file(path, text, authorities)
                outcomes.append(TaggedFile(path, changed))
        except InputError as error:
            outcomes.append(TaggedFile(path, problem=error))
        except OSError as error:
            outcomes.append(TaggedFile(path, problem=unwritten(path, error)))
    tagging = _tag(to_tag, authorities, model, scope is not Scope.MISSING, processes)
    outcomes += tracked(tagging, len(to_tag), "Tagging")
    outcomes.sort(key=lambda outcome: outcome.path)
    return TaggingReport(
        tagged=tuple(outcome.path for outcome in outcomes if outcome.changed),
        unchanged=sum(not outcome.changed and outcome.problem is None for outcome in outcomes),
        problems=tuple(outcome.problem for outcome in outcomes if outcome.problem is not None),
    )


def _needs_model(front_matter: FrontMatter, scope: Scope, model: Model) -> bool:
    """Whether an article has lines to write that nobody knows without reading its text anew."""
    if fields_to_write(front_matter):
        return True
    if scope is Scope.MISSING or not fields_to_write(front_matter, again=True):
        return False
    return scope is Scope.ALL or is_outdated(front_matter, model.pinned.provenance)


def _tag(
    paths: Sequence[Path],
    authorities: Authorities,
    model: Model,
    again: bool,
    processes: int | None,
) -> Iterator[TaggedFile]:
    """Tag articles in batches, which are the same however many processes there are."""
    if not paths:
        return iter(())
    tagger = Tagger(model)
    tagger.provenance()
    batches = (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))
    work = partial(tag_files, tagger=tagger, authorities=authorities, again=again)
    size = sum(path.stat().st_size for path in paths)
    wanted = default_processes() if processes is None else processes
    used = max(1, min(wanted, size // _BYTES_A_PROCESS))
    return chain.from_iterable(in_order(work, batches, used))
