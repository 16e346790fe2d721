"""Pelican plugin: finds the stories of the archive that are versions of one."""

from __future__ import annotations

from collections.abc import Sequence

from pelican import signals
from pelican.generators import Generator

from cuttings.build_problems import BuildProblems
from cuttings.versions.version_cluster import find_version_clusters


def _find_versions(generators: Sequence[Generator]) -> None:
    """Put ``version_clusters`` into the generators' context, beside ``tagged_articles``."""
    context = generators[0].context
    report = BuildProblems.of(generators[0].settings).add
    context["version_clusters"] = find_version_clusters(context["tagged_articles"], report)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.all_generators_finalized.connect(_find_versions)
