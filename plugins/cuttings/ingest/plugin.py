"""Pelican hook: takes in the inbox before the articles are read.

Set ``CUTTINGS_INBOX = False`` to leave the inbox alone. A file that cannot be read is
one warning; after the site is written one error says how many stayed, so that with
``--fatal errors`` everything else is built and the exit status still tells.
"""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

from pelican import Pelican, signals

from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.outcome import Report
from cuttings.ingest.source_folder import source_paths

_log = logging.getLogger(__name__)
_REPORT = "CUTTINGS_INGEST_REPORT"


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_take_inbox)
    signals.finalized.connect(_tell_failures)


def _take_inbox(pelican: Pelican) -> None:
    pelican.settings[_REPORT] = Report()
    folder = ContentFolder(Path(pelican.settings["PATH"]))
    waiting = folder.inbox.is_dir() and any(source_paths(folder.inbox))
    if not pelican.settings.get("CUTTINGS_INBOX", True) or not waiting:
        return
    # Imported when there is something to read: the readers are slow to load.
    from cuttings.ingest.inbox import Intake

    report = Intake(folder, datetime.date.today()).take_inbox()
    for outcome in (*report.filed, *report.duplicates):
        _log.info("%s", outcome)
    for rejected in report.rejected:
        _log.warning("%s", rejected)
    pelican.settings[_REPORT] = report


def _tell_failures(pelican: Pelican) -> None:
    rejected = pelican.settings[_REPORT].rejected
    if rejected:
        _log.error("%d files stay in the inbox; the warnings above say why", len(rejected))
