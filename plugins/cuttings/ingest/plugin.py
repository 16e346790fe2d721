"""Pelican hook: takes in the inbox before the articles are read.

Set ``CUTTINGS_INBOX = False`` to leave the inbox alone. A file that cannot be read is
one warning; everything else is built, and the exit status shows it.
"""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

from pelican import Pelican, signals

from cuttings.article.content_folder import ContentFolder
from cuttings.build_problems import BuildProblems
from cuttings.errors import ArchiveLockError, InputError, SettingsError
from cuttings.ingest.raw.source_folder import is_waiting
from cuttings.worker_pool import processes_setting

_log = logging.getLogger(__name__)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_take_inbox)


def _take_inbox(pelican: Pelican) -> None:
    if not pelican.settings.get("CUTTINGS_INBOX", True):
        return
    folder = ContentFolder(Path(pelican.settings["PATH"]))
    problems = BuildProblems.of(pelican.settings)
    try:
        if is_waiting(folder.inbox):
            _take(folder, processes_setting(pelican.settings), problems)
    except (ArchiveLockError, SettingsError) as error:
        problems.add(error)
    except Exception as error:
        problems.add(InputError.unforeseen(folder.inbox, error, step="taken in"))


def _take(folder: ContentFolder, processes: int | None, problems: BuildProblems) -> None:
    # Imported when there is something to read: the readers are slow to load.
    from cuttings.ingest.filing.intake import Intake
    from cuttings.ingest.filing.outcome import Rejected

    for outcome in Intake(folder, datetime.date.today(), processes=processes).take_inbox():
        if isinstance(outcome, Rejected):
            problems.add(outcome)
        else:
            _log.info("%s", outcome)
