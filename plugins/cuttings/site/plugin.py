"""Pelican plugin: begins a build and ends it. It comes last, so its end is the last of all.

What a build publishes is a closed list. A file in the output that no writer claimed, and that
was not there before, is removed and reported: it got there on a way that nobody meant.
"""

from __future__ import annotations

import argparse
import fnmatch
from multiprocessing.queues import Queue
from pathlib import Path

import pelican as pelican_module
from pelican import Pelican, signals

from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.errors import InputError, SettingsError
from cuttings.site.archive_watch import ArchiveWatch
from cuttings.site.published_files import PublishedFiles, relative_files, unclaimed_files
from cuttings.worker_pool import search_cycles_seldom

_EARLIER = "CUTTINGS_EARLIER_FILES"

_rebuild_on_change = pelican_module.autoreload


def _begin(pelican: Pelican) -> None:
    search_cycles_seldom()
    # Generators get a copy of the settings, so the shared values must be there before.
    BuildProblems.of(pelican.settings)
    PublishedFiles.of(pelican.settings)
    try:
        BuildCache.begin(pelican.settings)
    except SettingsError as error:
        stop_build(error)


def _begin_run(pelican: Pelican) -> None:
    """Note what lies in the output, and claim what Pelican copies of the theme."""
    pelican.settings[_EARLIER] = relative_files(Path(pelican.output_path))
    published = PublishedFiles.of(pelican.settings)
    published.begin()
    ignored = pelican.settings["IGNORE_FILES"]
    for folder in pelican.settings["THEME_STATIC_PATHS"]:
        for path in relative_files(Path(pelican.theme) / folder):
            if not any(fnmatch.fnmatch(part, i) for part in path.split("/") for i in ignored):
                published.claim(f"{pelican.settings['THEME_STATIC_DIR']}/{path}")


def _end(pelican: Pelican) -> None:
    site = Path(pelican.output_path)
    problems = BuildProblems.of(pelican.settings)
    published = PublishedFiles.of(pelican.settings)
    for path in unclaimed_files(site, published, pelican.settings[_EARLIER]):
        (site / path).unlink()
        problems.add(
            InputError(site / path, "it is not part of the site and was removed", "report this")
        )
    cache = BuildCache.of(pelican.settings)
    published.settle(site, cache.site)
    cache.end()
    problems.end_build()


def _rebuild_on_any_change(
    args: argparse.Namespace, excqueue: Queue[str | None] | None = None
) -> None:
    """Run Pelican's loop of builds so that it misses no change; see ``archive_watch``."""
    archive = ArchiveWatch(Path(args.settings))

    def begin(pelican: Pelican) -> None:
        archive.begin(pelican.settings)

    signals.get_generators.connect(begin, weak=False)
    pelican_module.wait_for_changes = archive.wait
    _rebuild_on_change(args, excqueue)


def register() -> None:
    """Connect to Pelican's signals, and follow the archive where it is rebuilt on change."""
    pelican_module.autoreload = _rebuild_on_any_change
    signals.initialized.connect(_begin)
    signals.get_generators.connect(_begin_run)
    signals.finalized.connect(_end)
