"""The search index as a Pelican plugin: writes ``search/`` into the output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from cuttings.build_problems import BuildProblems, stop_build
from cuttings.errors import IndexingError, SettingsError, WorkerError, described
from cuttings.search_index.index_builder import build_index
from cuttings.search_index.script_folder import json_text
from cuttings.site.published_files import PublishedFiles
from cuttings.worker_pool import processes_setting

FOLDER = "search"
"""Where the index lies below the site's root."""


def write_index(generators: Sequence[Generator]) -> None:
    """Index ``tagged_articles`` and ``version_clusters`` of the generators' context.

    The context gets the manifest as JSON in ``search_manifest``, for the search page. What cannot
    be indexed stops the build: a site whose search finds some of the stories would mislead.
    """
    generator = generators[0]
    folder = Path(generator.output_path) / FOLDER
    context = generator.context
    try:
        payload = build_index(
            context["tagged_articles"],
            folder,
            context["version_clusters"],
            processes_setting(generator.settings),
            BuildProblems.of(generator.settings).add,
        )
        PublishedFiles.of(generator.settings).claim_folder(Path(generator.output_path), FOLDER)
    except (IndexingError, SettingsError, WorkerError) as error:
        stop_build(error)
    except Exception as error:
        stop_build(IndexingError(f"the search index cannot be built ({described(error)})"))
    context["search_manifest"] = json_text(payload)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.all_generators_finalized.connect(write_index)
