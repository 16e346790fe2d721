"""The search index as a Pelican plugin: writes ``search/`` into the output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_work import BuildWork
from cuttings.dask_workers import DASK_SETTING, dask_workers
from cuttings.errors import (
    CuttingsError,
    IndexingError,
    InputError,
    SettingsError,
    WorkerError,
    described,
)
from cuttings.search_index.index_builder import build_index
from cuttings.search_index.script_folder import json_text
from cuttings.site.published_files import PublishedFiles
from cuttings.worker_pool import BATCH, may_fork, processes_setting

FOLDER = "search"
"""Where the index lies below the site's root."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """What came of building the index.

    Attributes:
        payload: The manifest, or why there is none.
        problems: Why something is missing in it.
    """

    payload: dict[str, object] | CuttingsError
    problems: list[InputError]


def _begin(pelican: Pelican) -> None:
    # Generators get a copy of the settings, so the shared value must be there before.
    BuildWork.of(pelican.settings)


def write_index(generators: Sequence[Generator]) -> None:
    """Have ``tagged_articles`` and ``version_clusters`` of the generators' context indexed.

    ``OTHER_SITES`` of the context are searched together with this one.

    That is done beside all that pages need, where a process of its own is worth it. Then the
    context gets the manifest as JSON in ``search_manifest``, for the search page. What cannot be
    indexed stops the build: a site whose search finds some of the stories would mislead.
    """
    generator = generators[0]
    context, settings = generator.context, generator.settings
    try:
        processes = processes_setting(settings)
    except SettingsError as error:
        stop_build(error)
    is_forked = may_fork() and not settings.get(DASK_SETTING) and processes != 1
    work = BuildWork.of(settings)
    has_own_process = is_forked and len(context["tagged_articles"]) > BATCH
    (work.begin if has_own_process else work.add)(
        partial(
            _index, context, Path(generator.output_path), settings, 1 if is_forked else processes
        ),
        partial(_note, generator),
    )


def _index(
    context: Mapping[str, Any], output: Path, settings: dict[str, Any], processes: int | None
) -> _Indexed:
    problems: list[InputError] = []
    try:
        with dask_workers(str(settings.get(DASK_SETTING, ""))):
            payload = build_index(
                context["tagged_articles"],
                output / FOLDER,
                context["version_clusters"],
                processes,
                problems.append,
                cache=BuildCache.of(settings),
                sites=context["OTHER_SITES"],
            )
    except (IndexingError, SettingsError, WorkerError) as error:
        return _Indexed(error, problems)
    except Exception as error:
        reason = f"the search index cannot be built ({described(error)})"
        return _Indexed(IndexingError(reason), problems)
    return _Indexed(payload, problems)


def _note(generator: Generator, indexed: _Indexed) -> None:
    for problem in indexed.problems:
        BuildProblems.of(generator.settings).add(problem)
    if isinstance(indexed.payload, CuttingsError):
        stop_build(indexed.payload)
    PublishedFiles.of(generator.settings).claim_folder(Path(generator.output_path), FOLDER)
    generator.context["search_manifest"] = json_text(indexed.payload)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_begin)
    signals.all_generators_finalized.connect(write_index)
