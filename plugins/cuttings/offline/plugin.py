"""Keeping the site on a device, as a Pelican plugin: writes what the browser needs for it.

It runs when every other file of the site is written, whether or not a story had to be left out.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pelican import Pelican, signals

from cuttings.build_cache import BuildCache
from cuttings.build_problems import stop_build
from cuttings.build_stages import build_stage
from cuttings.errors import MissingBundleError, WorkerError
from cuttings.offline import web_app_manifest
from cuttings.site.file_digests import FileDigests
from cuttings.site.file_list import FOLDER, write_file_list
from cuttings.site.published_files import PublishedFiles
from cuttings.worker_pool import build_processes

_DIGESTS = "files"
"""Name of the digests of the site's files, in the cache of builds."""

SERVICE_WORKER = "service-worker.js"
"""Its path from the site's root, where it must lie so that its scope is the whole site."""


def write_offline_files(pelican: Pelican) -> None:
    """Write the service worker, the web app's manifest and the list of files.

    Stops the build if the theme has not been bundled.
    """
    site = Path(pelican.output_path)
    published = PublishedFiles.of(pelican.settings)
    published.claim(SERVICE_WORKER)
    published.claim(web_app_manifest.PATH)
    worker = Path(pelican.theme) / "root" / SERVICE_WORKER
    if not worker.is_file():
        stop_build(MissingBundleError(worker))
    shutil.copyfile(worker, site / SERVICE_WORKER)
    manifest = web_app_manifest.web_app_manifest(pelican.settings["SITENAME"])
    (site / web_app_manifest.PATH).write_bytes(manifest)
    try:
        with build_stage(pelican.settings, "Listed", "files") as stage:
            cache = BuildCache.of(pelican.settings)
            digests = FileDigests(published.settle(site, cache.site), cache.load(_DIGESTS))
            processes = build_processes(pelican.settings)
            stage.count = write_file_list(site, published, processes, digests)
            cache.store(_DIGESTS, digests.kept)
    except WorkerError as error:
        stop_build(error)
    published.claim_folder(site, FOLDER)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.finalized.connect(write_offline_files)
