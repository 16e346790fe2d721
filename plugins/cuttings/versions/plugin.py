"""Pelican plugin: finds the stories of the archive that are versions of one."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals
from pelican.generators import Generator

from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_stages import build_stage
from cuttings.errors import WorkerError
from cuttings.garbage_collection import without_garbage_collection
from cuttings.versions.judged_pairs import JudgedPairs
from cuttings.versions.shingle_table import ShingleTable
from cuttings.versions.version_cluster import compare_stories
from cuttings.worker_pool import build_processes, search_cycles_seldom

_PAIRS = "pairs"
"""Name of the pairs that were judged before, in the cache of builds."""


@without_garbage_collection()
def _find_versions(generators: Sequence[Generator]) -> None:
    """Put ``version_clusters`` and ``similar_pairs`` into the generators' context."""
    context = generators[0].context
    report = BuildProblems.of(generators[0].settings).add
    try:
        processes = build_processes(generators[0].settings)
        with build_stage(generators[0].settings, "Compared", "stories") as stage:
            cache = BuildCache.of(generators[0].settings)
            known = ShingleTable(cache)
            judged = JudgedPairs(cache.load(_PAIRS))
            stories = context["tagged_articles"]
            compared = compare_stories(stories, report, processes, known, judged)
            known.store()
            cache.store(_PAIRS, judged.kept)
            stage.count = len(stories)
    except WorkerError as error:
        stop_build(error)
    context["version_clusters"] = compared.clusters
    context["similar_pairs"] = compared.similar
    # What was read up to here stays in memory.
    search_cycles_seldom()


def register() -> None:
    """Connect to Pelican's signals."""
    signals.all_generators_finalized.connect(_find_versions)
