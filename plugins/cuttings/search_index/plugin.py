"""The search index as a Pelican plugin: writes ``search/`` into the output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from cuttings.search_index.index_builder import build_index

FOLDER = "search"
"""Where the index lies below the site's root."""


def write_index(generators: Sequence[Generator]) -> None:
    """Index ``tagged_articles`` of the generators' context, which the entities plugin fills."""
    generator = generators[0]
    build_index(generator.context["tagged_articles"], Path(generator.output_path) / FOLDER)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.all_generators_finalized.connect(write_index)
