"""Pelican plugin: finds the stories of the archive that are versions of one."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals
from pelican.generators import Generator

from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_stages import build_stage
from cuttings.errors import WorkerError
from cuttings.versions.shingle_table import ShingleTable
from cuttings.versions.version_cluster import compare_stories
from cuttings.worker_pool import build_processes

_TABLE = "shingles"
"""Name of the shingles that were found before, in the cache of builds."""


def _find_versions(generators: Sequence[Generator]) -> None:
    """Put ``version_clusters`` and ``similar_pairs`` into the generators' context."""
    context = generators[0].context
    report = BuildProblems.of(generators[0].settings).add
    try:
        processes = build_processes(generators[0].settings)
        with build_stage(generators[0].settings, "Compared", "stories") as stage:
            cache = BuildCache.of(generators[0].settings)
            known = ShingleTable(cache.load_table(_TABLE))
            compared = compare_stories(context["tagged_articles"], report, processes, known)
            cache.store_table(_TABLE, known.kept)
            stage.count = len(context["tagged_articles"])
    except WorkerError as error:
        stop_build(error)
    context["version_clusters"] = compared.clusters
    context["similar_pairs"] = compared.similar


def register() -> None:
    """Connect to Pelican's signals."""
    signals.all_generators_finalized.connect(_find_versions)
