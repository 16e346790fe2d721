"""Tagging all articles of an archive that need it, over several processes if they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.article_tagging import TaggedFile, needs_tagging, tag_files
from cuttings.entities.authority import Authorities
from cuttings.entities.model import Model
from cuttings.entities.recognition import BATCH
from cuttings.entities.tagging import Tagger
from cuttings.entities.worker_pool import default_processes, in_order
from cuttings.errors import InputError
from cuttings.progress import tracked

_BYTES_A_PROCESS = 250_000
"""Fewer bytes of articles are tagged before a further process has loaded its model."""


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
    again: bool = False,
    processes: int | None = None,
) -> TaggingReport:
    """Tag every article of an archive that needs it; loads no model if none does.

    Each article's file is wholly as before or wholly tagged at any moment. The files
    are the same however many processes there are.

    Args:
        folder: The content folder.
        authorities: Its authority records.
        model: Which model recognizes names.
        again: Whether articles tagged before are tagged anew; what a person
            edited stays in any case.
        processes: How many processes may share the work (None: one for each
            processor, at most four). A few articles are tagged in this process.

    Raises:
        SettingsError: If the model is not installed.
        WorkerError: If a process fails.
    """
    problems: list[InputError] = []
    paths: list[Path] = []
    unchanged = 0
    for path in folder.article_paths():
        try:
            needed = needs_tagging(path, again)
        except InputError as error:
            problems.append(error)
            continue
        if needed:
            paths.append(path)
        else:
            unchanged += 1
    outcomes = list(
        tracked(_tag(paths, authorities, model, again, processes), len(paths), "Tagging")
    )
    problems += [outcome.problem for outcome in outcomes if outcome.problem is not None]
    tagged = tuple(outcome.path for outcome in outcomes if outcome.changed)
    unchanged += sum(not outcome.changed and outcome.problem is None for outcome in outcomes)
    return TaggingReport(tagged, unchanged, tuple(problems))


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
